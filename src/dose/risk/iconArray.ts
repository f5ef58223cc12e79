import type { GroupStatement } from '../course/outcomeData';
import { seededRandom } from '../seededRandom';

export interface IconCategory {
  readonly id: string;
  readonly label: string;
  /** Share of the group, 0 to 1. */
  readonly share: number;
}

/** A drawn group: one icon per imagined person or session. */
export interface IconArray extends GroupStatement {
  readonly categories: readonly IconCategory[];
  /** Category index of each icon, in random places. */
  readonly icons: Uint8Array;
  /** Icons in each category in this draw; it differs from draw to draw, as trials do. */
  readonly counts: readonly number[];
  /** Mean of the counts over all draws. */
  readonly expected: readonly number[];
}

export const COHORT_SIZE = 10_000;

/**
 * Draws `total` independent icons; the last category takes what the shares of the others leave. The shares of all but the last must not
 * pass 1 together.
 */
export function drawIconArray(categories: readonly IconCategory[], seed: number, total = COHORT_SIZE): IconArray {
  const random = seededRandom(seed);
  const bounds: number[] = [];
  categories.slice(0, -1).reduce((sum, category) => {
    bounds.push(sum + category.share);
    return sum + category.share;
  }, 0);
  const icons = new Uint8Array(total);
  const counts = categories.map(() => 0);
  for (let i = 0; i < total; i++) {
    const u = random.uniform();
    let category = 0;
    while (category < bounds.length && u >= bounds[category]) category++;
    icons[i] = category;
    counts[category]++;
  }
  const others = bounds.at(-1) ?? 0;
  const expected = categories.map((category, i) => total * (i === categories.length - 1 ? 1 - others : category.share));
  return { appliesTo: 'group', categories, icons, counts, expected };
}

/** An event with one share, and everyone else. */
export const drawEventArray = (label: string, otherwise: string, share: number, seed: number, total = COHORT_SIZE): IconArray =>
  drawIconArray(
    [
      { id: 'event', label, share },
      { id: 'none', label: otherwise, share: 1 - share },
    ],
    seed,
    total,
  );
