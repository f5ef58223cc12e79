import { type SeededRandom, seededRandom } from '../seededRandom';
import { backgroundQuantile, mepAmplitude } from './recruitment';
import type { VirtualSubject } from './recruitmentPopulation';
import { thresholdData } from './thresholdData';
import { RESPONSE_CRITERION } from './thresholdProbability';

/** One pulse of the game and what the electrodes showed. */
export interface ThresholdTrial {
  /** Output, fraction of the maximum. */
  readonly output: number;
  /** What acts on the hand area over the output: 1 with the coil at its place over it and the reference pulse, less where the coil is off. */
  readonly coupling: number;
  /** Volts, peak to peak. */
  readonly amplitude: number;
  /** Whether the amplitude reached 50 µV. */
  readonly response: boolean;
}

/** Trials from which a mean amplitude is stable: fewer mislead, as a game with five pulses shows. */
export const TRIALS_FOR_STABLE_MEAN = thresholdData.trialsForStableMean;

/** A running game: the seed fixes every trial, whatever the order of outputs the player chooses. */
export interface ThresholdGame {
  readonly subject: VirtualSubject;
  readonly trials: readonly ThresholdTrial[];
  stimulate(output: number, coupling?: number): ThresholdTrial;
}

/** A coil that touches the scalp and a wide pulse act more than the reference; nothing that can be chosen acts more than this. */
const LARGEST_COUPLING = 10;

/** Draws one trial: three independent scatters, then the recruitment curve. */
export function drawTrial(subject: VirtualSubject, output: number, random: SeededRandom, coupling = 1): ThresholdTrial {
  const { parameters } = subject;
  const scatter = {
    nx: parameters.excitabilityScatter * random.normal(),
    ny: parameters.pathwayScatter * random.normal(),
    background: backgroundQuantile(parameters.background, random.uniform()),
  };
  const amplitude = mepAmplitude(parameters, output * coupling, scatter);
  return { output, coupling, amplitude, response: amplitude >= RESPONSE_CRITERION };
}

export function startThresholdGame(subject: VirtualSubject, seed: number): ThresholdGame {
  const random = seededRandom(seed);
  const trials: ThresholdTrial[] = [];
  return {
    subject,
    trials,
    stimulate: (output, coupling = 1) => {
      const trial = drawTrial(subject, Math.min(1, Math.max(0, output)), random, Math.min(LARGEST_COUPLING, Math.max(0, coupling)));
      trials.push(trial);
      return trial;
    },
  };
}

/** Where a block of the rule "k responses of n" stands. */
export interface BlockState {
  readonly output: number;
  readonly pulses: number;
  readonly responses: number;
  readonly verdict: 'reached' | 'missed' | 'undecided';
}

/**
 * Judges the latest unbroken run of trials at one output, the coil in one place, by "at least `responses` of `of`"; decided as early as the count
 * allows.
 */
export function latestBlock(trials: readonly ThresholdTrial[], responses = 5, of = 10): BlockState | undefined {
  const last = trials.at(-1);
  if (last === undefined) return undefined;
  let first = trials.length;
  const alike = ({ output, coupling }: ThresholdTrial): boolean => output === last.output && coupling === last.coupling;
  while (first > 0 && alike(trials[first - 1]) && trials.length - first < of) first--;
  const block = trials.slice(first);
  const hits = block.filter((trial) => trial.response).length;
  const misses = block.length - hits;
  const verdict = hits >= responses ? 'reached' : misses > of - responses ? 'missed' : 'undecided';
  return { output: last.output, pulses: block.length, responses: hits, verdict };
}
