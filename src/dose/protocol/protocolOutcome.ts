import { type CourseCalendar, courseCalendar } from './courseCalendar';
import { type CourseClock, courseClock } from './courseClock';
import { checkProtocol, clockOfSession, type Protocol, sessionLength, sessionPulses } from './protocol';
import type { ProtocolChoice } from './protocolChoice';
import { type ProtocolSummary, summarizeProtocol } from './protocolSummary';
import { type Timeline, timeline } from './timelineMarks';

/** What follows from a protocol and its course. */
export interface ProtocolOutcome {
  /** One session. */
  readonly protocol: Protocol;
  readonly calendar: CourseCalendar;
  readonly course: CourseClock;
  readonly timeline: Timeline;
  /** With the pulses of a day and of the course. */
  readonly summary: ProtocolSummary;
}

const outcomes = new WeakMap<ProtocolChoice, ProtocolOutcome>();

/** Computed once for each protocol object and shared by all that ask; throws an `InputError` for one that cannot be run. */
export function protocolOutcome(choice: ProtocolChoice): ProtocolOutcome {
  const known = outcomes.get(choice);
  if (known) return known;
  const made = outcomeOf(choice);
  outcomes.set(choice, made);
  return made;
}

function outcomeOf({ segments, plan }: ProtocolChoice): ProtocolOutcome {
  const protocol: Protocol = { segments };
  checkProtocol(protocol);
  const pulses = sessionPulses(protocol);
  const calendar = courseCalendar(plan, pulses, sessionLength(protocol));
  const course = courseClock(clockOfSession(protocol), calendar.starts);
  const summary = { ...summarizeProtocol(protocol), pulsesPerDay: plan.sessionsPerDay * pulses, pulsesTotal: calendar.pulses };
  return { protocol, calendar, course, timeline: timeline(course), summary };
}
