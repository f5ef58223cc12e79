import { FIVE_OF_TEN, type ThresholdRule } from '../../../dose/threshold/huntThreshold';
import { MAXIMUM_LIKELIHOOD } from '../../../dose/threshold/maximumLikelihoodThreshold';
import { type GamesPlayed, NO_GAMES, playGame } from '../../../dose/threshold/thresholdConvergence';

export const BOT_GAMES = 500;
/** The first subject of the bot: that of the study of convergence, so that both give the same figures. */
export const BOT_SEED = 1;
/** How long the bot may hold the page at a stretch, in milliseconds. */
const SLICE = 10;

export const BOT_RULES = [
  { id: 'frequency', label: '5 of 10', rule: FIVE_OF_TEN },
  { id: 'likelihood', label: 'Adaptive, 25 pulses', rule: MAXIMUM_LIKELIHOOD },
] as const satisfies readonly { id: string; label: string; rule: ThresholdRule }[];

/** Counts of errors in bins of `width` around 0, from -reach to reach; what lies beyond counts in the last bin of its side. */
export function errorHistogram(errors: readonly number[], width: number, reach: number): readonly number[] {
  const side = Math.round(reach / width);
  const counts = new Array<number>(2 * side + 1).fill(0);
  for (const error of errors) counts[Math.min(side, Math.max(-side, Math.round(error / width))) + side]++;
  return counts;
}

/** Plays all games of all rules in slices, so that the page stays alive; returns how to stop. */
export function runBot(seed: number, onProgress: (results: readonly GamesPlayed[]) => void): () => void {
  let results: GamesPlayed[] = BOT_RULES.map(() => NO_GAMES);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const slice = (): void => {
    const end = performance.now() + SLICE;
    while (performance.now() < end && results.some(({ games }) => games < BOT_GAMES)) {
      results = results.map((result, n) => (result.games < BOT_GAMES ? playGame(result, BOT_RULES[n].rule, seed) : result));
    }
    onProgress(results);
    if (results.some(({ games }) => games < BOT_GAMES)) timer = setTimeout(slice, 0);
  };
  timer = setTimeout(slice, 0);
  return () => clearTimeout(timer);
}
