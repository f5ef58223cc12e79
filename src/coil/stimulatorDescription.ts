import { z } from 'zod';
import { inputError } from '../core/inputError';
import type { Sourced } from '../core/sourced';
import { identifier, positiveNumber, share, sourcedValue, plainText as text } from '../core/sourcedSchema';
import type { RlcPulseSpec } from '../physics/pulse/createPulse';

/** A stimulator with the coil it was measured with, SI units (the files in `models/stimulators` are SI already). */
export interface StimulatorDescription {
  readonly id: string;
  readonly name: string;
  readonly manufacturer: string;
  /** Which machine it is, whatever coil it drives: the key to the largest rates of its pairs with coils. */
  readonly machine: string;
  /** Shipped coil that comes closest to the measured one, if any. */
  readonly coilId: string | null;
  readonly shape: RlcPulseSpec['shape'];
  readonly inductance: Sourced<number>;
  readonly capacitance: Sourced<number>;
  readonly resistance: Sourced<number>;
  /** Beside the capacitor, monophasic stimulators only. */
  readonly diodeResistance?: Sourced<number>;
  /** Capacitor voltage at full output. */
  readonly voltage: Sourced<number>;
  /** What was measured, to compare the circuit with. */
  readonly measured?: MeasuredPulse;
  /** How fast it can repeat at which output, once for each way in which it is powered. */
  readonly repetition: readonly RepetitionLimits[];
  readonly notes: readonly string[];
}

export interface MeasuredPulse {
  readonly period: Sourced<number>;
  readonly phaseAmplitudes: Sourced<readonly number[]>;
  readonly zeroCrossings?: Sourced<readonly number[]>;
  readonly peakCurrent: Sourced<number>;
  readonly maxdIdt: Sourced<number>;
}

/** Largest repetition rates that a maker states for some outputs; between the points nothing is stated. */
export interface RepetitionLimits {
  readonly id: string;
  readonly name: string;
  readonly points: readonly {
    /** Fraction of full output, up to which `rate` holds. */
    readonly output: Sourced<number>;
    /** Highest repetition rate [Hz]. */
    readonly rate: Sourced<number>;
  }[];
}

const repetition = z.strictObject({
  id: identifier,
  name: text,
  points: z
    .array(z.strictObject({ output: sourcedValue(share.positive(), '1'), rate: sourcedValue(positiveNumber, 'Hz') }))
    .min(1)
    .max(20),
});

/** The form of `models/stimulators/*.json`. */
export const stimulatorDescriptionSchema = z.strictObject({
  id: identifier,
  name: text,
  manufacturer: text,
  machine: identifier,
  coilId: z.string().max(60).nullable(),
  shape: z.enum(['biphasic', 'halfsine', 'monophasic']),
  inductance: sourcedValue(positiveNumber, 'H'),
  capacitance: sourcedValue(positiveNumber, 'F'),
  resistance: sourcedValue(positiveNumber, 'Ω'),
  diodeResistance: sourcedValue(z.number().min(0).max(1e6), 'Ω').optional(),
  voltage: sourcedValue(positiveNumber, 'V'),
  measured: z
    .strictObject({
      period: sourcedValue(positiveNumber, 's'),
      phaseAmplitudes: sourcedValue(z.array(z.number()).max(20), '1'),
      zeroCrossings: sourcedValue(z.array(positiveNumber).max(20), 's').optional(),
      peakCurrent: sourcedValue(positiveNumber, 'A'),
      maxdIdt: sourcedValue(positiveNumber, 'A/s'),
    })
    .optional(),
  repetition: z.array(repetition).max(8),
  notes: z.array(text).max(20),
});

/** Reads the content of a stimulator file; a fault is named by the path of the field. */
export function parseStimulatorDescription(raw: unknown): StimulatorDescription {
  const result = stimulatorDescriptionSchema.safeParse(raw);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw inputError(
    ['stimulator', ...issue.path].join('.'),
    `fit the form of a stimulator description (${issue.message})`,
    'something else',
  );
}

/** The circuit at `output` (0…1 of the capacitor voltage), as `createPulse` takes it. */
export function stimulatorPulseSpec(stimulator: StimulatorDescription, output = 1): RlcPulseSpec {
  if (!(output > 0 && output <= 1)) throw inputError('output', 'be above 0 and at most 1', output);
  return {
    shape: stimulator.shape,
    inductance: stimulator.inductance.value,
    capacitance: stimulator.capacitance.value,
    resistance: stimulator.resistance.value,
    voltage: output * stimulator.voltage.value,
    ...(stimulator.diodeResistance ? { diodeResistance: stimulator.diodeResistance.value } : {}),
  };
}
