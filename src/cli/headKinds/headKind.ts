import type { Dipoles } from '../../physics/dipoles';

/** What the terminal needs of a head: the total field. Prepared once per scene from its `head` entry. */
export interface HeadField {
  /**
   * Total electric field per unit rate at `points` (stride 3, m, head frame) for `dipoles` (head frame): V/m per A/s, stride 3.
   * Points where it is not defined are refused by index, as `points[i]`.
   */
  electricField(dipoles: Dipoles, points: Float64Array): Float64Array | Promise<Float64Array>;
}

/** Reads and checks the `head` entry of a scene (its `kind` is known to fit) and prepares the field. `folder`: for relative file names. */
export type ReadHead = (head: unknown, folder: string) => HeadField | Promise<HeadField>;
