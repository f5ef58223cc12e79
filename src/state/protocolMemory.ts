import type { ProtocolChoice } from '../dose/protocol/protocolChoice';

/** What was typed and cannot be run. */
export interface ProtocolDraft {
  readonly typed: ProtocolChoice;
  /** Name of the row that was typed into last. */
  readonly row: string;
  readonly problem: string;
}

/** Passing things of the editor, kept while other levels are looked at. */
export interface ProtocolMemory {
  readonly draft: ProtocolDraft | null;
  /** Which segment of the session is edited. */
  readonly segment: number;
}
