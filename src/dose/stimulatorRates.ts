import rates from '../../models/evidence/stimulator-rates.json';
import type { Sourced } from '../core/sourced';

/** Largest repetition rates that a maker states for some outputs. */
export interface StimulatorRates {
  readonly id: string;
  readonly name: string;
  readonly points: readonly { readonly output: Sourced<number>; readonly rate: Sourced<number> }[];
}

export const stimulatorRates = rates as unknown as readonly StimulatorRates[];

/**
 * Whether a machine can repeat pulses at `rate` [Hz] and `output` (fraction). Only what the sheet implies is said: a rate up to one stated
 * for at least this output is within; a rate above one stated for at most this output is beyond, because the largest rate falls with
 * output; between two stated points nothing is known.
 */
export function rateVerdict(machine: StimulatorRates, output: number, rate: number): 'within' | 'beyond' | 'not-stated' {
  if (machine.points.some((point) => point.output.value >= output && point.rate.value >= rate)) return 'within';
  if (machine.points.some((point) => point.output.value <= output && point.rate.value < rate)) return 'beyond';
  return 'not-stated';
}
