import { type BurstTiming, fullCycle, pulsesInSegment } from './protocolTiming';

/** Whole nanoseconds: sums and products of them stay exact in a double up to 104 days, so pulse times carry no rounding. */
export type Nanoseconds = number;

export const NANOSECONDS = 1e9;
export const toNanoseconds = (seconds: number): Nanoseconds => Math.round(seconds * NANOSECONDS);

/** One segment of a session, laid out on the clock of the session. Intervals of a count of 1 are 0. */
export interface SegmentClock {
  readonly offset: Nanoseconds;
  readonly firstPulse: number;
  readonly pulses: number;
  readonly pulsesInBurst: number;
  readonly burstsInTrain: number;
  readonly trains: number;
  readonly pulseInterval: Nanoseconds;
  readonly burstInterval: Nanoseconds;
  readonly trainInterval: Nanoseconds;
}

export interface SessionClock {
  readonly segments: readonly SegmentClock[];
  readonly pulses: number;
  readonly cycle: Nanoseconds;
}

/**
 * Lays segments one after the other, each at the end of the full cycle before it. Moving the coil from one side to the other takes longer;
 * that time is not published and not counted.
 */
export function sessionClock(timings: readonly BurstTiming[]): SessionClock {
  let offset = 0;
  let firstPulse = 0;
  const segments = timings.map((t): SegmentClock => {
    const segment = {
      offset,
      firstPulse,
      pulses: pulsesInSegment(t),
      pulsesInBurst: t.pulsesInBurst,
      burstsInTrain: t.burstsInTrain,
      trains: t.trains,
      pulseInterval: t.pulsesInBurst > 1 ? toNanoseconds(t.interPulseInterval ?? 0) : 0,
      burstInterval: t.burstsInTrain > 1 ? toNanoseconds(t.interBurstInterval ?? 0) : 0,
      trainInterval: t.trains > 1 ? toNanoseconds(t.interTrainInterval ?? 0) : 0,
    };
    offset += toNanoseconds(fullCycle(t));
    firstPulse += segment.pulses;
    return segment;
  });
  return { segments, pulses: firstPulse, cycle: offset };
}

/** The segment that holds pulse `index` of the session. */
export function segmentOfPulse(clock: SessionClock, index: number): SegmentClock {
  let segment = clock.segments[0];
  for (const next of clock.segments) if (next.firstPulse <= index) segment = next;
  return segment;
}

/** Onset of pulse `index` (0-based) of a session, from its first pulse. */
export function pulseOnset(clock: SessionClock, index: number): Nanoseconds {
  const s = segmentOfPulse(clock, index);
  const inSegment = index - s.firstPulse;
  const burst = Math.floor(inSegment / s.pulsesInBurst);
  const train = Math.floor(burst / s.burstsInTrain);
  const pulseInBurst = inSegment - burst * s.pulsesInBurst;
  const burstInTrain = burst - train * s.burstsInTrain;
  return s.offset + train * s.trainInterval + burstInTrain * s.burstInterval + pulseInBurst * s.pulseInterval;
}

/** How many of `most` onsets at 0, interval, 2·interval … lie before `time` (whole nanoseconds). */
const onsetsBefore = (time: Nanoseconds, interval: Nanoseconds, most: number): number =>
  time <= 0 ? 0 : most === 1 ? 1 : Math.min(most, Math.floor((time - 1) / interval) + 1);

/** Number of pulses of a session before `time`: constant work, whatever their number. */
export function pulsesBeforeOnset(clock: SessionClock, time: Nanoseconds): number {
  let sum = 0;
  for (const s of clock.segments) {
    const trains = onsetsBefore(time - s.offset, s.trainInterval, s.trains);
    if (trains === 0) break;
    const inTrain = time - s.offset - (trains - 1) * s.trainInterval;
    const bursts = onsetsBefore(inTrain, s.burstInterval, s.burstsInTrain);
    const pulses = onsetsBefore(inTrain - (bursts - 1) * s.burstInterval, s.pulseInterval, s.pulsesInBurst);
    sum += ((trains - 1) * s.burstsInTrain + bursts - 1) * s.pulsesInBurst + pulses;
  }
  return sum;
}
