import data from '../../../models/evidence/outcomes.json';
import type { Sourced } from '../../core/sourced';

/**
 * Everything about the outcome of courses in this folder describes groups. No type has a field for a person's features, and none of the
 * results may be read as the chance of a person.
 */
export interface GroupStatement {
  readonly appliesTo: 'group';
}

export interface StudyArm {
  readonly label: string;
  readonly kind: 'active' | 'sham';
  readonly participants: Sourced<number>;
  /** Mean score before and after, points. */
  readonly baseline?: Sourced<number>;
  readonly endpoint?: Sourced<number>;
  readonly baselineDeviation?: Sourced<number>;
  readonly endpointDeviation?: Sourced<number>;
  /** Mean change, points or percent. */
  readonly change?: Sourced<number>;
  /** Shares, 0 to 1. */
  readonly response?: Sourced<number>;
  readonly remission?: Sourced<number>;
  /** Numbers of people. */
  readonly responders?: Sourced<number>;
  readonly remitters?: Sourced<number>;
}

export interface OutcomeStudy {
  readonly id: string;
  readonly title: string;
  readonly design: 'sham-controlled' | 'active-controlled' | 'open';
  readonly scale: string;
  readonly arms: readonly StudyArm[];
  readonly note: string;
  /** Difference of active and sham over the standard deviation, as printed. */
  readonly effectSize?: Sourced<number>;
}

export interface Trajectory {
  readonly id: string;
  readonly label: string;
  /** People of 388 in this group: the published part. */
  readonly people: Sourced<number>;
  /** Mean scores and course over time: chosen here so that the mixture meets the published means. */
  readonly start: Sourced<number>;
  readonly end: Sourced<number>;
  readonly shape: 'linear' | 'rapid';
}

export const outcomeData = data as unknown as {
  readonly studies: readonly OutcomeStudy[];
  readonly effects: readonly {
    readonly id: string;
    readonly label: string;
    readonly difference: Sourced<number>;
    readonly interval: Sourced<readonly [number, number]>;
  }[];
  readonly earlyMetaAnalysis: {
    readonly label: string;
    readonly difference: Sourced<number>;
    readonly interval: Sourced<readonly [number, number]>;
  };
  readonly networkOdds: readonly {
    readonly label: string;
    readonly odds: Sourced<number>;
    readonly interval?: Sourced<readonly [number, number]>;
  }[];
  readonly trajectories: readonly Trajectory[];
  readonly trajectorySpread: Readonly<Record<'start' | 'end' | 'carry' | 'rapidWeeks', Sourced<number>>>;
  readonly plateauSession: Sourced<number>;
  readonly durability: readonly {
    readonly months: Sourced<number>;
    readonly share: Sourced<number>;
    readonly interval: Sourced<readonly [number, number]>;
  }[];
};

export function outcomeStudy(id: string): OutcomeStudy {
  const study = outcomeData.studies.find((candidate) => candidate.id === id);
  if (study === undefined) throw new Error(`no study ${id}`);
  return study;
}
