import { FIVE_OF_TEN, huntThreshold, type ThresholdRule } from '../../dose/huntThreshold';
import { MAXIMUM_LIKELIHOOD } from '../../dose/maximumLikelihoodThreshold';
import { drawVirtualSubject } from '../../dose/recruitmentPopulation';

export const BOT_GAMES = 500;
/** The first subject of the bot: that of the study of convergence, so that both give the same figures. */
export const BOT_SEED = 1;
/** How long the bot may hold the page at a stretch, in milliseconds. */
const SLICE = 10;

export const BOT_RULES = [
  { id: 'frequency', label: '5 of 10', rule: FIVE_OF_TEN },
  { id: 'likelihood', label: 'Adaptive, 25 pulses', rule: MAXIMUM_LIKELIHOOD },
] as const satisfies readonly { id: string; label: string; rule: ThresholdRule }[];

/** What a rule did over some seeded games; errors are estimate minus truth, fractions of the maximum output. */
export interface BotResult {
  readonly games: number;
  readonly errors: readonly number[];
  /** Games that ended without an estimate. */
  readonly failures: number;
  readonly meanPulses: number;
}

export const NO_GAMES: BotResult = { games: 0, errors: [], failures: 0, meanPulses: 0 };

/** One more game of a rule: game g has its own subject (seed + g) and its own trials (seed + g + 1 000 000). */
export function playBotGame(result: BotResult, rule: ThresholdRule, seed: number): BotResult {
  const subject = drawVirtualSubject(seed + result.games);
  const hunt = huntThreshold(subject, seed + result.games + 1_000_000, rule);
  const games = result.games + 1;
  return {
    games,
    errors: hunt.estimate === undefined ? result.errors : [...result.errors, hunt.estimate - subject.restingThreshold],
    failures: result.failures + (hunt.estimate === undefined ? 1 : 0),
    meanPulses: result.meanPulses + (hunt.pulses - result.meanPulses) / games,
  };
}

/** An estimate this near the truth is good enough for most uses, fraction of the maximum output. */
export const CLOSE = 0.02;

export interface ErrorStatistics {
  readonly mean: number;
  readonly deviation: number;
  /** Share of the games whose error is at most `CLOSE`. */
  readonly close: number;
}

export function errorStatistics(errors: readonly number[]): ErrorStatistics {
  const mean = errors.reduce((sum, e) => sum + e, 0) / errors.length;
  const squares = errors.reduce((sum, e) => sum + (e - mean) ** 2, 0);
  const close = errors.filter((e) => Math.abs(e) <= CLOSE).length / errors.length;
  return { mean, deviation: Math.sqrt(squares / (errors.length - 1)), close };
}

/** Counts of errors in bins of `width` around 0, from -reach to reach; what lies beyond counts in the last bin of its side. */
export function errorHistogram(errors: readonly number[], width: number, reach: number): readonly number[] {
  const side = Math.round(reach / width);
  const counts = new Array<number>(2 * side + 1).fill(0);
  for (const error of errors) counts[Math.min(side, Math.max(-side, Math.round(error / width))) + side]++;
  return counts;
}

/** Plays all games of all rules in slices, so that the page stays alive; returns how to stop. */
export function runBot(seed: number, onProgress: (results: readonly BotResult[]) => void): () => void {
  let results: BotResult[] = BOT_RULES.map(() => NO_GAMES);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const slice = (): void => {
    const end = performance.now() + SLICE;
    while (performance.now() < end && results.some(({ games }) => games < BOT_GAMES)) {
      results = results.map((result, n) => (result.games < BOT_GAMES ? playBotGame(result, BOT_RULES[n].rule, seed) : result));
    }
    onProgress(results);
    if (results.some(({ games }) => games < BOT_GAMES)) timer = setTimeout(slice, 0);
  };
  timer = setTimeout(slice, 0);
  return () => clearTimeout(timer);
}
