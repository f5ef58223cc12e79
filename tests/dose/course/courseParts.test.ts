import { describe, expect, it } from 'vitest';
import { impliedShamEnd, linearProgress, mixtureMean, outcomeCurves, trajectoryMean } from '../../../src/dose/course/outcomeCurves';
import { outcomeData, outcomeStudy } from '../../../src/dose/course/outcomeData';
import { outcomeRates } from '../../../src/dose/course/outcomeRates';
import { drawVirtualCohort, REMISSION_SCORE, RESPONSE_FRACTION } from '../../../src/dose/course/virtualCohort';
import { wilsonInterval } from '../../../src/dose/course/wilsonInterval';
import { type CoursePlan, courseCalendar } from '../../../src/dose/protocol/courseCalendar';

const Z = 1.959964;
const trial = outcomeStudy('blumberger-2018').arms[0];
const people = trial.participants.value;

describe('The course of a response group', () => {
  it('goes straight to the session of the plateau, five sessions a week, and stays', () => {
    const weeks = outcomeData.plateauSession.value / 5;
    expect(linearProgress(0)).toBe(0);
    expect(linearProgress(-1)).toBe(0);
    expect(linearProgress(weeks / 2)).toBeCloseTo(0.5, 12);
    expect(linearProgress(weeks)).toBe(1);
    expect(linearProgress(weeks + 1)).toBe(1);
  });

  it('starts and ends at the published means, and falls faster at first where it is called rapid', () => {
    for (const group of outcomeData.trajectories) {
      expect(trajectoryMean(group, 0)).toBeCloseTo(group.start.value, 12);
      expect(trajectoryMean(group, 6)).toBeCloseTo(group.end.value, 12);
      const share = (trajectoryMean(group, 1) - group.start.value) / (group.end.value - group.start.value);
      const tau = outcomeData.trajectorySpread.rapidWeeks.value;
      const expected = group.shape === 'rapid' ? (1 - Math.exp(-1 / tau)) / (1 - Math.exp(-6 / tau)) : linearProgress(1);
      expect(share).toBeCloseTo(expected, 12);
      expect(trajectoryMean(group, 8)).toBeCloseTo(group.end.value, 12);
    }
    expect(new Set(outcomeData.trajectories.map(({ shape }) => shape)).size).toBe(2);
  });
});

describe('The curves of six weeks', () => {
  const [active, sham] = outcomeCurves('blumberger-2018');

  it('have a point every half week, published only before and after', () => {
    expect(active.points.map(({ day }) => day)).toEqual(Array.from({ length: 13 }, (_, n) => 3.5 * n));
    expect(active.points.map(({ published }) => published)).toEqual(Array.from({ length: 13 }, (_, n) => n === 0 || n === 12));
    expect(sham.points.some(({ published }) => published)).toBe(false);
    active.points.forEach(({ mean, day }) => {
      expect(mean).toBeCloseTo(mixtureMean(day / 7), 12);
    });
  });

  it('have bands of the standard error: that of the scores before, growing straight to that after', () => {
    const half = (n: number) => (active.points[n].high! - active.points[n].low!) / 2;
    const [before, after] = [trial.baselineDeviation!.value, trial.endpointDeviation!.value];
    expect(half(0) / ((Z * before) / Math.sqrt(people))).toBeCloseTo(1, 10);
    expect(half(12) / ((Z * after) / Math.sqrt(people))).toBeCloseTo(1, 10);
    expect(half(6) / ((half(0) + half(12)) / 2)).toBeCloseTo(1, 10);
    for (const { low, mean, high } of active.points) expect((low! + high!) / 2).toBeCloseTo(mean, 10);
  });

  it('let the implied sham arm start with the active one and end in its interval', () => {
    const [first, last] = [sham.points[0], sham.points[12]];
    expect(first).toEqual({ ...active.points[0], published: false });
    const implied = impliedShamEnd();
    expect(last.mean).toBeCloseTo(implied.mean, 10);
    expect(last.low).toBeCloseTo(implied.low, 10);
    expect(last.high).toBeCloseTo(implied.high, 10);
    // It goes down as the active one does, by a fixed share.
    const share = (n: number) => (first.mean - sham.points[n].mean) / (first.mean - active.points[n].mean);
    expect(share(4)).toBeCloseTo(share(9), 10);
  });

  it('imply the ends of the interval of the effect size for the sham arm', () => {
    const effect = outcomeData.effects[0];
    const { low, high } = impliedShamEnd();
    const deviation = trial.endpointDeviation!.value;
    expect([low, high].map((end) => (trial.endpoint!.value - end) / deviation).map((d) => Number(d.toFixed(10)))).toEqual(
      [...effect.interval.value].reverse(),
    );
  });
});

