import { NANOSECONDS, pulseOnset, pulsesBeforeOnset, type SessionClock, toNanoseconds } from './sessionClock';

/** Equal sessions at given starts: the clock of a course. Nothing here is as long as the list of its pulses. */
export interface CourseClock {
  readonly session: SessionClock;
  /** Seconds from the start of the course, ascending, no overlap. */
  readonly starts: Float64Array;
  readonly pulses: number;
}

/** Seconds of a course are doubles: at 190 days they are spaced 3.7 ns, so times within 4 ns count as the same onset. */
const SAME_ONSET = 4;

export function courseClock(session: SessionClock, starts: ArrayLike<number>): CourseClock {
  return { session, starts: Float64Array.from(starts), pulses: starts.length * session.pulses };
}

/**
 * Onset of pulse `index` (0-based) in seconds from the start of the course. Up to 104 days the double nearest to the exact decimal: the sum
 * is made in whole nanoseconds and rounded once.
 */
export function pulseTime(course: CourseClock, index: number): number {
  const session = Math.floor(index / course.session.pulses);
  const start = course.starts[session];
  const onset = pulseOnset(course.session, index - session * course.session.pulses);
  const total = toNanoseconds(start) + onset;
  return total <= Number.MAX_SAFE_INTEGER ? total / NANOSECONDS : start + onset / NANOSECONDS;
}

/** Number of sessions that start before `time` (binary search). */
function sessionsBefore(course: CourseClock, time: number): number {
  let low = 0;
  let high = course.starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (course.starts[middle] < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Number of pulses before `time` [s]: the inverse of `pulseTime`, O(log sessions). */
export function pulsesBefore(course: CourseClock, time: number): number {
  const sessions = sessionsBefore(course, time);
  if (sessions === 0) return 0;
  const inSession = toNanoseconds(time - course.starts[sessions - 1]) - SAME_ONSET;
  return (sessions - 1) * course.session.pulses + pulsesBeforeOnset(course.session, inSession);
}

export interface PulseRange {
  /** Index of the first pulse. */
  readonly first: number;
  readonly count: number;
}

/** The pulses with `from` ≤ onset < `to`. */
export function pulsesBetween(course: CourseClock, from: number, to: number): PulseRange {
  const first = pulsesBefore(course, from);
  return { first, count: Math.max(0, pulsesBefore(course, to) - first) };
}

/** Onsets one after the other, without a list. */
export function* pulseTimes(course: CourseClock, first = 0, count = course.pulses - first): Generator<number> {
  for (let index = first; index < first + count; index++) yield pulseTime(course, index);
}
