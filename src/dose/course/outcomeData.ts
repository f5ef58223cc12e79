import type { z } from 'zod';
import data from '../../../models/evidence/outcomes.json';
import type { outcomeSchema } from './outcomeSchema';

/**
 * Everything about the outcome of courses in this folder describes groups. No type has a field for a person's features, and none of the
 * results may be read as the chance of a person.
 */
export interface GroupStatement {
  readonly appliesTo: 'group';
}

export type OutcomeData = z.output<typeof outcomeSchema>;
export type OutcomeStudy = OutcomeData['studies'][number];
export type StudyArm = OutcomeStudy['arms'][number];
export type Trajectory = OutcomeData['trajectories'][number];

export const outcomeData = data as unknown as OutcomeData;

export function outcomeStudy(id: string): OutcomeStudy {
  const study = outcomeData.studies.find((candidate) => candidate.id === id);
  if (study === undefined) throw new Error(`no study ${id}`);
  return study;
}
