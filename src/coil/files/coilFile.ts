import type { Dipoles } from '../../physics/dipoles';

/** A coil read from a file of another program, in the coil frame, SI units. */
export interface CoilFile {
  readonly dipoles: Dipoles;
  /** Where the windings lie (segments' middles or dipoles), stride 3; for contact. */
  readonly windings: Float64Array;
  /** Points of the casing's surface where the file describes one, stride 3; they touch the head instead of the windings. */
  readonly casing?: Float64Array;
  /** What the file calls the coil; null where it does not. */
  readonly name: string | null;
  /** Largest dI/dt that the file states [A/s]: one value, a list for several stimulators, or empty. */
  readonly maxdIdt: readonly number[];
  /** What a person must know of how the file was read, one sentence each. */
  readonly notes: readonly string[];
}

/** Most dipoles or segments that a file may hold. */
export const MOST_DIPOLES = 100_000;

/** Farther than this from the origin a position is more likely in another unit [m]. */
export const FARTHEST_POSITION = 2;

/** Sum of |moments| below which a coil makes no field that anyone could measure [m² of turn area]: a single turn of 0.6 mm radius. */
export const LEAST_MOMENT = 1e-6;

/** Sum of the magnitudes of the moments [A·m² per ampere]. */
export function totalMoment({ moments }: Pick<Dipoles, 'moments'>): number {
  let sum = 0;
  for (let i = 0; i < moments.length; i += 3) sum += Math.sqrt(moments[i] ** 2 + moments[i + 1] ** 2 + moments[i + 2] ** 2);
  return sum;
}
