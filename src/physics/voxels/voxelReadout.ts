import type { Dipoles } from '../dipoles';
import { vectorPotential } from '../vectorPotential';
import type { VoxelGrid } from './voxelGrid';
import type { Potentials, VoxelSolver } from './voxelSolver';

/** Voxels within this distance of a point count [m]. */
export const READ_RADIUS = 1.5e-3;
/** Standard deviation of the weight over distance [m]. */
export const READ_SIGMA = 0.6e-3;

/** Prepared sums: the field at each point is a weighted mean over voxel centers, and so a sum over nodes. */
export interface VoxelReadout {
  readonly pointCount: number;
  /** Entries of point p: from starts[p] to starts[p + 1]. */
  readonly starts: Uint32Array;
  readonly elements: Uint32Array;
  /** Three numbers an entry [1/m]: minus the gradient along x, y, z. */
  readonly weights: Float32Array;
  /** Mean place of the voxels of each point [m], where the primary field is taken. */
  readonly centers: Float64Array;
}

/**
 * Prepares the reading at `points` [m]: the mean of the field at voxel centers (of the four edges along each axis) within 1.5 mm, weighted by a Gaussian of the distance
 * (0.6 mm) and the cube of the share of the point's own tissue, so that voxels astride a border hardly count. Where no voxel center is near, or
 * none has the tissue, the voxel around the point serves. `fraction(p, i, j, k)`: share of the tissue of point p in voxel (i, j, k).
 */
export function prepareReadout(
  grid: VoxelGrid,
  solver: Pick<VoxelSolver, 'elementOf'>,
  points: ArrayLike<number>,
  fraction: (point: number, i: number, j: number, k: number) => number,
): VoxelReadout {
  const pointCount = points.length / 3;
  const starts = new Uint32Array(pointCount + 1);
  const centers = new Float64Array(3 * pointCount);
  const entries = new EntryList();
  const own = new Map<number, [number, number, number]>();
  for (let p = 0; p < pointCount; p++) {
    own.clear();
    const voxels = voxelsAround(grid, points, p, fraction);
    for (const { i, j, k, weight } of voxels) {
      addVoxel(own, solver, grid.spacing, i, j, k, weight);
      [i, j, k].forEach((index, axis) => {
        centers[3 * p + axis] += weight * (grid.origin[axis] + grid.spacing * (index + 0.5));
      });
    }
    for (const [element, gradient] of own) entries.add(element, gradient);
    starts[p + 1] = entries.count;
  }
  return { pointCount, starts, ...entries.finish(), centers };
}

/** Entries of all points; grows by doubling, as there are millions. */
class EntryList {
  count = 0;
  #elements = new Uint32Array(1024);
  #weights = new Float32Array(3 * 1024);

  add(element: number, gradient: ArrayLike<number>): void {
    if (this.count === this.#elements.length) {
      const [elements, weights] = [new Uint32Array(2 * this.count), new Float32Array(6 * this.count)];
      elements.set(this.#elements);
      weights.set(this.#weights);
      [this.#elements, this.#weights] = [elements, weights];
    }
    this.#elements[this.count] = element;
    this.#weights.set(gradient, 3 * this.count++);
  }

  finish(): Pick<VoxelReadout, 'elements' | 'weights'> {
    return { elements: this.#elements.slice(0, this.count), weights: this.#weights.slice(0, 3 * this.count) };
  }
}

interface WeightedVoxel {
  readonly i: number;
  readonly j: number;
  readonly k: number;
  weight: number;
}

/** Voxels that count for a point, weights with sum 1. */
function voxelsAround(
  { size, spacing, origin }: VoxelGrid,
  points: ArrayLike<number>,
  p: number,
  fraction: (point: number, i: number, j: number, k: number) => number,
): WeightedVoxel[] {
  const place = [0, 1, 2].map((axis) => (points[3 * p + axis] - origin[axis]) / spacing);
  const reach = READ_RADIUS / spacing;
  const ranges = place.map((value, axis) => [
    Math.max(0, Math.ceil(value - reach - 0.5)),
    Math.min(size[axis] - 1, Math.floor(value + reach - 0.5)),
  ]);
  const found: WeightedVoxel[] = [];
  let sum = 0;
  for (let k = ranges[2][0]; k <= ranges[2][1]; k++)
    for (let j = ranges[1][0]; j <= ranges[1][1]; j++)
      for (let i = ranges[0][0]; i <= ranges[0][1]; i++) {
        const squared = (i + 0.5 - place[0]) ** 2 + (j + 0.5 - place[1]) ** 2 + (k + 0.5 - place[2]) ** 2;
        if (squared > reach * reach) continue;
        const share = fraction(p, i, j, k);
        if (share === 0) continue;
        const weight = Math.exp((-squared * spacing * spacing) / (2 * READ_SIGMA * READ_SIGMA)) * share ** 3;
        sum += weight;
        found.push({ i, j, k, weight });
      }
  if (sum === 0) {
    const [i, j, k] = place.map((value, axis) => Math.min(size[axis] - 1, Math.max(0, Math.floor(value))));
    return [{ i, j, k, weight: 1 }];
  }
  for (const voxel of found) voxel.weight /= sum;
  return found;
}

/** Adds minus the gradient at the center of a voxel, times `weight`, to the weights of its eight nodes. */
function addVoxel(
  own: Map<number, [number, number, number]>,
  solver: Pick<VoxelSolver, 'elementOf'>,
  spacing: number,
  i: number,
  j: number,
  k: number,
  weight: number,
): void {
  const part = weight / (4 * spacing);
  for (let corner = 0; corner < 8; corner++) {
    const [a, b, c] = [corner & 1, (corner >> 1) & 1, corner >> 2];
    const element = solver.elementOf(i + a, j + b, k + c);
    if (element < 0) continue;
    let gradient = own.get(element);
    if (!gradient) {
      gradient = [0, 0, 0];
      own.set(element, gradient);
    }
    gradient[0] += a ? -part : part;
    gradient[1] += b ? -part : part;
    gradient[2] += c ? -part : part;
  }
}

/** Total field per unit rate [V/m per A/s], stride 3 over the points, of the coil that was solved in `lane`. */
export function readField(
  { pointCount, starts, elements, weights, centers }: VoxelReadout,
  { values, lanes, unit }: Potentials,
  lane: number,
  dipoles: Dipoles,
): Float64Array {
  const out = vectorPotential(dipoles, centers, new Float64Array(3 * pointCount));
  for (let p = 0, o = 0; p < pointCount; p++, o += 3) {
    let [x, y, z] = [0, 0, 0];
    for (let e = starts[p]; e < starts[p + 1]; e++) {
      const value = values[elements[e] * lanes + lane];
      x += weights[3 * e] * value;
      y += weights[3 * e + 1] * value;
      z += weights[3 * e + 2] * value;
    }
    out[o] = unit * x - out[o];
    out[o + 1] = unit * y - out[o + 1];
    out[o + 2] = unit * z - out[o + 2];
  }
  return out;
}
