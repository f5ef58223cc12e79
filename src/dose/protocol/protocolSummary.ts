import { clockOfSession, type Protocol } from './protocol';
import { fullCycle, trainDuration } from './protocolTiming';
import { NANOSECONDS, pulseOnset, toNanoseconds } from './sessionClock';

/** What follows from the timing. Seconds. One session, unless named otherwise. */
export interface ProtocolSummary {
  readonly pulses: number;
  readonly pulsesPerDay?: number;
  readonly pulsesTotal?: number;
  readonly firstToLastPulse: number;
  /** Longest train of the session. */
  readonly trainDuration: number;
  /** With the silence after the last train: what clinics quote. */
  readonly fullCycle: number;
  /** Time inside trains over the full cycle; 1 for one train. */
  readonly dutyCycle: number;
}

const rounded = (seconds: number): number => toNanoseconds(seconds) / NANOSECONDS;

/** Counts and durations, exact to the nanosecond. For one segment the duty cycle is trainDuration / interTrainInterval. */
export function summarizeProtocol(protocol: Protocol): ProtocolSummary {
  const clock = clockOfSession(protocol);
  const durations = protocol.segments.map(({ timing }) => ({
    train: trainDuration(timing),
    cycle: fullCycle(timing),
    trains: timing.trains,
  }));
  const cycle = durations.reduce((sum, d) => sum + toNanoseconds(d.cycle), 0) / NANOSECONDS;
  const inTrains = durations.reduce((sum, d) => sum + d.trains * toNanoseconds(d.train), 0) / NANOSECONDS;
  const summary = {
    pulses: clock.pulses,
    firstToLastPulse: pulseOnset(clock, clock.pulses - 1) / NANOSECONDS,
    trainDuration: rounded(Math.max(...durations.map((d) => d.train))),
    fullCycle: cycle,
    dutyCycle: cycle > 0 ? inTrains / cycle : 1,
  };
  const { sessions } = protocol;
  if (sessions === undefined) return summary;
  const pulsesPerDay = clock.pulses * sessions.perDay;
  return { ...summary, pulsesPerDay, pulsesTotal: pulsesPerDay * sessions.days };
}

/** Largest rate of pulses inside the session [Hz]: 1 / shortest interval in use; 0 for a single pulse. */
export function largestRate(protocol: Protocol): number {
  const intervals = protocol.segments.flatMap(({ timing }) => [
    ...(timing.pulsesInBurst > 1 ? [timing.interPulseInterval ?? Number.POSITIVE_INFINITY] : []),
    ...(timing.burstsInTrain > 1 && timing.pulsesInBurst === 1 ? [timing.interBurstInterval ?? Number.POSITIVE_INFINITY] : []),
    ...(timing.trains > 1 && timing.pulsesInBurst * timing.burstsInTrain === 1
      ? [timing.interTrainInterval ?? Number.POSITIVE_INFINITY]
      : []),
  ]);
  return intervals.length === 0 ? 0 : 1 / Math.min(...intervals);
}
