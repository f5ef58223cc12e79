import { inputError } from '../../core/inputError';
import { completePulse } from './createPulse';
import type { Pulse } from './pulse';
import { pulsePhases } from './pulsePhases';

const STEPS = 4096;

/** A shape of dI/dt over 0…duration [s], scaled so that its largest magnitude is `maxdIdt` [A/s]. */
export interface ShapedPulseSpec {
  /** At t [s], in any unit. */
  readonly shape: (t: number) => number;
  readonly duration: number;
  readonly maxdIdt: number;
  /** Resistance for the heat [Ω]. */
  readonly resistance?: number;
}

/**
 * The pulse of a shape of dI/dt, such as a typed formula. The current is its integral from 0, by Simpson's rule on 4096 steps with cubic
 * interpolation between them. Throws an input error that names `expression` where the shape is not finite, or zero everywhere.
 */
export function shapedPulse(spec: ShapedPulseSpec): Pulse {
  const { shape, duration, maxdIdt } = spec;
  for (const name of ['duration', 'maxdIdt'] as const) {
    if (!(Number.isFinite(spec[name]) && spec[name] > 0)) throw inputError(name, 'be positive and finite', spec[name]);
  }
  const step = duration / STEPS;
  const raw = Float64Array.from({ length: 2 * STEPS + 1 }, (_, i) => shape((i * step) / 2));
  const bad = raw.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) throw inputError('expression', `be finite from 0 to ${duration} s`, `${raw[bad]} at t = ${(bad * step) / 2} s`);
  const { largest } = pulsePhases(shape, duration);
  const scale = maxdIdt / largest;
  if (!(largest > 0 && Number.isFinite(scale))) throw inputError('expression', 'differ from zero somewhere', 0);
  const rate = (t: number) => scale * shape(t);
  const current = runningIntegral(raw, step, scale);
  return completePulse({
    shape: 'expression',
    duration,
    period: duration,
    breaks: [],
    current,
    currentRate: rate,
    resistance: spec.resistance ?? null,
  });
}

/** Cumulative Simpson from samples at half steps; between the steps a cubic with the given slopes. */
function runningIntegral(raw: Float64Array, step: number, scale: number): (t: number) => number {
  const sums = new Float64Array(STEPS + 1);
  for (let i = 0; i < STEPS; i++) {
    sums[i + 1] = sums[i] + ((scale * step) / 6) * (raw[2 * i] + 4 * raw[2 * i + 1] + raw[2 * i + 2]);
  }
  return (t) => {
    const i = Math.min(STEPS - 1, Math.max(0, Math.floor(t / step)));
    const u = Math.min(1, Math.max(0, t / step - i));
    const from = scale * step * raw[2 * i];
    const to = scale * step * raw[2 * i + 2];
    const rise = sums[i + 1] - sums[i];
    return sums[i] + u * (from + u * (3 * rise - 2 * from - to + u * (from + to - 2 * rise)));
  };
}
