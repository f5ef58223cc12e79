import { z } from 'zod';
import { inputError } from '../../core/inputError';
import { readInput } from '../../core/readInput';
import { LARGEST_COURSE, SECONDS_PER_DAY } from './protocolTiming';

/** Weeks with the same number of treatment days. */
export interface CoursePhase {
  readonly daysPerWeek: number;
  readonly weeks: number;
}

/** A course: sessions on weekdays, phase after phase (acute, taper, maintenance). */
export interface CoursePlan {
  readonly sessionsPerDay: number;
  /** Seconds from one session start to the next on the same day. */
  readonly interSessionInterval?: number;
  readonly phases: readonly CoursePhase[];
}

/** One treatment day; day 0 is the Monday on which the course starts. */
export interface CourseDay {
  readonly day: number;
  readonly phase: number;
  readonly sessions: number;
  /** Pulses up to the end of this day. */
  readonly cumulativePulses: number;
}

export interface CourseCalendar {
  readonly days: readonly CourseDay[];
  /** Session starts, seconds from the first of them. */
  readonly starts: Float64Array;
  readonly sessions: number;
  readonly pulses: number;
}

/** Weekdays (Monday = 0) used for a number of treatment days a week, spread as clinics do. */
const WEEKDAYS: readonly (readonly number[])[] = [
  [],
  [2],
  [1, 3],
  [0, 2, 4],
  [0, 1, 3, 4],
  [0, 1, 2, 3, 4],
  [0, 1, 2, 3, 4, 5],
  [0, 1, 2, 3, 4, 5, 6],
];

const whole = (least: number, most: number) => {
  const mustHold = `be a whole number from ${least} to ${most}`;
  return z.number({ error: mustHold }).int(mustHold).min(least, mustHold).max(most, mustHold);
};

export const MOST_PHASES = 12;
/** Weeks of all phases together. */
export const MOST_WEEKS = 52;

const spacingRule = `be a number of seconds above 0 and at most ${SECONDS_PER_DAY}`;

export const coursePlanSchema = z.strictObject(
  {
    sessionsPerDay: whole(1, 100),
    interSessionInterval: z.number({ error: spacingRule }).positive(spacingRule).max(SECONDS_PER_DAY, spacingRule).optional(),
    phases: z
      .array(
        z.strictObject({ daysPerWeek: whole(1, 7), weeks: whole(1, MOST_WEEKS) }, { error: 'be an object with daysPerWeek and weeks' }),
        { error: 'be a list of phases' },
      )
      .min(1, 'have at least one phase')
      .max(MOST_PHASES, `have at most ${MOST_PHASES} phases`),
  },
  { error: 'be an object with sessionsPerDay and phases' },
);

export const readCoursePlan = (input: unknown): CoursePlan => readInput(coursePlanSchema, input, 'course');

/** Lays the plan on days. `sessionPulses` and `sessionLength` [s] belong to the protocol that is repeated. */
export function courseCalendar(plan: CoursePlan, sessionPulses: number, sessionLength: number): CourseCalendar {
  const spacing = plan.interSessionInterval ?? 0;
  if (plan.sessionsPerDay > 1 && spacing < sessionLength) {
    throw inputError(
      'interSessionInterval',
      `be at least ${sessionLength} s, so that one session ends before the next begins`,
      plan.interSessionInterval,
    );
  }
  if ((plan.sessionsPerDay - 1) * spacing + sessionLength > SECONDS_PER_DAY) {
    throw inputError('the sessions of one day', `end within ${SECONDS_PER_DAY} s`, (plan.sessionsPerDay - 1) * spacing + sessionLength);
  }
  const weeks = plan.phases.reduce((sum, phase) => sum + phase.weeks, 0);
  if (weeks > MOST_WEEKS) throw inputError('the weeks of all phases', `be at most ${MOST_WEEKS}`, weeks);
  const treatmentDays = plan.phases.reduce((sum, phase) => sum + phase.daysPerWeek * phase.weeks, 0);
  const pulses = treatmentDays * plan.sessionsPerDay * sessionPulses;
  if (pulses > LARGEST_COURSE) throw inputError('the pulses of the whole course', `be at most ${LARGEST_COURSE}`, pulses);
  const days: CourseDay[] = [];
  let week = 0;
  plan.phases.forEach((phase, phaseIndex) => {
    for (let w = 0; w < phase.weeks; w++, week++) {
      for (const weekday of WEEKDAYS[phase.daysPerWeek]) {
        const cumulativePulses = (days.length + 1) * plan.sessionsPerDay * sessionPulses;
        days.push({ day: 7 * week + weekday, phase: phaseIndex, sessions: plan.sessionsPerDay, cumulativePulses });
      }
    }
  });
  const starts = new Float64Array(treatmentDays * plan.sessionsPerDay);
  days.forEach(({ day }, i) => {
    for (let s = 0; s < plan.sessionsPerDay; s++) starts[i * plan.sessionsPerDay + s] = (day - days[0].day) * SECONDS_PER_DAY + s * spacing;
  });
  return { days, starts, sessions: starts.length, pulses };
}
