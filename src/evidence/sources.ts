import type { z } from 'zod';
import list from '../../models/evidence/sources.json';
import type { sourcesSchema } from './sourcesSchema';

/** A source as it was read for this project. */
export type EvidenceSource = z.output<typeof sourcesSchema>[number];

export const sources = list as unknown as readonly EvidenceSource[];

const byId = new Map(sources.map((source) => [source.id, source]));

/** The source with this id; ids come from data files of this project, so an unknown one is a fault of the program. */
export function sourceById(id: string): EvidenceSource {
  const source = byId.get(id);
  if (source === undefined) throw new Error(`no source ${id}`);
  return source;
}

export const hasSource = (id: string): boolean => byId.has(id);

/** Where an identifier leads; the slash inside it is its own. */
export const doiAddress = (doi: string): string => `https://doi.org/${doi.split('/').map(encodeURIComponent).join('/')}`;

/** One line: citation and identifier. */
export const citationLine = (id: string): string => {
  const { citation, doi } = sourceById(id);
  return doi === null ? citation : `${citation} ${doi}`;
};