describe('The curves of a change', () => {
  it('go from nothing to the printed change, with a band where an effect size is printed', () => {
    const [active, sham] = outcomeCurves('levkovitz-2015');
    expect([active.points[0], sham.points[0]]).toEqual(Array(2).fill({ day: 0, mean: 0, low: 0, high: 0, published: true }));
    expect([active.points[1].mean, sham.points[1].mean]).toEqual([-6.39, -3.28]);
    expect(active.points[1].day).toBe(35);
    const half = (Z * (6.39 - 3.28)) / 0.76 / Math.sqrt(106);
    expect(active.points[1].high! + 6.39).toBeCloseTo(half, 10);
    expect(-6.39 - active.points[1].low!).toBeCloseTo(half, 10);
    expect([active.unit, active.points.length]).toEqual(['points', 2]);
  });

  it('have none where no interval was read', () => {
    const [active, sham] = outcomeCurves('cole-2022');
    expect(active.points[1]).toEqual({ day: 33, mean: -52.5, low: undefined, high: undefined, published: true });
    expect(sham.points[1].mean).toBe(-11.1);
    expect([active.unit, active.arm, sham.arm]).toEqual(['%', 'active', 'sham']);
  });
});

describe('Wilson’s interval', () => {
  it('has ends p at which the observed share is just z standard errors of p away', () => {
    for (const [count, total] of [
      [3, 14],
      [11, 14],
      [50, 200],
    ]) {
      for (const p of wilsonInterval(count, total)) {
        expect((count / total - p) ** 2 / ((Z * Z * p * (1 - p)) / total)).toBeCloseTo(1, 9);
      }
      const [low, high] = wilsonInterval(count, total);
      expect(low).toBeLessThan(count / total);
      expect(high).toBeGreaterThan(count / total);
    }
    expect(wilsonInterval(0, 10)[1] / (Z ** 2 / (10 + Z ** 2))).toBeCloseTo(1, 12);
    expect((1 - wilsonInterval(10, 10)[0]) / (Z ** 2 / (10 + Z ** 2))).toBeCloseTo(1, 12);
  });
});

describe('Rates of a study', () => {
  it('are counted where people were counted, and as printed where a share was printed', () => {
    const cole = outcomeRates(outcomeStudy('cole-2022'));
    expect(cole.map(({ kind, outcome, share, people: n }) => [kind, outcome, share, n])).toEqual([
      ['active', 'response', 12 / 14, 14],
      ['active', 'remission', 11 / 14, 14],
      ['sham', 'response', 4 / 15, 15],
      ['sham', 'remission', 2 / 15, 15],
    ]);
    const george = outcomeRates(outcomeStudy('george-2010'));
    expect(george.map(({ outcome, share }) => [outcome, share])).toEqual([
      ['remission', 0.141],
      ['remission', 0.051],
    ]);
    expect(george[0].interval).toEqual(wilsonInterval(0.141 * 92, 92));
  });
});

