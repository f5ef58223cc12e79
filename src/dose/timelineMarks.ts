import { type CourseClock, pulsesBetween, pulseTime } from './courseClock';
import { SECONDS_PER_DAY } from './protocolTiming';
import { segmentOfPulse } from './sessionClock';

export type TimelineLevel = 'pulse' | 'burst' | 'train' | 'session' | 'day' | 'days';

/** What to draw between two times: at most a given number of marks, each from its first to its last onset. */
export interface TimelineMarks {
  readonly level: TimelineLevel;
  /** Onset of the first and of the last pulse of each mark, seconds. */
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly pulses: Float64Array;
}

/** A level of the nesting: which unit a pulse belongs to, and the pulses before each unit. Units count from 0 over the course. */
interface Level {
  readonly name: TimelineLevel;
  unitOf(pulse: number): number;
  pulsesBeforeUnit(unit: number): number;
}

/** Units inside a session (bursts or trains), numbered through its segments. */
function sessionLevel(course: CourseClock, name: 'burst' | 'train'): Level {
  const { session } = course;
  const size = (s: (typeof session.segments)[number]) => (name === 'burst' ? s.pulsesInBurst : s.pulsesInBurst * s.burstsInTrain);
  const firstUnits: number[] = [];
  let perSession = 0;
  for (const segment of session.segments) {
    firstUnits.push(perSession);
    perSession += segment.pulses / size(segment);
  }
  return {
    name,
    unitOf: (pulse) => {
      const sessionIndex = Math.floor(pulse / session.pulses);
      const inSession = pulse - sessionIndex * session.pulses;
      const segment = segmentOfPulse(session, inSession);
      const unit = firstUnits[session.segments.indexOf(segment)] + Math.floor((inSession - segment.firstPulse) / size(segment));
      return sessionIndex * perSession + unit;
    },
    pulsesBeforeUnit: (unit) => {
      const sessionIndex = Math.floor(unit / perSession);
      const inSession = unit - sessionIndex * perSession;
      let s = 0;
      while (s + 1 < firstUnits.length && firstUnits[s + 1] <= inSession) s++;
      const segment = session.segments[s];
      return sessionIndex * session.pulses + segment.firstPulse + (inSession - firstUnits[s]) * size(segment);
    },
  };
}

/** Groups of `group` consecutive days on which there are sessions. */
function dayLevel(course: CourseClock, firstSessions: readonly number[], group: number): Level {
  return {
    name: group === 1 ? 'day' : 'days',
    unitOf: (pulse) => {
      const session = Math.floor(pulse / course.session.pulses);
      let low = 0;
      let high = firstSessions.length;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (firstSessions[middle] <= session) low = middle;
        else high = middle;
      }
      return Math.floor(low / group);
    },
    pulsesBeforeUnit: (unit) => (firstSessions[unit * group] ?? course.starts.length) * course.session.pulses,
  };
}

/** Index of the first session of each day that has one; day 0 begins with the course. */
export function firstSessionsOfDays(course: CourseClock): number[] {
  const firsts: number[] = [];
  let day = Number.NEGATIVE_INFINITY;
  course.starts.forEach((start, index) => {
    const own = Math.floor(start / SECONDS_PER_DAY);
    if (own > day) firsts.push(index);
    day = Math.max(day, own);
  });
  return firsts;
}

function marksOf(course: CourseClock, level: Level, first: number, last: number): TimelineMarks {
  const firstUnit = level.unitOf(first);
  const count = level.unitOf(last) - firstUnit + 1;
  const marks = { level: level.name, start: new Float64Array(count), end: new Float64Array(count), pulses: new Float64Array(count) };
  for (let i = 0; i < count; i++) {
    const begin = level.pulsesBeforeUnit(firstUnit + i);
    const end = Math.min(course.pulses, level.pulsesBeforeUnit(firstUnit + i + 1));
    marks.start[i] = pulseTime(course, begin);
    marks.end[i] = pulseTime(course, end - 1);
    marks.pulses[i] = end - begin;
  }
  return marks;
}

const NO_MARKS: TimelineMarks = { level: 'pulse', start: new Float64Array(0), end: new Float64Array(0), pulses: new Float64Array(0) };

/** A timeline that can be asked for any window: the finest level of the nesting that needs at most `most` marks. */
export interface Timeline {
  readonly course: CourseClock;
  marks(from: number, to: number, most: number): TimelineMarks;
}

/** Prepares a course for zooming: work per question is proportional to the marks drawn, never to the pulses. */
export function timeline(course: CourseClock): Timeline {
  const firstSessions = firstSessionsOfDays(course);
  const days = dayLevel(course, firstSessions, 1);
  // Where every train is one burst, the burst is called a train, as people do.
  const hasBursts = course.session.segments.some((segment) => segment.burstsInTrain > 1);
  const levels: Level[] = [
    { name: 'pulse', unitOf: (pulse) => pulse, pulsesBeforeUnit: (unit) => unit },
    ...(hasBursts ? [sessionLevel(course, 'burst')] : []),
    sessionLevel(course, 'train'),
    {
      name: 'session',
      unitOf: (pulse) => Math.floor(pulse / course.session.pulses),
      pulsesBeforeUnit: (unit) => unit * course.session.pulses,
    },
    days,
  ];
  const marks: Timeline['marks'] = (from, to, most) => {
    const range = pulsesBetween(course, from, to);
    if (range.count === 0 || most < 1) return NO_MARKS;
    const last = range.first + range.count - 1;
    const fits = levels.find((level) => level.unitOf(last) - level.unitOf(range.first) < most);
    if (fits !== undefined) return marksOf(course, fits, range.first, last);
    const dayCount = days.unitOf(last) - days.unitOf(range.first) + 1;
    // One group fewer than fits: the window may begin inside a group.
    const group = most === 1 ? firstSessions.length : Math.ceil(dayCount / (most - 1));
    return marksOf(course, dayLevel(course, firstSessions, group), range.first, last);
  };
  return { course, marks };
}
