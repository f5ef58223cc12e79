import { type Verification, worstGrade } from '../../core/sourced';
import { type GroupStatement, type OutcomeStudy, outcomeData } from './outcomeData';
import { type GroupRate, outcomeRates } from './outcomeRates';

/** How many more people of a group had an outcome with active stimulation than with sham. */
export interface AbsoluteBenefit extends GroupStatement {
  readonly id: string;
  readonly title: string;
  readonly outcome: GroupRate['outcome'];
  /** Shares with the outcome. */
  readonly active: number;
  readonly sham: number;
  /** Active minus sham. */
  readonly difference: number;
  /** 95 % interval of the difference; null where the sizes of the groups were not read. */
  readonly interval: readonly [number, number] | null;
  readonly scale: string;
  readonly note: string;
  readonly sources: readonly string[];
  readonly verification: Verification;
}

type Arm = Pick<GroupRate, 'share' | 'interval'>;

/** Interval of the difference of two shares from Wilson's interval of each. Source: Newcombe 1998, Stat Med 17:873, method 10. */
export function differenceInterval(active: Arm, sham: Arm): readonly [number, number] {
  const [difference, [a0, a1], [s0, s1]] = [active.share - sham.share, active.interval, sham.interval];
  return [difference - Math.hypot(active.share - a0, s1 - sham.share), difference + Math.hypot(a1 - active.share, sham.share - s0)];
}

/**
 * Number needed to treat, 1/(p₁ − p₀): people treated for one more with the outcome than sham gives. Infinite where the groups do not
 * differ, negative where sham did better.
 */
export const numberNeeded = (difference: number): number => 1 / difference;

/** Ends of the number needed to treat, the better one first; null where the interval of the difference reaches zero and there is no upper end. */
export const numberNeededInterval = ([low, high]: readonly [number, number]): readonly [number, number] | null =>
  low > 0 ? [numberNeeded(high), numberNeeded(low)] : null;

/** Every outcome of every sham-controlled trial whose two groups have a share, and of the pooled trials. */
export const absoluteBenefits = (): AbsoluteBenefit[] => [...outcomeData.pooled.flatMap(ofPooled), ...outcomeData.studies.flatMap(ofStudy)];

function ofPooled(pooled: (typeof outcomeData.pooled)[number]): AbsoluteBenefit[] {
  const { id, title, scale, note } = pooled;
  return (['response', 'remission'] as const).map((outcome) => {
    const { active, sham } = pooled[outcome];
    return {
      appliesTo: 'group',
      ...{ id, title, outcome, scale, note, active: active.value, sham: sham.value, interval: null },
      difference: active.value - sham.value,
      sources: [...new Set([active.source, sham.source])],
      verification: worstGrade(['computed', active.verification, sham.verification]),
    };
  });
}

function ofStudy(study: OutcomeStudy): AbsoluteBenefit[] {
  if (study.design !== 'sham-controlled') return [];
  const rates = outcomeRates(study);
  const { id, title, scale, note } = study;
  const people = study.arms.map(({ participants }) => participants.verification);
  return (['response', 'remission'] as const).flatMap((outcome): AbsoluteBenefit[] => {
    const of = (kind: GroupRate['kind']) => rates.find((rate) => rate.kind === kind && rate.outcome === outcome);
    const [active, sham] = [of('active'), of('sham')];
    if (active === undefined || sham === undefined) return [];
    return [
      {
        appliesTo: 'group',
        ...{ id, title, outcome, scale, note, active: active.share, sham: sham.share },
        difference: active.share - sham.share,
        interval: differenceInterval(active, sham),
        sources: [...new Set([active.source, sham.source])],
        verification: worstGrade(['computed', active.verification, sham.verification, ...people]),
      },
    ];
  });
}
