import { membranePeak } from '../../physics/pulse/membraneResponse';
import type { Pulse } from '../../physics/pulse/pulse';
import { thresholdData } from './thresholdData';

/** Direction of the induced current across the central sulcus. */
export type SulcusDirection = 'posterior-anterior' | 'anterior-posterior';

/** That, or a peripheral nerve for comparison. */
export type CurrentDirection = SulcusDirection | 'ulnar-nerve';

/** Strength-duration time constants and their standard deviations between people. */
export const MEMBRANE_TIME_CONSTANTS = thresholdData.timeConstants;

/** g of the activation criterion: largest depolarization for unit first peak of the field, with the time constant of the direction. */
export const pulseGain = (pulse: Pulse, direction: CurrentDirection): number =>
  membranePeak(pulse, MEMBRANE_TIME_CONSTANTS[direction].mean.value);

/**
 * Width of the rectangular pulse with the same gain, `-τ ln(1 - g)` [s]: where a pulse of any shape sits on the strength-duration curve.
 * Infinite for a gain of 1, which only an endless pulse has.
 */
export const equivalentRectangularWidth = (gain: number, timeConstant: number): number => -timeConstant * Math.log1p(-gain);
