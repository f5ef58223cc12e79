import { describe, expect, it } from 'vitest';
import { durabilityPoints, shareOfAllTreated } from '../../../src/dose/course/durability';
import { impliedShamEnd, mixtureMean, outcomeCurves } from '../../../src/dose/course/outcomeCurves';
import { outcomeData, outcomeStudy } from '../../../src/dose/course/outcomeData';
import { outcomeRates } from '../../../src/dose/course/outcomeRates';
import { drawVirtualCohort } from '../../../src/dose/course/virtualCohort';
import { wilsonInterval } from '../../../src/dose/course/wilsonInterval';
import { courseCalendar, readCoursePlan } from '../../../src/dose/protocol/courseCalendar';
import { coursePlanFromPreset, protocolPreset, protocolPresets } from '../../../src/dose/protocol/protocolPresets';

describe('The calendar', () => {
  it('lays 30 sessions on the weekdays of six weeks and a taper of 3, 2 and 1', () => {
    const calendar = courseCalendar(coursePlanFromPreset(protocolPreset('hf10-standard'))!, 3000, 2250);
    expect(calendar.sessions).toBe(36);
    expect(calendar.pulses).toBe(108_000);
    expect(calendar.days.slice(0, 6).map(({ day }) => day)).toEqual([0, 1, 2, 3, 4, 7]);
    expect(calendar.days.slice(30).map(({ day }) => day)).toEqual([42, 44, 46, 50, 52, 58]);
    expect(calendar.days.every(({ day }) => day % 7 < 5)).toBe(true);
    expect(calendar.days[29].cumulativePulses).toBe(90_000);
  });

  it('lays ten sessions an hour apart on five days', () => {
    const calendar = courseCalendar(coursePlanFromPreset(protocolPreset('snt'))!, 1800, 600);
    expect([calendar.sessions, calendar.pulses]).toEqual([50, 90_000]);
    expect([calendar.starts[9], calendar.starts[10]]).toEqual([9 * 3600, 86_400]);
  });

  it('has a maintenance phase of twice a week for the H-coil', () => {
    const calendar = courseCalendar(coursePlanFromPreset(protocolPreset('deep-h1'))!, 1980, 1210);
    expect(calendar.sessions).toBe(20 + 24);
    expect(calendar.days.at(-1)!.day).toBe(7 * 15 + 3);
  });

  it('is offered by every protocol that has a published course', () => {
    for (const preset of protocolPresets) {
      const plan = coursePlanFromPreset(preset);
      if (plan !== undefined) expect(readCoursePlan(plan)).toEqual(plan);
    }
  });

  it.each([
    [
      { sessionsPerDay: 2, interSessionInterval: 100, phases: [{ daysPerWeek: 5, weeks: 6 }] },
      /^interSessionInterval must be at least 600 s/,
    ],
    [{ sessionsPerDay: 2, phases: [{ daysPerWeek: 5, weeks: 6 }] }, /^interSessionInterval/],
    [{ sessionsPerDay: 50, interSessionInterval: 3600, phases: [{ daysPerWeek: 5, weeks: 6 }] }, /^the sessions of one day/],
    [{ sessionsPerDay: 1, phases: [{ daysPerWeek: 8, weeks: 6 }] }, /^phases\[0\]\.daysPerWeek/],
    [{ sessionsPerDay: 1, phases: [] }, /^phases must have at least one phase/],
  ])('refuses impossible courses', (plan, message) => {
    expect(() => courseCalendar(readCoursePlan(plan), 1800, 600)).toThrow(message);
  });
});

