import { membraneResponse } from '../../physics/pulse/membraneResponse';
import type { Pulse } from '../../physics/pulse/pulse';
import { equivalentRectangularWidth, MEMBRANE_TIME_CONSTANTS, pulseGain, type SulcusDirection } from './membraneConstants';

/** Current across the hand area from back to front, and from front to back. */
export const PULSE_DIRECTIONS = ['posterior-anterior', 'anterior-posterior'] as const satisfies readonly SulcusDirection[];

const SAMPLES = 321;

/** One pulse as curves over its duration, for a largest dI/dt of 1 A/s. */
export interface PulseCurves {
  readonly duration: number;
  readonly times: Float64Array;
  readonly current: Float64Array;
  readonly currentRate: Float64Array;
  /** V of the leaky membrane, 1 = where an endless field of the first peak would bring it. */
  readonly membrane: Readonly<Record<SulcusDirection, Float64Array>>;
  /** Largest |V|. */
  readonly gain: Readonly<Record<SulcusDirection, number>>;
  /** Width of the rectangular pulse with the same gain [s]. */
  readonly equivalentWidth: Readonly<Record<SulcusDirection, number>>;
}

const perDirection = <T>(of: (direction: SulcusDirection) => T): Record<SulcusDirection, T> =>
  Object.fromEntries(PULSE_DIRECTIONS.map((direction) => [direction, of(direction)])) as Record<SulcusDirection, T>;

export const timeConstant = (direction: SulcusDirection): number => MEMBRANE_TIME_CONSTANTS[direction].mean.value;

export function pulseCurves(pulse: Pulse): PulseCurves {
  const times = Float64Array.from({ length: SAMPLES }, (_, n) => (pulse.duration * n) / (SAMPLES - 1));
  const gain = perDirection((direction) => pulseGain(pulse, direction));
  const scale = 1 / pulse.maxdIdt;
  return {
    duration: pulse.duration,
    times,
    current: times.map((t) => scale * pulse.current(t)),
    currentRate: times.map((t) => scale * pulse.currentRate(t)),
    membrane: perDirection((direction) => membraneResponse(pulse, timeConstant(direction), SAMPLES)),
    gain,
    equivalentWidth: perDirection((direction) => equivalentRectangularWidth(gain[direction], timeConstant(direction))),
  };
}

/** A sampled curve at any moment of the pulse, straight between the samples; 0 outside. */
export function curveAt(values: Float64Array, duration: number, t: number): number {
  if (!(t >= 0 && t <= duration)) return 0;
  const position = (t / duration) * (values.length - 1);
  const n = Math.min(values.length - 2, Math.floor(position));
  return values[n] + (position - n) * (values[n + 1] - values[n]);
}
