import { type ProtocolChoice, sameProtocol } from '../../../dose/protocol/protocolChoice';
import type { ProtocolMemory } from '../../../state/protocolMemory';
import type { Session } from '../../../state/session';
import { type ChoiceStore, choose } from '../../../state/store';
import { useApp, useSession } from '../../appContext';
import { useProtocolChoice } from '../shared/useProtocolChoice';
import { refusalOf } from './protocolDraft';

const setProtocolMemory = (session: Session, change: Partial<ProtocolMemory>): void =>
  session.setState(({ protocol }) => ({ protocol: { ...protocol, ...change } }));

/** Chooses what was typed, as one step of the history, if it can be run; else it waits beside its row and the chosen protocol stays. */
export function editProtocol(store: ChoiceStore, session: Session, typed: ProtocolChoice, row: string): void {
  const problem = refusalOf(typed);
  setProtocolMemory(session, { draft: problem === null ? null : { typed, row, problem } });
  if (problem === null && !sameProtocol(store.getState().protocol, typed)) choose(store, { protocol: typed });
}

export interface ProtocolEditing {
  /** What the boxes show: the draft, or the chosen protocol. */
  readonly shown: ProtocolChoice;
  /** The row that waits for a correction, with its sentence; null when all can be run. */
  readonly problem: { readonly row: string; readonly sentence: string } | null;
  readonly segment: number;
  readonly edit: (typed: ProtocolChoice, row: string) => void;
  readonly takeBack: () => void;
  readonly showSegment: (segment: number) => void;
}

/** The protocol as the editor shows it. */
export function useProtocolEditing(): ProtocolEditing {
  const { store } = useApp().simulation;
  const {
    session,
    value: { draft, segment },
  } = useSession((state) => state.protocol);
  const chosen = useProtocolChoice();
  const shown = draft?.typed ?? chosen;
  return {
    shown,
    problem: draft && { row: draft.row, sentence: draft.problem },
    segment: Math.min(segment, shown.segments.length - 1),
    edit: (typed, row) => editProtocol(store, session, typed, row),
    takeBack: () => setProtocolMemory(session, { draft: null }),
    showSegment: (n) => setProtocolMemory(session, { segment: n }),
  };
}
