export type PulseShape = 'biphasic' | 'halfsine' | 'monophasic' | 'rectangular' | 'expression';

/** One stimulator pulse. Times in seconds from its start; the induced field follows `currentRate`, not `current`. */
export interface Pulse {
  readonly shape: PulseShape;
  /** When the current has ended [s]. */
  readonly duration: number;
  /** Full cycle of the ringing circuit [s]; the duration where nothing rings. */
  readonly period: number;
  /** Largest |dI/dt| [A/s]. */
  readonly maxdIdt: number;
  /** Coil current [A]; 0 outside 0…duration. */
  readonly current: (t: number) => number;
  /** dI/dt [A/s]; 0 outside 0…duration. */
  readonly currentRate: (t: number) => number;
  /** Times [s] at which dI/dt changes sign inside the pulse. */
  readonly zeroCrossings: readonly number[];
  /** Extreme of dI/dt in each phase over that of the first phase. */
  readonly phaseAmplitudes: readonly number[];
  /** Sign of dI/dt in the first phase. */
  readonly firstPeakSign: 1 | -1;
  /** Largest |I| [A]. */
  readonly peakCurrent: number;
  /** (V_end/V_0)² of the capacitor; null where the shape says nothing of a capacitor. */
  readonly recoveredEnergyFraction: number | null;
  /** ∫ i² R dt [J]; null where no resistance is given. */
  readonly heatPerPulse: number | null;
  /** Capacitor voltage [V], where there is one. */
  readonly capacitorVoltage?: (t: number) => number;
  /** Times [s] inside the pulse at which dI/dt jumps. */
  readonly breaks: readonly number[];
}

/** `count` (≥ 2) samples at equal steps from 0 to the end of the pulse, for plots. */
export function samplePulse(pulse: Pulse, count: number): { times: Float64Array; current: Float64Array; currentRate: Float64Array } {
  const times = Float64Array.from({ length: count }, (_, i) => (pulse.duration * i) / (count - 1));
  return { times, current: times.map(pulse.current), currentRate: times.map(pulse.currentRate) };
}
