import type { Sourced } from '../../core/sourced';

/** Largest repetition rates that a maker states for some outputs of one machine; they stand in the file of the stimulator. */
export interface StimulatorRates {
  readonly id: string;
  readonly name: string;
  readonly points: readonly { readonly output: Sourced<number>; readonly rate: Sourced<number> }[];
}

/**
 * Whether a machine can repeat pulses at `rate` [Hz] and `output` (fraction). A stated pair is a corner of what the machine can do: less of
 * both is within, more of one without less of the other is beyond. Between two stated corners nothing is known.
 */
export function rateVerdict(machine: StimulatorRates, output: number, rate: number): 'within' | 'beyond' | 'not-stated' {
  const corners = machine.points.map((point) => ({ output: point.output.value, rate: point.rate.value }));
  if (corners.some((corner) => output <= corner.output && rate <= corner.rate)) return 'within';
  return corners.some((corner) => output >= corner.output && rate >= corner.rate) ? 'beyond' : 'not-stated';
}
