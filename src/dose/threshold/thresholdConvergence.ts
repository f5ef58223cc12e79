import { huntThreshold, type ThresholdRule } from './huntThreshold';
import { drawVirtualSubject } from './recruitmentPopulation';

/** What a rule did over some seeded games; errors are estimate minus truth, fractions of the maximum output. */
export interface GamesPlayed {
  readonly games: number;
  readonly errors: readonly number[];
  /** Games that ended without an estimate. */
  readonly failures: number;
  readonly meanPulses: number;
}

export const NO_GAMES: GamesPlayed = { games: 0, errors: [], failures: 0, meanPulses: 0 };

/** One more game, with a new virtual subject: game g uses seed + g for the subject and seed + g + 1 000 000 for the trials. */
export function playGame(played: GamesPlayed, rule: ThresholdRule, seed: number): GamesPlayed {
  const subject = drawVirtualSubject(seed + played.games);
  const hunt = huntThreshold(subject, seed + played.games + 1_000_000, rule);
  const games = played.games + 1;
  return {
    games,
    errors: hunt.estimate === undefined ? played.errors : [...played.errors, hunt.estimate - subject.restingThreshold],
    failures: played.failures + (hunt.estimate === undefined ? 1 : 0),
    meanPulses: played.meanPulses + (hunt.pulses - played.meanPulses) / games,
  };
}

/** An estimate this near the truth is good enough for most uses, fraction of the maximum output. */
export const CLOSE = 0.02;

/** Fractions of the maximum output; of at least two errors. */
export interface ErrorStatistics {
  readonly mean: number;
  readonly deviation: number;
  readonly largest: number;
  /** Share of the games whose error is at most `CLOSE`. */
  readonly close: number;
}

export function errorStatistics(errors: readonly number[]): ErrorStatistics {
  const mean = errors.reduce((sum, e) => sum + e, 0) / errors.length;
  const squares = errors.reduce((sum, e) => sum + (e - mean) ** 2, 0);
  const largest = errors.reduce((most, e) => Math.max(most, Math.abs(e)), 0);
  const close = errors.filter((e) => Math.abs(e) <= CLOSE).length / errors.length;
  return { mean, deviation: Math.sqrt(squares / (errors.length - 1)), largest, close };
}

/** How a rule does over `games` virtual subjects. */
export function studyConvergence(rule: ThresholdRule, games = 500, seed = 1): GamesPlayed & ErrorStatistics {
  let played = NO_GAMES;
  while (played.games < games) played = playGame(played, rule, seed);
  return { ...played, ...errorStatistics(played.errors) };
}
