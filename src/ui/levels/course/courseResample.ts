import { outcomeStudy } from '../../../dose/course/outcomeData';
import { seededRandom } from '../../../dose/seededRandom';

export interface TrialResample {
  /** Share of responders, active minus sham, in each repetition; ascending. */
  readonly differences: Float64Array;
  /** Limits of the middle 95 %. */
  readonly interval: readonly [number, number];
  /** The difference in the trial itself. */
  readonly observed: number;
  readonly people: readonly [active: number, sham: number];
  readonly responders: readonly [active: number, sham: number];
}

/**
 * The small trial of the accelerated protocol, repeated: each arm is drawn anew from its own people with replacement (bootstrap). It shows
 * how much the play of chance alone leaves open; it cannot show what another place or other people would have found.
 */
export function resampleTrial(seed: number, repetitions = 2000): TrialResample {
  const [active, sham] = outcomeStudy('cole-2022').arms;
  const people = [active.participants.value, sham.participants.value] as const;
  const responders = [active.responders!.value, sham.responders!.value] as const;
  const random = seededRandom(seed);
  const draw = (arm: 0 | 1): number => {
    let count = 0;
    for (let person = 0; person < people[arm]; person++) if (random.below(people[arm]) < responders[arm]) count++;
    return count / people[arm];
  };
  const differences = Float64Array.from({ length: repetitions }, () => draw(0) - draw(1)).sort();
  const at = (share: number): number => differences[Math.min(repetitions - 1, Math.floor(share * repetitions))];
  const observed = responders[0] / people[0] - responders[1] / people[1];
  return { differences, interval: [at(0.025), at(0.975)], observed, people, responders };
}

/** Counts of the values in `bins` equal steps from `low` to `high`; values outside go to the ends. */
export function histogram(values: ArrayLike<number>, low: number, high: number, bins: number): number[] {
  const counts = new Array<number>(bins).fill(0);
  for (let n = 0; n < values.length; n++) {
    const bin = Math.floor((bins * (values[n] - low)) / (high - low));
    counts[Math.min(bins - 1, Math.max(0, bin))]++;
  }
  return counts;
}
