import { z } from 'zod';
import { inputError } from '../core/inputError';
import { type Sourced, VERIFICATIONS } from '../core/sourced';
import type { RlcPulseSpec } from '../physics/pulse/createPulse';

/** A stimulator with the coil it was measured with, SI units (the files in `models/stimulators` are SI already). */
export interface StimulatorDescription {
  readonly id: string;
  readonly name: string;
  readonly manufacturer: string;
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
  /** How fast it can repeat at which output; between the entries nothing is stated. */
  readonly repetitionLimits: readonly RepetitionLimit[];
  readonly notes: readonly string[];
}

export interface MeasuredPulse {
  readonly period: Sourced<number>;
  readonly phaseAmplitudes: Sourced<readonly number[]>;
  readonly zeroCrossings?: Sourced<readonly number[]>;
  readonly peakCurrent: Sourced<number>;
  readonly maxdIdt: Sourced<number>;
}

export interface RepetitionLimit {
  /** Fraction of full output, up to which `rate` holds. */
  readonly output: Sourced<number>;
  /** Highest repetition rate [Hz]. */
  readonly rate: Sourced<number>;
  readonly powerSupplies: number;
}

const text = z.string().min(1).max(2000);
const positive = z.number().positive().max(1e12);

function sourced<T extends z.ZodType>(value: T, unit: string) {
  const entry = z.strictObject({
    value,
    unit: z.literal(unit),
    source: text,
    verification: z.enum(VERIFICATIONS as [Sourced<unknown>['verification'], ...Sourced<unknown>['verification'][]]),
  });
  return entry as unknown as z.ZodType<Sourced<z.output<T>>>;
}

export const stimulatorDescriptionSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,60}$/),
  name: text,
  manufacturer: text,
  coilId: z.string().max(60).nullable(),
  shape: z.enum(['biphasic', 'halfsine', 'monophasic']),
  inductance: sourced(positive, 'H'),
  capacitance: sourced(positive, 'F'),
  resistance: sourced(positive, 'Ω'),
  diodeResistance: sourced(z.number().min(0).max(1e6), 'Ω').optional(),
  voltage: sourced(positive, 'V'),
  measured: z
    .strictObject({
      period: sourced(positive, 's'),
      phaseAmplitudes: sourced(z.array(z.number()).max(20), '1'),
      zeroCrossings: sourced(z.array(positive).max(20), 's').optional(),
      peakCurrent: sourced(positive, 'A'),
      maxdIdt: sourced(positive, 'A/s'),
    })
    .optional(),
  repetitionLimits: z
    .array(
      z.strictObject({
        output: sourced(positive.max(1), '1'),
        rate: sourced(positive, 'Hz'),
        powerSupplies: z.number().int().min(1).max(8),
      }),
    )
    .max(20),
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
