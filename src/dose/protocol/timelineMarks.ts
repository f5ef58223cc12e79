import { type CourseClock, pulsesBetween, pulseTime } from './courseClock';
import { SECONDS_PER_DAY } from './protocolTiming';
import { segmentOfPulse } from './sessionClock';

export type TimelineLevel = 'pulse' | 'burst' | 'train' | 'session' | 'day' | 'days';

/**
 * What to draw between two times: the first `count` entries of each list, every mark from its first to its last onset. A list can be used
 * again for the next question, so that a moving window allocates nothing.
 */
export interface TimelineMarks {
  level: TimelineLevel;
  count: number;
  /** Onset of the first and of the last pulse of each mark, seconds. */
  start: Float64Array;
  end: Float64Array;
  pulses: Float64Array;
}

export const newMarks = (): TimelineMarks => ({
  level: 'pulse',
  count: 0,
  start: new Float64Array(0),
  end: new Float64Array(0),
  pulses: new Float64Array(0),
});

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

function makeRoom(marks: TimelineMarks, count: number): void {
  if (marks.start.length >= count) return;
  marks.start = new Float64Array(2 * count);
  marks.end = new Float64Array(2 * count);
  marks.pulses = new Float64Array(2 * count);
}

function writeMarks(out: TimelineMarks, course: CourseClock, level: Level, first: number, last: number): TimelineMarks {
  const firstUnit = level.unitOf(first);
  const count = level.unitOf(last) - firstUnit + 1;
  makeRoom(out, count);
  out.level = level.name;
  out.count = count;
  let begin = level.pulsesBeforeUnit(firstUnit);
  for (let i = 0; i < count; i++) {
    const end = Math.min(course.pulses, level.pulsesBeforeUnit(firstUnit + i + 1));
    out.start[i] = pulseTime(course, begin);
    out.end[i] = pulseTime(course, end - 1);
    out.pulses[i] = end - begin;
    begin = end;
  }
  return out;
}

/** A timeline that can be asked for any window. */
export interface Timeline {
  readonly course: CourseClock;
  /** Its nesting, from the finest level to days; a level that only repeats the one before it is left out. */
  readonly levels: readonly TimelineLevel[];
  /** The marks of the finest level, not finer than `finest`, that needs at most `most` of them; written into `out`. */
  marks(from: number, to: number, most: number, finest?: TimelineLevel, out?: TimelineMarks): TimelineMarks;
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
    ...(firstSessions.length < course.starts.length ? [days] : []),
  ];
  const marks: Timeline['marks'] = (from, to, most, finest = 'pulse', out = newMarks()) => {
    const range = pulsesBetween(course, from, to);
    out.count = 0;
    if (range.count === 0 || most < 1) return out;
    const last = range.first + range.count - 1;
    let n = Math.max(
      0,
      levels.findIndex(({ name }) => name === finest),
    );
    while (n < levels.length && levels[n].unitOf(last) - levels[n].unitOf(range.first) >= most) n++;
    if (n < levels.length) return writeMarks(out, course, levels[n], range.first, last);
    const dayCount = days.unitOf(last) - days.unitOf(range.first) + 1;
    // One group fewer than fits: the window may begin inside a group.
    const group = most === 1 ? firstSessions.length : Math.ceil(dayCount / (most - 1));
    return writeMarks(out, course, dayLevel(course, firstSessions, group), range.first, last);
  };
  return { course, levels: levels.map(({ name }) => name), marks };
}
