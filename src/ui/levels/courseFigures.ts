import { type CourseCalendar, courseCalendar } from '../../dose/courseCalendar';
import { sessionLength, sessionPulses } from '../../dose/protocol';
import { coursePlanFromPreset, type ProtocolPreset, protocolFromPreset, protocolPresets } from '../../dose/protocolPresets';
import { REMISSION_SCORE, RESPONSE_FRACTION, type VirtualCohort } from '../../dose/virtualCohort';

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

/** Weeks that the calendar spans. */
export const weeksOf = ({ days }: CourseCalendar): number => Math.floor((days.at(-1)?.day ?? 0) / 7) + 1;

export const COHORT_CLASSES = [
  'half the score gone, and 7 points or less left',
  'half the score gone, more than 7 points left',
  'less than half gone',
] as const;

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
