import { formatNumber, formatSignificant } from '../../core/format';
import type { ProtocolSegment } from '../protocol/protocol';
import type { ThetaBurstPattern } from './thetaBurstAftereffect';
import { BURST_PERIOD } from './thetaBurstBuildUp';

const PULSES = 3;
const PULSE_INTERVAL = 0.02;

/** Equal to the nanosecond. */
const same = (a: number, b: number): boolean => Math.round(a * 1e9) === Math.round(b * 1e9);

/** A session as a pattern of the after-effect model, or one sentence that says why the model cannot speak about it. */
export function thetaBurstOfProtocol(segments: readonly ProtocolSegment[]): ThetaBurstPattern | string {
  if (segments.length !== 1) return 'The session goes over two places; this model knows the bursts of one.';
  const {
    pulsesInBurst,
    interPulseInterval = 0,
    burstsInTrain,
    interBurstInterval = 0,
    trains,
    interTrainInterval = 0,
  } = segments[0].timing;
  const known = 'this model knows bursts of three pulses at 50 Hz, five bursts a second.';
  if (pulsesInBurst === 1) return `The protocol has single pulses, no bursts; ${known}`;
  if (pulsesInBurst !== PULSES) {
    return `The protocol gives ${formatNumber(pulsesInBurst)} pulses in a row, at ${formatSignificant(1 / interPulseInterval)} Hz; ${known}`;
  }
  if (!same(interPulseInterval, PULSE_INTERVAL)) {
    return `The pulses in a burst come at ${formatSignificant(1 / interPulseInterval, 3)} Hz; ${known}`;
  }
  if (burstsInTrain > 1 && !same(interBurstInterval, BURST_PERIOD)) {
    return `The bursts come ${formatSignificant(1 / interBurstInterval, 3)} times a second; ${known}`;
  }
  const length = burstsInTrain * BURST_PERIOD;
  // Trains without silence between them are one: as several, each would start again from calcium 0.
  if (trains === 1 || same(interTrainInterval, length)) return { burstsInTrain: burstsInTrain * trains, trains: 1, gapBetweenTrains: 0 };
  return { burstsInTrain, trains, gapBetweenTrains: interTrainInterval - length };
}
