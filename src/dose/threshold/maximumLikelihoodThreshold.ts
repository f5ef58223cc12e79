import { normalCdf } from './normalDistribution';
import { thresholdData } from './thresholdData';
import type { ThresholdTrial } from './thresholdGame';

/** Adaptive hunt: each pulse at the threshold that makes the trials so far most likely. */
export interface MaximumLikelihoodRule {
  readonly kind: 'likelihood';
  readonly pulses: number;
  readonly start: number;
  /** Assumed spread of the response probability, as a part of the threshold. */
  readonly relativeSpread: number;
}

/** Spread of the response probability that threshold hunting assumes, as a part of the threshold. */
export const HUNTING_SPREAD = thresholdData.huntingSpread;

export const MAXIMUM_LIKELIHOOD: MaximumLikelihoodRule = {
  kind: 'likelihood',
  pulses: 25,
  start: 0.5,
  relativeSpread: HUNTING_SPREAD.value,
};

const GRID = 1000;

/** Running log-likelihood of every threshold on a grid of 0.1 % of output. */
export interface LikelihoodGrid {
  add(trial: Pick<ThresholdTrial, 'output' | 'response'>): void;
  /** The most likely threshold, fraction of output. */
  estimate(): number;
}

/**
 * The threshold θ whose cumulative normal with mean θ and standard deviation `relativeSpread`·θ makes the trials most likely, after one
 * assumed response at full output (an assumed miss at no output says the same of every threshold). Of equally likely thresholds the middle
 * one is taken, so that the first trials bracket instead of creeping. A trial of the model's probability 0 counts as 1e-12.
 */
export function likelihoodGrid(rule: MaximumLikelihoodRule): LikelihoodGrid {
  const logLikelihood = new Float64Array(GRID);
  const add: LikelihoodGrid['add'] = ({ output, response }) => {
    for (let i = 1; i < GRID; i++) {
      const threshold = i / GRID;
      const z = (output - threshold) / (rule.relativeSpread * threshold);
      logLikelihood[i] += Math.log(Math.max(1e-12, normalCdf(response ? z : -z)));
    }
  };
  add({ output: 1, response: true });
  const estimate = (): number => {
    let first = 1;
    let last = 1;
    for (let i = 2; i < GRID; i++) {
      const gain = logLikelihood[i] - logLikelihood[first];
      if (gain > 1e-9) {
        first = i;
        last = i;
      } else if (gain > -1e-9) last = i;
    }
    return (first + last) / (2 * GRID);
  };
  return { add, estimate };
}
