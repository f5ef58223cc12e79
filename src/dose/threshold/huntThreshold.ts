import { likelihoodGrid, type MaximumLikelihoodRule } from './maximumLikelihoodThreshold';
import type { VirtualSubject } from './recruitmentPopulation';
import { latestBlock, startThresholdGame, type ThresholdGame, type ThresholdTrial } from './thresholdGame';

/** The relative-frequency rule: the lowest output with at least `responses` of `of`, found downward in coarse and upward in fine steps. */
export interface FrequencyRule {
  readonly kind: 'frequency';
  readonly responses: number;
  readonly of: number;
  /** Output fractions. */
  readonly start: number;
  readonly coarseStep: number;
  readonly fineStep: number;
}

export type ThresholdRule = FrequencyRule | MaximumLikelihoodRule;

export const FIVE_OF_TEN: FrequencyRule = { kind: 'frequency', responses: 5, of: 10, start: 0.4, coarseStep: 0.05, fineStep: 0.01 };

export interface ThresholdHunt {
  /** The threshold that was found, fraction of the maximum output; undefined when full output did not satisfy the rule. */
  readonly estimate: number | undefined;
  readonly pulses: number;
  readonly trials: readonly ThresholdTrial[];
}

const clampOutput = (output: number) => Math.round(1000 * Math.min(1, Math.max(0, output))) / 1000;

function blockReaches(game: ThresholdGame, output: number, rule: FrequencyRule): boolean {
  const first = game.trials.length;
  for (;;) {
    game.stimulate(output);
    const block = latestBlock(game.trials.slice(first), rule.responses, rule.of);
    if (block !== undefined && block.verdict !== 'undecided') return block.verdict === 'reached';
  }
}

/** Single pulses upward in double coarse steps until one responds, then blocks. */
function huntByFrequency(subject: VirtualSubject, seed: number, rule: FrequencyRule): ThresholdHunt {
  const game = startThresholdGame(subject, seed);
  let output = clampOutput(rule.start);
  while (output < 1 && !game.stimulate(output).response) output = clampOutput(output + 2 * rule.coarseStep);
  while (output < 1 && !blockReaches(game, output, rule)) output = clampOutput(output + rule.coarseStep);
  if (output >= 1 && !blockReaches(game, 1, rule)) return { estimate: undefined, pulses: game.trials.length, trials: game.trials };
  let reached = output;
  while (reached - rule.coarseStep > 0 && blockReaches(game, clampOutput(reached - rule.coarseStep), rule)) {
    reached = clampOutput(reached - rule.coarseStep);
  }
  let candidate = clampOutput(reached - rule.coarseStep + rule.fineStep);
  while (candidate < reached && !blockReaches(game, candidate, rule)) candidate = clampOutput(candidate + rule.fineStep);
  return { estimate: Math.min(candidate, reached), pulses: game.trials.length, trials: game.trials };
}

function huntByLikelihood(subject: VirtualSubject, seed: number, rule: MaximumLikelihoodRule): ThresholdHunt {
  const game = startThresholdGame(subject, seed);
  const grid = likelihoodGrid(rule);
  let estimate = rule.start;
  for (let pulse = 0; pulse < rule.pulses; pulse++) {
    grid.add(game.stimulate(clampOutput(estimate)));
    estimate = grid.estimate();
  }
  return { estimate, pulses: game.trials.length, trials: game.trials };
}

/** A bot finds the resting motor threshold of a virtual subject by `rule`; the seed fixes every trial. */
export function huntThreshold(subject: VirtualSubject, seed: number, rule: ThresholdRule = FIVE_OF_TEN): ThresholdHunt {
  return rule.kind === 'frequency' ? huntByFrequency(subject, seed, rule) : huntByLikelihood(subject, seed, rule);
}
