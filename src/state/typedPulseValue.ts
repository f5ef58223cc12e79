import type { ParameterSpec } from './parameterSpec';

/** A pulse that was typed, compiled and tried: whoever holds one can evaluate it at once. Only `compileTypedPulse` makes others than the first. */
export interface TypedPulse {
  /** dI/dt as a formula of t in seconds, as typed. */
  readonly expression: string;
  /** The formula is used from 0 to here [s]. */
  readonly duration: number;
  /** The formula at t [s], in no unit: it is scaled to the chosen dI/dt. Finite from 0 to `duration`, and not zero everywhere. */
  readonly shape: (t: number) => number;
}

/** The formula that is offered first; it needs no parser (a test compares the two). */
export const FIRST_TYPED_PULSE: TypedPulse = {
  expression: 'cos(2*pi*t/0.0003)*exp(-t/0.0005)',
  duration: 300e-6,
  shape: (t) => Math.cos((2 * Math.PI * t) / 0.0003) * Math.exp(-t / 0.0005),
};

/** Longest formula, in characters; the parser takes no more either. */
export const LONGEST_EXPRESSION = 400;

/** How long a typed pulse may last. */
export const PULSE_DURATION: ParameterSpec = {
  label: 'Duration',
  help: 'How long a typed pulse lasts; the formula is used from 0 to here.',
  minimum: 10e-6,
  maximum: 5e-3,
  initial: FIRST_TYPED_PULSE.duration,
  step: 10e-6,
  display: { unit: 'µs', factor: 1e6, decimals: 0 },
};

/** A formula of the last visit that was not compiled yet. */
export interface WaitingPulse {
  readonly expression: string;
  readonly duration: number;
  /** Whether it was the pulse, and not only what the box of the typed pulse held. */
  readonly chosen: boolean;
}
