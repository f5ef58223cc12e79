import { drawVirtualSubject } from '../dose/threshold/recruitmentPopulation';
import { startThresholdGame, type ThresholdGame } from '../dose/threshold/thresholdGame';

/** The hunt for a threshold: passing, and kept while other levels are looked at. */
export interface ThresholdMemory {
  readonly seed: number;
  readonly game: ThresholdGame;
  /** How many trials the game has; the game itself only grows. */
  readonly trials: number;
  /** What the player named as the threshold, and the truth then, both as outputs. */
  readonly answer: { readonly estimate: number; readonly truth: number } | null;
  /** Resting motor threshold that %rMT refers to, fraction of the maximum; `found` once it comes from the game. */
  readonly motorThreshold: { readonly value: number; readonly found: boolean };
}

export const freshHunt = (seed: number): Pick<ThresholdMemory, 'seed' | 'game' | 'trials' | 'answer'> => ({
  seed,
  // Subject and trials have their own streams, so that the same person can be met again with other trials.
  game: startThresholdGame(drawVirtualSubject(seed), seed + 1_000_000),
  trials: 0,
  answer: null,
});

/** Threshold between half and two thirds of the output, as of many people. */
export const FIRST_SUBJECT = 2;
/** What %rMT refers to until the hunt has found one. */
export const FIRST_THRESHOLD: ThresholdMemory['motorThreshold'] = { value: 0.5, found: false };

export const firstThresholdMemory = (): ThresholdMemory => ({
  ...freshHunt(FIRST_SUBJECT),
  motorThreshold: FIRST_THRESHOLD,
});
