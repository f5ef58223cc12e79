import { inputError } from '../../core/inputError';
import type { CourseClock } from './courseClock';
import { courseClock } from './courseClock';
import type { IntensityReference } from './intensityReference';
import {
  type BurstTiming,
  checkSessions,
  checkTiming,
  fullCycle,
  type ProtocolTiming,
  pulsesInSegment,
  SECONDS_PER_DAY,
  type SessionPlan,
} from './protocolTiming';
import { type SessionClock, sessionClock } from './sessionClock';

/** One stretch of a session over one target. */
export interface ProtocolSegment {
  readonly side?: 'left' | 'right';
  readonly target?: string;
  /** Fraction of the motor threshold named by `intensityReference`. */
  readonly intensity: number;
  readonly intensityReference: IntensityReference;
  readonly timing: BurstTiming;
}

/** A session of one or more segments, and how often it is repeated. */
export interface Protocol {
  readonly segments: readonly ProtocolSegment[];
  readonly sessions?: SessionPlan;
}

/** A protocol of one segment from typed timing; its intensity refers to the resting threshold. */
export const protocolFromTiming = ({ intensity, sessions, ...timing }: ProtocolTiming): Protocol => ({
  segments: [{ intensity, intensityReference: 'rMT', timing }],
  ...(sessions === undefined ? {} : { sessions }),
});

export const sessionLength = (protocol: Protocol): number => protocol.segments.reduce((sum, s) => sum + fullCycle(s.timing), 0);

export const sessionPulses = (protocol: Protocol): number => protocol.segments.reduce((sum, s) => sum + pulsesInSegment(s.timing), 0);

/** Refuses a protocol that cannot be run; the error says which number and why. */
export function checkProtocol(protocol: Protocol): void {
  for (const { timing } of protocol.segments) {
    checkTiming(timing);
    // A single pulse has no length, so the next segment would start on top of it.
    if (protocol.segments.length > 1 && pulsesInSegment(timing) === 1) {
      throw inputError('each of several segments', 'have at least 2 pulses', 1);
    }
  }
  if (protocol.sessions) checkSessions(protocol.sessions, sessionLength(protocol), sessionPulses(protocol));
}

export const clockOfSession = (protocol: Protocol): SessionClock => sessionClock(protocol.segments.map((segment) => segment.timing));

/** Starts of the sessions of a plan on consecutive days, seconds from the first. */
export function sessionStarts(plan: SessionPlan = { perDay: 1, days: 1 }): Float64Array {
  const starts = new Float64Array(plan.perDay * plan.days);
  for (let i = 0; i < starts.length; i++) {
    const day = Math.floor(i / plan.perDay);
    starts[i] = day * SECONDS_PER_DAY + (i - day * plan.perDay) * (plan.interSessionInterval ?? 0);
  }
  return starts;
}

/** The clock of the protocol with its own repetition; starts of a longer course come from `courseCalendar`. */
export const clockOfProtocol = (protocol: Protocol): CourseClock => courseClock(clockOfSession(protocol), sessionStarts(protocol.sessions));
