import list from '../../models/evidence/sources.json';
import type { Verification } from '../core/sourced';

/** A source as it was read for this project. */
export interface EvidenceSource {
  readonly id: string;
  readonly citation: string;
  readonly doi: string | null;
  /** How far the source itself was read; single numbers carry their own grade. */
  readonly verification: Verification;
  /** What of it was read. */
  readonly read: string;
}

export const sources = list as unknown as readonly EvidenceSource[];

const byId = new Map(sources.map((source) => [source.id, source]));

/** The source with this id; ids come from data files of this project, so an unknown one is a fault of the program. */
export function sourceById(id: string): EvidenceSource {
  const source = byId.get(id);
  if (source === undefined) throw new Error(`no source ${id}`);
  return source;
}

export const hasSource = (id: string): boolean => byId.has(id);

/** One line: citation and identifier. */
export const citationLine = (id: string): string => {
  const { citation, doi } = sourceById(id);
  return doi === null ? citation : `${citation} ${doi}`;
};
