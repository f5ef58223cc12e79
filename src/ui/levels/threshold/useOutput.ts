import { outputAtRate, rateAtOutput } from '../../../dose/threshold/outputConversion';
import { choose } from '../../../state/store';
import { useApp, useChoice, useMaximumRate } from '../../appContext';

export const percentOfOutput = { unit: '%', factor: 100, decimals: 0 };

/** Outputs are set in tenths of a percent, so that trials at "the same output" are. */
const roundOutput = (output: number): number => Math.round(1000 * Math.max(0, output)) / 1000;

/** The stage's intensity as a fraction of the maximum output of the chosen stimulator with the chosen coil: the same number, written otherwise. */
export function useOutput(): { readonly output: number; readonly full: number; readonly setOutput: (output: number) => void } {
  const { store } = useApp().simulation;
  // The threshold level shows nothing of this where the pair is unknown.
  const full = useMaximumRate() ?? Number.POSITIVE_INFINITY;
  const dIdt = useChoice((choices) => choices.dIdt);
  const setOutput = (output: number): void => choose(store, { dIdt: rateAtOutput(roundOutput(output), full) });
  return { output: outputAtRate(dIdt, full), full, setOutput };
}