describe('Outcomes of groups', () => {
  it('have the interval that was computed for the small trial: 52 to 92 % and 4 to 38 %', () => {
    const remission = outcomeRates(outcomeStudy('cole-2022')).filter((rate) => rate.outcome === 'remission');
    expect(remission.map((rate) => rate.interval.map((end) => Math.round(100 * end)))).toEqual([
      [52, 92],
      [4, 38],
    ]);
  });

  it('have Wilson intervals inside 0 to 1 that shrink with the number of people', () => {
    expect(wilsonInterval(0, 10)[0]).toBe(0);
    expect(wilsonInterval(10, 10)[1]).toBe(1);
    const width = (n: number) => wilsonInterval(0.3 * n, n)[1] - wilsonInterval(0.3 * n, n)[0];
    expect(width(100) / width(400)).toBeGreaterThan(1.9);
    expect(width(100) / width(400)).toBeLessThan(2.1);
  });

  it('are marked as statements about groups, everywhere', () => {
    for (const study of outcomeData.studies) for (const rate of outcomeRates(study)) expect(rate.appliesTo).toBe('group');
    for (const id of ['blumberger-2018', 'levkovitz-2015', 'cole-2022'] as const)
      for (const curve of outcomeCurves(id)) expect(curve.appliesTo).toBe('group');
    expect(drawVirtualCohort(1, 'active', 10).appliesTo).toBe('group');
  });

  it('always come as active and sham', () => {
    for (const id of ['blumberger-2018', 'levkovitz-2015', 'cole-2022'] as const)
      expect(outcomeCurves(id).map((curve) => curve.arm)).toEqual(['active', 'sham']);
  });

  it('meet the published means of THREE-D at both ends', () => {
    expect(Math.abs(mixtureMean(0) - 23.6)).toBeLessThan(0.01);
    expect(Math.abs(mixtureMean(6) - 13.4)).toBeLessThan(0.01);
    for (let week = 0; week < 6; week += 0.5) expect(mixtureMean(week + 0.5)).toBeLessThanOrEqual(mixtureMean(week));
  });

  it('put the implied sham arm half a standard deviation above the active one', () => {
    const sham = impliedShamEnd();
    expect((sham.mean - 13.4) / 7.8).toBeCloseTo(0.54, 10);
    expect(sham.low).toBeLessThan(sham.mean);
    expect(sham.high).toBeGreaterThan(sham.mean);
  });

  it('reproduce the printed effect size from the bands of the H-coil trial', () => {
    const [active, sham] = outcomeCurves('levkovitz-2015').map((curve) => curve.points[1]);
    const deviation = ((active.high! - active.mean) / 1.959964) * Math.sqrt(106);
    expect((sham.mean - active.mean) / deviation).toBeCloseTo(0.76, 10);
  });
});

describe('A virtual cohort', () => {
  const active = drawVirtualCohort(1, 'active');
  const sham = drawVirtualCohort(1, 'sham');

  it('is repeatable and differs between seeds', () => {
    expect(drawVirtualCohort(1, 'active', 100)).toEqual(drawVirtualCohort(1, 'active', 100));
    expect(drawVirtualCohort(2, 'active', 100).scores).not.toEqual(drawVirtualCohort(1, 'active', 100).scores);
  });

  it('has the published shares of the four response groups', () => {
    const counts = [0, 0, 0, 0];
    for (const group of active.trajectory) counts[group]++;
    [43, 73, 118, 154].forEach((people, group) => {
      const share = people / 388;
      expect(Math.abs(counts[group] / 10_000 - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / 10_000));
    });
  });

  it('keeps to the means of its groups, but for scores that cannot fall below zero', () => {
    for (const [week, mean] of active.meanByWeek.entries()) expect(Math.abs(mean - mixtureMean(week))).toBeLessThan(0.25);
    expect(sham.meanByWeek[6] - active.meanByWeek[6]).toBeGreaterThan(3.5);
  });

  it('responds in the active arm more often than in the sham arm, and in neither always', () => {
    expect(active.responseShare).toBeGreaterThan(2 * sham.responseShare);
    expect(sham.responseShare).toBeGreaterThan(0.1);
    expect(active.remissionShare).toBeLessThan(active.responseShare);
    expect(Math.abs(active.responseShare - 0.47)).toBeLessThan(0.08);
  });
});

describe('Durability', () => {
  it('falls from all responders to under half of them in a year', () => {
    const shares = durabilityPoints().map((point) => point.share);
    expect(shares).toEqual([1, 0.665, 0.529, 0.463]);
    for (const point of durabilityPoints()) {
      expect(point.interval[0]).toBeLessThanOrEqual(point.share);
      expect(point.interval[1]).toBeGreaterThanOrEqual(point.share);
    }
  });

  it('of all treated is the product with the response rate', () => {
    expect(shareOfAllTreated(0.47, durabilityPoints()[3])).toBeCloseTo(0.2176, 4);
  });
});
