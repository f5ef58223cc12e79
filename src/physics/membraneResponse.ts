import type { Pulse } from './pulse';

const STEPS = 20000;

/** Time constant of D'Ostilio 2016 for posterior-anterior current [s]; the value that `membranePeak` is usually asked for. */
export const MEMBRANE_TIME_CONSTANT = 231e-6;

/**
 * Response of a leaky membrane to a pulse, `τ dV/dt = -V + E(t)`, V(0) = 0, where E is dI/dt over its first peak (so V has the unit of E and is
 * 1 where E stays 1 for long). `count` samples at equal steps over the pulse. Exponential integrator with midpoint values:
 * exact for a constant field, second order else. τ must be positive. Source: Barker 1991; Peterchev 2008, IEEE TBME 55:257.
 */
export function membraneResponse(pulse: Pulse, timeConstant: number, count: number): Float64Array {
  const out = new Float64Array(count);
  const perSample = Math.max(1, Math.ceil(STEPS / (count - 1)));
  const step = pulse.duration / ((count - 1) * perSample);
  const keep = Math.exp(-step / timeConstant);
  const scale = 1 / firstPeak(pulse);
  let v = 0;
  for (let i = 1; i < count; i++) {
    for (let k = 0; k < perSample; k++) {
      const middle = ((i - 1) * perSample + k + 0.5) * step;
      v = v * keep + (1 - keep) * scale * pulse.currentRate(middle);
    }
    out[i] = v;
  }
  return out;
}

/** Largest |V| during the pulse; afterwards the membrane only relaxes. */
export function membranePeak(pulse: Pulse, timeConstant: number): number {
  return membraneResponse(pulse, timeConstant, STEPS / 4 + 1).reduce((most, v) => Math.max(most, Math.abs(v)), 0);
}

/** dI/dt at the first extreme [A/s], signed. */
function firstPeak(pulse: Pulse): number {
  const largest = pulse.phaseAmplitudes.reduce((most, a) => Math.max(most, Math.abs(a)), 0);
  return pulse.firstPeakSign * (pulse.maxdIdt / largest);
}
