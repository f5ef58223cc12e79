import type { z } from 'zod';
import population from '../../../models/evidence/recruitment.json';
import { type SeededRandom, seededRandom } from '../seededRandom';
import type { RecruitmentParameters } from './recruitment';
import type { recruitmentSchema } from './recruitmentSchema';
import { restingThreshold } from './thresholdProbability';

/** A person who exists only in this program. Nothing about a real person goes in, nothing about a real person comes out. */
export interface VirtualSubject {
  readonly kind: 'virtual';
  readonly parameters: RecruitmentParameters;
  /** Output (fraction) at which half the trials reach 50 µV, found from the model itself: the truth that a threshold hunt aims at. */
  readonly restingThreshold: number;
}

/** The published statistics of the population, each with source and grade. */
export const recruitmentPopulation = population as unknown as z.output<typeof recruitmentSchema>;

const statistic = (key: keyof typeof population) => recruitmentPopulation[key].value;

function parametersFrom(logs: readonly [number, number, number], p2: number, noise: number): RecruitmentParameters {
  return {
    p2,
    p3: 10 ** logs[0],
    p4: 10 ** logs[1],
    p5: 10 ** logs[2],
    excitabilityScatter: 10 ** statistic('logExcitabilityScatter'),
    pathwayScatter: 10 ** statistic('logPathwayScatter'),
    background: {
      location: 10 ** statistic('logBackground'),
      scale: statistic('backgroundScale') * 1.5 ** noise,
      shape: statistic('backgroundShape') * 2 ** noise,
    },
  };
}

const means = (): [number, number, number] => [statistic('logP3'), statistic('logP4'), statistic('logP5')];

/** The subject at the centre of the population: all statistics at their mean. */
export function medianSubject(): VirtualSubject {
  const parameters = parametersFrom(means(), statistic('p2'), 0);
  return { kind: 'virtual', parameters, restingThreshold: restingThreshold(parameters) ?? Number.NaN };
}

/** Lower factor of the covariance of (log10 p3, log10 p4, log10 p5). */
function choleskyFactor(): readonly number[] {
  const l11 = Math.sqrt(statistic('varianceLogP3'));
  const l21 = statistic('covarianceLogP3LogP4') / l11;
  const l31 = statistic('covarianceLogP3LogP5') / l11;
  const l22 = Math.sqrt(statistic('varianceLogP4') - l21 * l21);
  const l32 = (statistic('covarianceLogP4LogP5') - l21 * l31) / l22;
  const l33 = Math.sqrt(statistic('varianceLogP5') - l31 * l31 - l32 * l32);
  return [l11, l21, l22, l31, l32, l33];
}

function drawParameters(random: SeededRandom): RecruitmentParameters {
  const [l11, l21, l22, l31, l32, l33] = choleskyFactor();
  const [z1, z2, z3] = [random.normal(), random.normal(), random.normal()];
  const [m3, m4, m5] = means();
  const logs = [m3 + l11 * z1, m4 + l21 * z1 + l22 * z2, m5 + l31 * z1 + l32 * z2 + l33 * z3] as const;
  const p2 = statistic('p2') + Math.sqrt(statistic('varianceP2')) * random.normal();
  return parametersFrom(logs, p2, random.normal());
}

export const THRESHOLD_RANGE: readonly [number, number] = [0.2, 0.95];

/**
 * Draws a subject. A draw without a resting threshold between 20 and 95 % of output (silent at full output, or a background that passes
 * 50 µV by itself) is drawn again, as an experimenter would not enroll that person; `rejected` counts the discarded draws.
 */
export function drawVirtualSubject(seed: number): VirtualSubject & { readonly rejected: number } {
  const random = seededRandom(seed);
  for (let rejected = 0; rejected < 1000; rejected++) {
    const parameters = drawParameters(random);
    const threshold = restingThreshold(parameters);
    if (threshold !== undefined && threshold >= THRESHOLD_RANGE[0] && threshold <= THRESHOLD_RANGE[1]) {
      return { kind: 'virtual', parameters, restingThreshold: threshold, rejected };
    }
  }
  throw new Error('the population statistics gave no subject with a threshold in 1000 draws');
}
