import { describe, expect, it } from 'vitest';
import { impliedShamEnd } from '../../../../src/dose/course/outcomeCurves';
import { drawVirtualCohort } from '../../../../src/dose/course/virtualCohort';
import { INITIAL_CHOICES } from '../../../../src/state/choices';
import {
  COURSES,
  calendarOf,
  cohortCounts,
  cohortPair,
  courseById,
  courseShown,
  moreOfHundred,
  responderInterval,
  weeksOf,
} from '../../../../src/ui/levels/course/courseFigures';
import { histogram, resampleTrial } from '../../../../src/ui/levels/course/courseResample';
import { thousands } from '../../../../src/ui/levels/shared/thousands';

describe('The course on its days', () => {
  it('has 36 sessions in nine weeks for 10 Hz and 50 in one week for the accelerated protocol', () => {
    const standard = calendarOf(courseById('hf10-standard'));
    expect([standard.sessions, standard.pulses, weeksOf(standard)]).toEqual([36, 108_000, 9]);
    const accelerated = calendarOf(courseById('snt'));
    expect([accelerated.sessions, accelerated.pulses, weeksOf(accelerated)]).toEqual([50, 90_000, 1]);
  });

  it('can be laid for every course that is offered', () => {
    expect(COURSES.length).toBeGreaterThan(3);
    for (const preset of COURSES) expect(calendarOf(preset).pulses).toBeGreaterThan(0);
  });

  it('has the grade of its least known number', () => {
    const { course } = courseById('bilateral-tbs');
    expect(course?.phases[0].weeks.verification).toBe('verified');
    expect(course?.sessionsPerDay.verification).toBe('unverified');
    expect(courseShown('bilateral-tbs', INITIAL_CHOICES.protocol).fact.verification).toBe('unverified');
  });
});

describe('The classes of the imagined people', () => {
  const active = drawVirtualCohort(2, 'active');
  const sham = drawVirtualCohort(3, 'sham');

  it('count everyone once, and as many responders as the cohort does', () => {
    for (const cohort of [active, sham]) {
      const { counts, icons, responders } = cohortCounts(cohort);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(10_000);
      expect(responders).toBe(Math.round(cohort.responseShare * 10_000));
      for (const kind of [0, 1, 2]) expect(icons.filter((icon) => icon === kind).length).toBe(counts[kind]);
    }
  });

  it('give the difference of the two counts in natural frequencies', () => {
    const [a, s] = [cohortCounts(active), cohortCounts(sham)];
    expect(moreOfHundred(a, s)).toBe(Math.round((a.responders - s.responders) / 100));
    expect(moreOfHundred(a, s)).toBeGreaterThan(10);
    expect(moreOfHundred(a, a)).toBe(0);
  });

  it('have an interval of responders that nineteen of twenty draws keep to', () => {
    const [low, high] = responderInterval(cohortCounts(active));
    const seeds = Array.from({ length: 60 }, (_, n) => 1000 + n);
    const mean = seeds.reduce((sum, seed) => sum + cohortCounts(drawVirtualCohort(seed, 'active')).responders, 0) / seeds.length;
    // The interval of a draw has about the width in which draws scatter around their mean.
    const inside = seeds.filter((seed) => Math.abs(cohortCounts(drawVirtualCohort(seed, 'active')).responders - mean) < (high - low) / 2);
    expect(inside.length / seeds.length).toBeGreaterThan(0.85);
    expect(high - low).toBeLessThan(250);
  });

  it('leave far more open by the effect size than by the draw', () => {
    const { active: a, sham: s, byChance, byEffect } = cohortPair(1);
    const more = moreOfHundred(a, s);
    for (const [low, high] of [byChance, byEffect]) {
      expect(low).toBeLessThan(more);
      expect(high).toBeGreaterThan(more);
    }
    expect(byEffect[1] - byEffect[0]).toBeGreaterThan(2 * (byChance[1] - byChance[0]));
  });

  it('leave the sham group where sham-controlled trials put it', () => {
    expect(Math.abs(sham.meanByWeek[6] / impliedShamEnd().mean - 1)).toBeLessThan(0.02);
  });
});

describe('The small trial drawn again', () => {
  const trial = resampleTrial(5);

  it('has the published counts and scatters around their difference', () => {
    expect(trial.observed).toBeCloseTo(12 / 14 - 4 / 15, 12);
    const mean = trial.differences.reduce((sum, d) => sum + d, 0) / trial.differences.length;
    expect(Math.abs(mean - trial.observed)).toBeLessThan(0.02);
  });

  it('has the width that two binomials of 14 and 15 have, within a tenth', () => {
    const variance = ((12 / 14) * (2 / 14)) / 14 + ((4 / 15) * (11 / 15)) / 15;
    expect(Math.abs((trial.interval[1] - trial.interval[0]) / (2 * 1.96 * Math.sqrt(variance)) - 1)).toBeLessThan(0.1);
  });

  it('repeats with its seed and changes with another', () => {
    expect(resampleTrial(5).differences).toEqual(trial.differences);
    expect(resampleTrial(6).differences).not.toEqual(trial.differences);
  });

  it('keeps every value in its histogram', () => {
    expect(histogram(trial.differences, -1, 1, 30).reduce((sum, count) => sum + count, 0)).toBe(2000);
    expect(histogram([-1, 0, 1], -1, 1, 2)).toEqual([1, 2]);
  });
});

describe('Groups of three digits', () => {
  it('begin with five digits', () => {
    expect([thousands(4757), thousands(10_000), thousands(108_000)]).toEqual(['4757', '10\u202f000', '108\u202f000']);
  });
});
