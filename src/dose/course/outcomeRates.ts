import type { Verification } from '../../core/sourced';
import type { GroupStatement, OutcomeStudy, StudyArm } from './outcomeData';
import { wilsonInterval } from './wilsonInterval';

/** Share of one arm that responded or remitted, with its 95 % interval. */
export interface GroupRate extends GroupStatement {
  readonly arm: string;
  readonly kind: StudyArm['kind'];
  readonly outcome: 'response' | 'remission';
  readonly people: number;
  readonly share: number;
  readonly interval: readonly [number, number];
  readonly source: string;
  readonly verification: Verification;
}

/** Rates of every arm of a study; where people are counted the share is computed, where a share is printed the interval uses the arm's size. */
export function outcomeRates(study: OutcomeStudy): GroupRate[] {
  const rates: GroupRate[] = [];
  for (const arm of study.arms) {
    const people = arm.participants.value;
    for (const outcome of ['response', 'remission'] as const) {
      const share = arm[outcome];
      const count = outcome === 'response' ? arm.responders : arm.remitters;
      const datum = share ?? count;
      if (datum === undefined) continue;
      const value = share === undefined ? datum.value / people : datum.value;
      const { source, verification } = datum;
      const interval = wilsonInterval(value * people, people);
      rates.push({ appliesTo: 'group', arm: arm.label, kind: arm.kind, outcome, people, share: value, interval, source, verification });
    }
  }
  return rates;
}
