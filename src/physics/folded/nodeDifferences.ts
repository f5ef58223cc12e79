import type { ModesOperator } from '../modes/modesOperator';
import { SMOOTH_NUMBERS } from './foldedRows';

/**
 * Six positions in `nodes` per node: its neighbors at -x, +x, -y, +y, -z and +z. Where one carries no field the node stands for it, so that the difference becomes
 * one-sided.
 */
export function nodeNeighbors({ dimensions, nodes }: Pick<ModesOperator['grid'], 'dimensions' | 'nodes'>): Uint16Array {
  const [nx, ny, nz] = dimensions;
  const lookup = new Int32Array(nx * ny * nz).fill(-1);
  nodes.forEach((index, n) => {
    lookup[index] = n;
  });
  const out = new Uint16Array(6 * nodes.length);
  const steps = [1, nx, nx * ny];
  nodes.forEach((index, n) => {
    const place = [index % nx, Math.floor(index / nx) % ny, Math.floor(index / (nx * ny))];
    for (let axis = 0; axis < 3; axis++) {
      const below = place[axis] > 0 ? lookup[index - steps[axis]] : -1;
      const above = place[axis] < dimensions[axis] - 1 ? lookup[index + steps[axis]] : -1;
      out[6 * n + 2 * axis] = below < 0 ? n : below;
      out[6 * n + 2 * axis + 1] = above < 0 ? n : above;
    }
  });
  return out;
}

/** Share of the difference of the two neighbors that is taken: half between both, all of it where one of them is the node itself. */
export const differenceShare = (node: number, below: number, above: number): number => (below === node || above === node ? 1 : 0.5);

/**
 * Twelve numbers a node: the field (stride 3 over the nodes) and its differences per step of the grid along x, y and z.
 * Twin of `nodeDifferences` in wasm/assembly/foldedField.ts.
 */
export function nodeDifferences(field: ArrayLike<number>, neighbors: Uint16Array, out: Float32Array): Float32Array {
  for (let n = 0, o = 0; o < out.length; n++, o += SMOOTH_NUMBERS) {
    for (let axis = 0; axis < 3; axis++) out[o + axis] = field[3 * n + axis];
    for (let along = 0; along < 3; along++) {
      const [below, above] = [neighbors[6 * n + 2 * along], neighbors[6 * n + 2 * along + 1]];
      const share = differenceShare(n, below, above);
      for (let axis = 0; axis < 3; axis++) out[o + 3 + 3 * along + axis] = share * (field[3 * above + axis] - field[3 * below + axis]);
    }
  }
  return out;
}
