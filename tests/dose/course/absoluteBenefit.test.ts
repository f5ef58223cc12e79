import { describe, expect, it } from 'vitest';
import { absoluteBenefits, differenceInterval, numberNeeded, numberNeededInterval } from '../../../src/dose/course/absoluteBenefit';
import { outcomeData, outcomeStudy } from '../../../src/dose/course/outcomeData';
import { wilsonInterval } from '../../../src/dose/course/wilsonInterval';

const benefits = absoluteBenefits();
const benefit = (id: string, outcome: string) => benefits.find((candidate) => candidate.id === id && candidate.outcome === outcome)!;
const arm = (count: number, total: number) => ({ share: count / total, interval: wilsonInterval(count, total) });

describe('The interval of a difference of shares', () => {
  it('meets the worked example of Newcombe: 56 of 70 and 48 of 80 are 0.0524 to 0.3339 apart', () => {
    const [low, high] = differenceInterval(arm(56, 70), arm(48, 80));
    expect(low).toBeCloseTo(0.0524, 4);
    expect(high).toBeCloseTo(0.3339, 4);
  });

  it('turns its sign with the groups', () => {
    const [low, high] = differenceInterval(arm(9, 10), arm(3, 10));
    const [low2, high2] = differenceInterval(arm(3, 10), arm(9, 10));
    expect(low).toBeCloseTo(-high2, 12);
    expect(high).toBeCloseTo(-low2, 12);
  });
});

describe('The number needed to treat', () => {
  it('is 1/(p1 − p0), and rounded up that printed by the pooled trials', () => {
    for (const pooled of outcomeData.pooled) {
      for (const outcome of ['response', 'remission'] as const) {
        const { difference, interval } = benefit(pooled.id, outcome);
        expect(interval).toBeNull();
        expect(numberNeeded(difference)).toBeCloseTo(1 / (pooled[outcome].active.value - pooled[outcome].sham.value), 12);
        expect(Math.ceil(numberNeeded(difference))).toBe(pooled[outcome].needed.value);
      }
    }
    expect(numberNeeded(benefit('berlim-2014', 'response').difference)).toBeCloseTo(5.291, 3);
    expect(numberNeeded(benefit('berlim-2014', 'remission').difference)).toBeCloseTo(7.353, 3);
  });

  it('has no upper end where the interval of the difference reaches zero', () => {
    expect(numberNeededInterval([-0.1, 0.5])).toBeNull();
    expect(numberNeededInterval([0, 0.5])).toBeNull();
    expect(numberNeededInterval([0.1, 0.5])).toEqual([2, 10]);
  });
});

describe('The benefit beyond sham', () => {
  it('is told for every trial with sham and a share in both groups, and for no trial without sham', () => {
    const ids = new Set(benefits.map(({ id }) => id));
    expect([...ids].sort()).toEqual(['berlim-2014', 'cole-2022', 'george-2010', 'kratter-2026', 'levkovitz-2015', 'oreardon-2007']);
    expect(benefits.length).toBe(11);
  });

  it('uses the counts of people where they are printed', () => {
    const { difference, interval } = benefit('cole-2022', 'response');
    expect(difference).toBeCloseTo(12 / 14 - 4 / 15, 12);
    expect(interval).toEqual(differenceInterval(arm(12, 14), arm(4, 15)));
  });

  it('is graded no better than the sizes of the groups', () => {
    expect(outcomeStudy('levkovitz-2015').arms[0].participants.verification).toBe('assumed');
    expect(benefit('levkovitz-2015', 'response').verification).toBe('assumed');
    expect(benefit('berlim-2014', 'response').verification).toBe('computed');
    expect(benefit('oreardon-2007', 'response').verification).toBe('secondary');
  });
});

describe('What sham does', () => {
  it('is printed as 0.8 standard deviations before to after, and active adds 0.27, 0.61 or 0.63 by the kind of sham', () => {
    const { beforeAfter, kinds } = outcomeData.sham;
    expect([beforeAfter.improvement.value, ...beforeAfter.interval.value, beforeAfter.trials.value]).toEqual([0.8, 0.65, 0.95, 61]);
    expect(kinds.slice(0, 3).map(({ improvement }) => improvement.value)).toEqual([0.27, 0.61, 0.63]);
    for (const { improvement, interval } of [beforeAfter, ...kinds]) {
      const [low, high] = interval.value;
      expect((low + high) / 2).toBeCloseTo(improvement.value, 2);
    }
  });
});
