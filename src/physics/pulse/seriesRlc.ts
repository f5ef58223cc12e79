import { inputError } from '../../core/inputError';

/** Coil, capacitor and resistance of a stimulator in series; `voltage` is the capacitor's at t = 0. SI units. */
export interface SeriesRlc {
  readonly inductance: number;
  readonly capacitance: number;
  readonly resistance: number;
  readonly voltage: number;
}

/** α = R/2L [1/s] and ω = sqrt(1/LC - α²) [rad/s]; a circuit that does not ring (α² ≥ 1/LC) is refused. */
export function ringing(circuit: SeriesRlc): { damping: number; frequency: number } {
  const damping = circuit.resistance / (2 * circuit.inductance);
  const squared = 1 / (circuit.inductance * circuit.capacitance) - damping ** 2;
  if (!(squared > 0)) {
    const limit = 2 * Math.sqrt(circuit.inductance / circuit.capacitance);
    throw inputError(
      'stimulator.resistance',
      `be below 2·sqrt(L/C) = ${limit.toPrecision(4)} Ω so that the circuit rings`,
      circuit.resistance,
    );
  }
  return { damping, frequency: Math.sqrt(squared) };
}

/**
 * State of the discharging circuit at time t ≥ 0: current `i = V0/(ωL) e^(-αt) sin ωt` [A], rate
 * `di/dt = V0/L e^(-αt) (cos ωt - α/ω sin ωt)` [A/s], capacitor voltage `V0 e^(-αt) (cos ωt + α/ω sin ωt)` [V].
 * Holds for the under-damped circuit only. Source: any circuit textbook, e.g. Barker 1991, J Clin Neurophysiol 8:26.
 */
export function seriesRlc(circuit: SeriesRlc, t: number): { current: number; rate: number; capacitorVoltage: number } {
  const { damping, frequency } = ringing(circuit);
  const decay = circuit.voltage * Math.exp(-damping * t);
  const c = Math.cos(frequency * t);
  const s = Math.sin(frequency * t);
  return {
    current: (decay * s) / (frequency * circuit.inductance),
    rate: (decay * (c - (damping / frequency) * s)) / circuit.inductance,
    capacitorVoltage: decay * (c + (damping / frequency) * s),
  };
}
