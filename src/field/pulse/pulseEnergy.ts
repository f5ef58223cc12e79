import type { PulseSpec } from '../../physics/pulse/createPulse';
import type { Pulse } from '../../physics/pulse/pulse';

/** Where the energy of one pulse goes, joules. Null where the shape says nothing of a capacitor, or no resistance is given. */
export interface PulseEnergy {
  /** In the capacitor before the pulse: ½ C V². */
  readonly stored: number | null;
  /** Back in the capacitor after it. */
  readonly recovered: number | null;
  /** Left in the windings and leads: ∫ i² R dt. */
  readonly heat: number | null;
}

/**
 * Energies of a pulse with largest dI/dt `dIdt` [A/s], from the same pulse at 1 A/s and its specification; all grow with the square of dI/dt. In
 * a series circuit without a diode `stored - recovered = heat`; a diode's resistance takes the rest of a monophasic pulse.
 */
export function pulseEnergy(unit: Pulse, spec: PulseSpec | null, dIdt: number): PulseEnergy {
  const square = dIdt * dIdt;
  const stored = spec === null || spec.shape === 'rectangular' ? null : 0.5 * spec.capacitance * spec.voltage ** 2 * square;
  const { recoveredEnergyFraction: share, heatPerPulse } = unit;
  return {
    stored,
    recovered: stored === null || share === null ? null : share * stored,
    heat: heatPerPulse === null ? null : heatPerPulse * square,
  };
}
