import { z } from 'zod';
import { inputError } from '../../core/inputError';
import { readInput } from '../../core/readInput';

/**
 * Nested timing of one segment of a session, onset to onset, seconds (the nesting of the NIBS-BIDS draft). An interval is left out when its
 * count is 1, and ignored there if given. Frequency and duration are derived, so nothing is ambiguous.
 */
export interface BurstTiming {
  readonly pulsesInBurst: number;
  readonly interPulseInterval?: number;
  readonly burstsInTrain: number;
  readonly interBurstInterval?: number;
  readonly trains: number;
  readonly interTrainInterval?: number;
}

/** Repetition of the session: `days` consecutive days of `perDay` sessions, onset to onset. */
export interface SessionPlan {
  readonly perDay: number;
  readonly interSessionInterval?: number;
  readonly days: number;
}

export interface ProtocolTiming extends BurstTiming {
  /** Fraction of the resting motor threshold. */
  readonly intensity: number;
  readonly sessions?: SessionPlan;
}

export const LARGEST_COUNT = 1_000_000;
/** Pulses that one session may have: 40 times the largest published day. */
export const LARGEST_SESSION = 1_000_000;
export const LARGEST_COURSE = 20_000_000;
/** A pulse lasts about 0.3 ms; closer onsets than 1 ms would overlap. */
export const SHORTEST_INTERVAL = 0.001;
export const SECONDS_PER_DAY = 86_400;

const count = (most: number) => {
  const mustHold = `be a whole number from 1 to ${most}`;
  return z.number({ error: mustHold }).int(mustHold).min(1, mustHold).max(most, mustHold);
};
const intervalRule = `be a number of seconds from 0 to ${SECONDS_PER_DAY}`;
const interval = z.number({ error: intervalRule }).min(0, intervalRule).max(SECONDS_PER_DAY, intervalRule).optional();
const intensityRule = 'be a fraction of the motor threshold above 0 and at most 3';

const sessionsSchema = z.strictObject(
  { perDay: count(100), interSessionInterval: interval, days: count(400) },
  { error: 'be an object with perDay, interSessionInterval and days' },
);

export const protocolTimingSchema = z.strictObject(
  {
    pulsesInBurst: count(LARGEST_COUNT),
    interPulseInterval: interval,
    burstsInTrain: count(LARGEST_COUNT),
    interBurstInterval: interval,
    trains: count(LARGEST_COUNT),
    interTrainInterval: interval,
    intensity: z.number({ error: intensityRule }).gt(0, intensityRule).max(3, intensityRule),
    sessions: sessionsSchema.optional(),
  },
  { error: 'be an object with the nested timing' },
);

/** An interval that is needed because its count exceeds 1; `floor` is the length of what must fit into it. */
function requireInterval(field: string, value: number | undefined, floor: number, what: string): number {
  if (value === undefined) throw inputError(field, `be given, because there is more than one ${what}`, value);
  if (value < SHORTEST_INTERVAL) throw inputError(field, `be at least ${SHORTEST_INTERVAL} s`, value);
  // Compared in nanoseconds: 40 × 0.1 s must fit into 4 s although neither is exact in binary.
  if (Math.round(value * 1e9) < Math.round(floor * 1e9)) {
    throw inputError(field, `be at least ${Number(floor.toFixed(9))} s, so that one ${what} ends before the next begins`, value);
  }
  return value;
}

/** Length of one burst: pulses × interval; 0 for a single pulse. */
export const burstDuration = (t: BurstTiming): number => (t.pulsesInBurst > 1 ? t.pulsesInBurst * (t.interPulseInterval ?? 0) : 0);

/** Length of one train: bursts × their interval, or the length of the burst when there is one. */
export const trainDuration = (t: BurstTiming): number =>
  t.burstsInTrain > 1 ? t.burstsInTrain * (t.interBurstInterval ?? 0) : burstDuration(t);

/** From the first onset to the end of the last cycle: what clinics quote as the length of a session. */
export const fullCycle = (t: BurstTiming): number => (t.trains > 1 ? t.trains * (t.interTrainInterval ?? 0) : trainDuration(t));

export const pulsesInSegment = (t: BurstTiming): number => t.pulsesInBurst * t.burstsInTrain * t.trains;

/** Refuses timings that no machine could run, or that would take forever to look at. */
export function checkTiming(t: BurstTiming): void {
  if (t.pulsesInBurst > 1) requireInterval('interPulseInterval', t.interPulseInterval, 0, 'pulse');
  if (t.burstsInTrain > 1) requireInterval('interBurstInterval', t.interBurstInterval, burstDuration(t), 'burst');
  if (t.trains > 1) requireInterval('interTrainInterval', t.interTrainInterval, trainDuration(t), 'train');
  const pulses = pulsesInSegment(t);
  if (pulses > LARGEST_SESSION) {
    throw inputError('pulsesInBurst × burstsInTrain × trains', `be at most ${LARGEST_SESSION} pulses in one session`, pulses);
  }
  if (fullCycle(t) > SECONDS_PER_DAY) throw inputError('the length of one session', `be at most ${SECONDS_PER_DAY} s`, fullCycle(t));
}

/** Refuses session plans that do not fit into their days. `cycle` is the length of one session [s], `pulses` its pulses. */
export function checkSessions(plan: SessionPlan, cycle: number, pulses: number): void {
  if (plan.perDay > 1) {
    const spacing = requireInterval('sessions.interSessionInterval', plan.interSessionInterval, cycle, 'session');
    const day = (plan.perDay - 1) * spacing + cycle;
    if (day > SECONDS_PER_DAY) throw inputError('the sessions of one day', `end within ${SECONDS_PER_DAY} s`, day);
  }
  const total = pulses * plan.perDay * plan.days;
  if (total > LARGEST_COURSE) throw inputError('the pulses of the whole course', `be at most ${LARGEST_COURSE}`, total);
}

/** Reads nested timing from outside. */
export function readProtocolTiming(input: unknown): ProtocolTiming {
  const timing = readInput(protocolTimingSchema, input, 'protocol') as ProtocolTiming;
  checkTiming(timing);
  if (timing.sessions) checkSessions(timing.sessions, fullCycle(timing), pulsesInSegment(timing));
  return timing;
}
