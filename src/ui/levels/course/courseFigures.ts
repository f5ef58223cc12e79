import { type Sourced, worstGrade } from '../../../core/sourced';
import { impliedShamEnd } from '../../../dose/course/outcomeCurves';
import { drawVirtualCohort, REMISSION_SCORE, RESPONSE_FRACTION, type VirtualCohort } from '../../../dose/course/virtualCohort';
import { wilsonInterval } from '../../../dose/course/wilsonInterval';
import { type CourseCalendar, courseCalendar } from '../../../dose/protocol/courseCalendar';
import { sessionLength, sessionPulses } from '../../../dose/protocol/protocol';
import { isAsPublished, type ProtocolChoice, protocolName } from '../../../dose/protocol/protocolChoice';
import { protocolOutcome } from '../../../dose/protocol/protocolOutcome';
import {
  coursePlanFromPreset,
  type ProtocolPreset,
  protocolFromPreset,
  protocolPreset,
  protocolPresets,
} from '../../../dose/protocol/protocolPresets';
import { COHORT_SIZE } from '../../../dose/risk/iconArray';
import type { Fact } from '../shared/FactButton';

/** Protocols with a published course. */
export const COURSES: readonly ProtocolPreset[] = protocolPresets.filter(({ course }) => course !== undefined);

export const courseById = (id: string): ProtocolPreset => COURSES.find((preset) => preset.id === id) ?? COURSES[0];

/** The published course of a protocol, laid on days. */
export function calendarOf(preset: ProtocolPreset): CourseCalendar {
  const plan = coursePlanFromPreset(preset);
  if (plan === undefined) throw new Error(`no course for ${preset.id}`);
  const protocol = protocolFromPreset(preset);
  return courseCalendar(plan, sessionPulses(protocol), sessionLength(protocol));
}

export const EDITED_COURSE = 'edited';

export const COURSE_OPTIONS: readonly { readonly value: string; readonly label: string }[] = [
  ...COURSES.map(({ id, name }) => ({ value: id, label: name })),
  { value: EDITED_COURSE, label: 'The protocol as edited' },
];

const PULSES_FORMULA = 'pulses = treatment days × sessions a day × pulses of a session';

/** The chosen course on its days, and what stands behind it. */
export function courseShown(id: string, edited: ProtocolChoice): { readonly calendar: CourseCalendar; readonly fact: Fact } {
  if (id === EDITED_COURSE) {
    const sources = isAsPublished(edited) ? [] : ['Numbers typed in the editor of protocols.'];
    if (edited.presetId !== null) sources.push(...courseSources(protocolPreset(edited.presetId)));
    const what = `${protocolName(edited)}, as it stands in the editor of protocols.`;
    const fact: Fact = { title: 'Course of the edited protocol', what, formula: PULSES_FORMULA, sources, verification: 'computed' };
    return { calendar: protocolOutcome(edited).calendar, fact };
  }
  const preset = courseById(id);
  const fact: Fact = {
    title: `Course of ${preset.name}`,
    what: preset.summary.text,
    formula: PULSES_FORMULA,
    sources: courseSources(preset),
    verification: worstGrade(courseData(preset).map(({ verification }) => verification)),
  };
  return { calendar: calendarOf(preset), fact };
}

/** What a published course is made of, or the session where it has none. */
const courseData = ({ course, segments }: ProtocolPreset): readonly Sourced<number>[] =>
  course
    ? [course.sessionsPerDay, ...course.phases.flatMap(({ daysPerWeek, weeks }) => [daysPerWeek, weeks])]
    : [segments[0].timing.trains];

const courseSources = (preset: ProtocolPreset): string[] => [...new Set(courseData(preset).map(({ source }) => source))];

/** Weeks that the calendar spans. */
export const weeksOf = ({ days }: CourseCalendar): number => Math.floor((days.at(-1)?.day ?? 0) / 7) + 1;

export const COHORT_CLASSES = ['responded, 7 points or less left', 'responded, more than 7 points left', 'did not respond'] as const;

export interface CohortCounts {
  /** Class of each imagined person, ordered by class so that areas can be compared. */
  readonly icons: Uint8Array;
  /** People in each class of `COHORT_CLASSES`. */
  readonly counts: readonly number[];
  /** People with half the score gone: the first two classes. */
  readonly responders: number;
}

/** The classes of a cohort at its last week. */
export function cohortCounts(cohort: VirtualCohort): CohortCounts {
  const { scores, weeks } = cohort;
  const counts = [0, 0, 0];
  const size = cohort.trajectory.length;
  for (let person = 0; person < size; person++) {
    const first = scores[person * (weeks + 1)];
    const last = scores[person * (weeks + 1) + weeks];
    counts[last > RESPONSE_FRACTION * first ? 2 : last <= REMISSION_SCORE ? 0 : 1]++;
  }
  const icons = new Uint8Array(size);
  icons.fill(1, counts[0], counts[0] + counts[1]);
  icons.fill(2, counts[0] + counts[1]);
  return { icons, counts, responders: counts[0] + counts[1] };
}

/** How many more of 100 people respond with active stimulation than with sham. */
export const moreOfHundred = (active: CohortCounts, sham: CohortCounts): number =>
  Math.round((100 * (active.responders - sham.responders)) / active.icons.length);

/** Different streams for both arms of one draw. */
export const armSeed = (seed: number, arm: VirtualCohort['arm']): number => 2 * seed + (arm === 'sham' ? 1 : 0);

type Interval = readonly [low: number, high: number];

/** 95 % interval of the number of responders in a group of this size: the play of chance in drawing it. */
export function responderInterval({ responders, icons }: CohortCounts): Interval {
  const [low, high] = wilsonInterval(responders, icons.length);
  return [Math.round(low * icons.length), Math.round(high * icons.length)];
}

export interface CohortPair {
  readonly active: CohortCounts;
  readonly sham: CohortCounts;
  /** More responders of 100 than with sham: 95 % interval from drawing 10 000 people in each group, by the normal approximation. */
  readonly byChance: Interval;
  /** The same with the sham group drawn for both ends of the published interval of the effect size. */
  readonly byEffect: Interval;
}

const Z = 1.959964;

/** Two groups of one draw, and what leaves their difference open: the draw, and the effect size itself. */
export function cohortPair(seed: number): CohortPair {
  const active = cohortCounts(drawVirtualCohort(armSeed(seed, 'active'), 'active'));
  const shamAt = (end: number): CohortCounts => cohortCounts(drawVirtualCohort(armSeed(seed, 'sham'), 'sham', COHORT_SIZE, end));
  const { mean, low, high } = impliedShamEnd();
  const sham = shamAt(mean);
  const shares = [active, sham].map(({ responders, icons }) => responders / icons.length);
  const difference = shares[0] - shares[1];
  const half = Z * Math.sqrt(shares.reduce((sum, share) => sum + (share * (1 - share)) / COHORT_SIZE, 0));
  return {
    active,
    sham,
    byChance: [100 * (difference - half), 100 * (difference + half)],
    byEffect: [moreOfHundred(active, shamAt(low)), moreOfHundred(active, shamAt(high))],
  };
}
