import type { Dipoles } from '../../physics/dipoles';

/** A coil read from a file of another program, in the coil frame, SI units. */
export interface CoilFile {
  readonly dipoles: Dipoles;
  /** What the file says of itself, as it stands. */
  readonly name: string | null;
  /** Largest dI/dt that the file states [A/s]: one value, a list for several stimulators, or empty. */
  readonly maxdIdt: readonly number[];
}

/** Most dipoles that a coil may have, whether read or made from segments. */
export const MOST_DIPOLES = 100_000;

/** Farther than this from the origin a position is more likely in another unit [m]. */
export const FARTHEST_POSITION = 2;
