import type { CoilDescription } from '../../../src/coil/coilDescription';
import { denseWindingDipoles } from '../../../src/coil/windings/denseWindingDipoles';
import type { Dipoles } from '../../../src/physics/dipoles';
import { vectorPotential } from '../../../src/physics/vectorPotential';
import type { MeasuredCoil } from './measuredCoils';

/** Points with less than this share of the largest |A| are not compared by their ratio. */
export const LEAST_SHARE = 0.1;

/** A winding against the measured coil; relative, signed. */
export interface Comparison {
  /** Of |A| at each point above `LEAST_SHARE` of the largest, in the order of the points. */
  readonly sizes: readonly number[];
  /** The one of largest size, unsigned. */
  readonly largest: number;
  readonly turnArea: number;
  /** Differences of the vectors over the largest |A|, three a point, all points. */
  readonly vectors: readonly number[];
}

export function compareWithMeasured(
  measured: MeasuredCoil,
  coil: Pick<CoilDescription, 'wings'>,
  dipoles: Dipoles = denseWindingDipoles(coil as CoilDescription),
): Comparison {
  const points = measured.points.flat().map((value) => value * 1e-3);
  const ours = vectorPotential(dipoles, points, new Float64Array(points.length));
  const theirs = measured.vectorPotential.flat();
  // A coil of one wing has no direction of its own: the source's sense of current is turned to match.
  const sense = coil.wings.length === 1 && ours.reduce((sum, value, i) => sum + value * theirs[i], 0) < 0 ? -1 : 1;
  const size = (a: ArrayLike<number>, i: number): number => Math.hypot(a[3 * i], a[3 * i + 1], a[3 * i + 2]);
  const sizes = measured.points.map((_, i) => size(theirs, i));
  const largestSize = Math.max(...sizes);
  const compared = sizes.flatMap((theirSize, i) => (theirSize > LEAST_SHARE * largestSize ? [size(ours, i) / theirSize - 1] : []));
  return {
    sizes: compared,
    largest: Math.max(...compared.map(Math.abs)),
    turnArea: turnArea(dipoles) / measured.turnArea - 1,
    vectors: theirs.map((value, i) => (sense * ours[i] - value) / largestSize),
  };
}

/** Sum of the sizes of all moments per ampere [m²]. */
export function turnArea({ moments }: Dipoles): number {
  let sum = 0;
  for (let i = 0; i < moments.length; i += 3) sum += Math.hypot(moments[i], moments[i + 1], moments[i + 2]);
  return sum;
}