describe('A virtual cohort', () => {
  const size = 4000;
  const active = drawVirtualCohort(3, 'active', size);

  it('counts as responders who lost half their score, and as remitters who end at seven points or less', () => {
    let [responses, remissions] = [0, 0];
    for (let person = 0; person < size; person++) {
      const [first, last] = [active.scores[7 * person], active.scores[7 * person + 6]];
      if (last <= RESPONSE_FRACTION * first) responses++;
      if (last <= REMISSION_SCORE) remissions++;
    }
    expect([active.responseShare, active.remissionShare]).toEqual([responses / size, remissions / size]);
    expect([RESPONSE_FRACTION, REMISSION_SCORE, active.weeks]).toEqual([0.5, 7, 6]);
    const mean = (week: number) => active.scores.reduce((sum, score, i) => (i % 7 === week ? sum + score : sum), 0) / size;
    for (const week of [0, 3, 6]) expect(active.meanByWeek[week] / mean(week)).toBeCloseTo(1, 5);
    expect(Math.min(...active.scores)).toBe(0);
  });

  it('scatters about the means of its groups by the stated deviations', () => {
    const { start, carry, end } = outcomeData.trajectorySpread;
    const shifts = outcomeData.trajectories.map((group, index) => {
      const members = [...active.trajectory.keys()].filter((person) => active.trajectory[person] === index);
      return members.map((person) => [active.scores[7 * person] - group.start.value, active.scores[7 * person + 6] - group.end.value]);
    });
    const pairs = shifts.flat();
    const spread = Math.sqrt(pairs.reduce((sum, [first]) => sum + first ** 2, 0) / pairs.length);
    expect(Math.abs(spread / start.value - 1)).toBeLessThan(0.05);
    // The group that ends highest never meets the floor of the scale.
    const highest = shifts[outcomeData.trajectories.reduce((best, t, i, all) => (t.end.value > all[best].end.value ? i : best), 0)];
    const ends = Math.sqrt(highest.reduce((sum, pair) => sum + pair[1] ** 2, 0) / highest.length);
    expect(Math.abs(ends / Math.hypot(carry.value * start.value, end.value) - 1)).toBeLessThan(0.08);
  });

  it('of a sham arm goes to the end it is given', () => {
    for (const shamEnd of [18, 21]) {
      const { meanByWeek } = drawVirtualCohort(3, 'sham', size, shamEnd);
      expect(Math.abs(meanByWeek[6] - shamEnd)).toBeLessThan(0.35);
      expect(Math.abs(meanByWeek[0] - mixtureMean(0))).toBeLessThan(0.35);
    }
  });
});

describe('The days of a course', () => {
  const plan = (daysPerWeek: number, weeks = 1, more: Partial<CoursePlan> = {}): CoursePlan => ({
    sessionsPerDay: 1,
    phases: [{ daysPerWeek, weeks }],
    ...more,
  });
  const daysOf = (daysPerWeek: number) => courseCalendar(plan(daysPerWeek), 100, 60).days.map(({ day }) => day);

  it('are spread over the week as clinics do', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map(daysOf)).toEqual([
      [2],
      [1, 3],
      [0, 2, 4],
      [0, 1, 3, 4],
      [0, 1, 2, 3, 4],
      [0, 1, 2, 3, 4, 5],
      [0, 1, 2, 3, 4, 5, 6],
    ]);
  });

  it('begin with the first session, count pulses and know their phase', () => {
    const phases = [
      { daysPerWeek: 2, weeks: 1 },
      { daysPerWeek: 1, weeks: 2 },
    ];
    const calendar = courseCalendar(plan(1, 1, { sessionsPerDay: 2, interSessionInterval: 600, phases }), 100, 60);
    expect(calendar.days).toEqual([
      { day: 1, phase: 0, sessions: 2, cumulativePulses: 200 },
      { day: 3, phase: 0, sessions: 2, cumulativePulses: 400 },
      { day: 9, phase: 1, sessions: 2, cumulativePulses: 600 },
      { day: 16, phase: 1, sessions: 2, cumulativePulses: 800 },
    ]);
    const day = 86_400;
    expect(Array.from(calendar.starts)).toEqual([0, 600, 2 * day, 2 * day + 600, 8 * day, 8 * day + 600, 15 * day, 15 * day + 600]);
    expect([calendar.sessions, calendar.pulses]).toEqual([8, 800]);
  });

  it('may be filled to the last second, the last week and the last pulse, and no further', () => {
    const full = plan(1, 1, { sessionsPerDay: 2, interSessionInterval: 43_200 });
    expect(courseCalendar(full, 1, 43_200).sessions).toBe(2);
    expect(() => courseCalendar({ ...full, interSessionInterval: 43_201 }, 1, 43_200)).toThrow(
      'the sessions of one day must end within 86400 s; instead received 86401.',
    );
    expect(() => courseCalendar({ ...full, interSessionInterval: 599 }, 1, 600)).toThrow(
      'interSessionInterval must be at least 600 s, so that one session ends before the next begins; instead received 599.',
    );
    expect(courseCalendar(plan(1, 52), 1, 1).sessions).toBe(52);
    expect(() => courseCalendar(plan(1, 53), 1, 1)).toThrow('the weeks of all phases must be at most 52; instead received 53.');
    expect(courseCalendar(plan(5, 4), 1e6, 1).pulses).toBe(2e7);
    expect(() => courseCalendar(plan(7, 3), 1e6, 1)).toThrow('the pulses of the whole course must be at most 20000000');
  });
});
