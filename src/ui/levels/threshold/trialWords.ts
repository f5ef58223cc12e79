import { formatNumber, formatSignificant, THIN_SPACE } from '../../../core/format';
import type { BlockState, ThresholdTrial } from '../../../dose/threshold/thresholdGame';

/** An amplitude [V] as it is read. */
export const voltage = (value: number): string =>
  value >= 9.95e-4 ? `${formatSignificant(value * 1e3, 2)}${THIN_SPACE}mV` : `${formatSignificant(value * 1e6, 2)}${THIN_SPACE}µV`;

const VERDICTS = { reached: ', reached', missed: ', not reached', undecided: '' };

/** Where the latest run of pulses at one output stands: `3 of 5`. */
export const blockWords = (block: BlockState | undefined): string =>
  block ? `${block.responses} of ${block.pulses}${VERDICTS[block.verdict]}` : 'none counted';

/** What the last pulse did, for who does not see it: `No response, 12 µV; 3 of 5 at 65 % of output.` */
export function trialSentence(trial: ThresholdTrial | undefined, block: BlockState | undefined): string {
  if (!trial || !block) return '';
  const output = `${formatNumber(100 * trial.output)}${THIN_SPACE}% of output`;
  return `${trial.response ? 'Response' : 'No response'}, ${voltage(trial.amplitude)}; ${blockWords(block)} at ${output}.`;
}
