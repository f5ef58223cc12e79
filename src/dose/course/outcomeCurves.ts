import type { SourcedText, Verification } from '../../core/sourced';
import { type GroupStatement, outcomeData, outcomeStudy, type Trajectory } from './outcomeData';

/** A mean score of a group; `published` points were measured, the others lie on a drawn line. `low` and `high`: 95 % interval of the mean. */
export interface CurvePoint {
  /** Days from the first session. */
  readonly day: number;
  readonly mean: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly published: boolean;
}

/** Never drawn without its sham partner, or without the sentence that says why there is none. */
export interface OutcomeCurve extends GroupStatement {
  readonly arm: 'active' | 'sham';
  readonly unit: 'points' | '%';
  readonly points: readonly CurvePoint[];
  /** What was measured and what was drawn. */
  readonly basis: string;
  readonly source: string;
  readonly verification: Verification;
}

const Z = 1.959964;
const DAYS_PER_WEEK = 7;

/** Part of the change that has happened after `week` weeks of five sessions: straight up to the session of the plateau. */
export function linearProgress(week: number): number {
  return Math.min(1, Math.max(0, (5 * week) / outcomeData.plateauSession.value));
}

/** Mean score of a trajectory group at a week. */
export function trajectoryMean(trajectory: Trajectory, week: number): number {
  const span = trajectory.end.value - trajectory.start.value;
  const rapid =
    (1 - Math.exp(-week / outcomeData.trajectorySpread.rapidWeeks.value)) /
    (1 - Math.exp(-6 / outcomeData.trajectorySpread.rapidWeeks.value));
  return trajectory.start.value + span * (trajectory.shape === 'rapid' ? Math.min(1, rapid) : linearProgress(week));
}

/** Mean of the mixture of the four groups at a week. */
export function mixtureMean(week: number): number {
  const people = outcomeData.trajectories.reduce((sum, t) => sum + t.people.value, 0);
  return outcomeData.trajectories.reduce((sum, t) => sum + t.people.value * trajectoryMean(t, week), 0) / people;
}

/** Standard deviation of the end score, points, used for the width of bands and for turning effect sizes into points. */
function endDeviation(): number {
  return outcomeStudy('blumberger-2018').arms[0].endpointDeviation!.value;
}

/** The sham arm that sham-controlled trials imply for a trial without one: end score = active end + effect size · deviation. */
export function impliedShamEnd(): { readonly mean: number; readonly low: number; readonly high: number } {
  const effect = outcomeData.effects[0];
  const active = outcomeStudy('blumberger-2018').arms[0].endpoint!.value;
  const at = (difference: number) => active - difference * endDeviation();
  return { mean: at(effect.difference.value), low: at(effect.interval.value[1]), high: at(effect.interval.value[0]) };
}

/** Six weeks of 10 Hz or intermittent theta burst: measured ends, drawn course, and the sham arm that other trials imply. */
function sixWeekCurves(): OutcomeCurve[] {
  const trial = outcomeStudy('blumberger-2018').arms[0];
  const start = mixtureMean(0);
  const sham = impliedShamEnd();
  const weeks = Array.from({ length: 13 }, (_, i) => i / 2);
  const error = (progress: number) =>
    (Z * (trial.baselineDeviation!.value + progress * (endDeviation() - trial.baselineDeviation!.value))) /
    Math.sqrt(trial.participants.value);
  const active = weeks.map((week): CurvePoint => {
    const mean = mixtureMean(week);
    const half = error(week / 6);
    return { day: DAYS_PER_WEEK * week, mean, low: mean - half, high: mean + half, published: week === 0 || week === 6 };
  });
  const shamPoints = weeks.map((week): CurvePoint => {
    const progress = (start - mixtureMean(week)) / (start - mixtureMean(6));
    const half = error(0) * (1 - progress);
    const toward = (end: number) => start + progress * (end - start);
    return {
      day: DAYS_PER_WEEK * week,
      mean: toward(sham.mean),
      low: toward(sham.low) - half,
      high: toward(sham.high) + half,
      published: false,
    };
  });
  return [
    {
      appliesTo: 'group',
      arm: 'active',
      unit: 'points',
      points: active,
      basis: 'The scores before and after were measured; the course between them is drawn from the four published response groups.',
      source: 'blumberger-2018',
      verification: 'secondary',
    },
    {
      appliesTo: 'group',
      arm: 'sham',
      unit: 'points',
      points: shamPoints,
      basis: 'This trial had no sham arm. The curve is what 40 sham-controlled trials imply: an effect of 0.54 standard deviations.',
      source: 'kedzior-2014',
      verification: 'computed',
    },
  ];
}

/** Change from baseline of a sham-controlled trial that printed both changes; band from its effect size where there is one. */
function changeCurves(studyId: string, endDay: number, basis: string): OutcomeCurve[] {
  const { arms, effectSize } = outcomeStudy(studyId);
  const [active, sham] = arms;
  const deviation = effectSize === undefined ? undefined : Math.abs(active.change!.value - sham.change!.value) / effectSize.value;
  return [active, sham].map((arm): OutcomeCurve => {
    const change = arm.change!;
    const half = deviation === undefined ? undefined : (Z * deviation) / Math.sqrt(arm.participants.value);
    const end = {
      day: endDay,
      mean: change.value,
      low: half === undefined ? undefined : change.value - half,
      high: half === undefined ? undefined : change.value + half,
    };
    return {
      appliesTo: 'group',
      arm: arm.kind,
      unit: change.unit === '%' ? '%' : 'points',
      points: [
        { day: 0, mean: 0, low: 0, high: 0, published: true },
        { ...end, published: true },
      ],
      basis,
      source: change.source,
      verification: change.verification,
    };
  });
}

export type CurveStudyId = 'blumberger-2018' | 'levkovitz-2015' | 'cole-2022';

/** Group curves of one study, active and sham. */
export function outcomeCurves(study: CurveStudyId): OutcomeCurve[] {
  if (study === 'blumberger-2018') return sixWeekCurves();
  if (study === 'levkovitz-2015') {
    return changeCurves(
      study,
      35,
      'Only the change at week 5 was read; the line to it is drawn. Bands follow from the printed effect size.',
    );
  }
  return changeCurves(
    study,
    33,
    'Only the change four weeks after the five days was read; the line to it is drawn. No interval of the means was read.',
  );
}

/** To be shown with every curve. */
export const CURVE_NOTE: SourcedText = {
  text: 'Group averages of published trials. They predict nothing for a person.',
  source: 'project-choice',
  verification: 'assumed',
};
