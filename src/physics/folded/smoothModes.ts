import { tileIndex } from '../modes/combineModes';
import type { ModesOperator } from '../modes/modesOperator';
import { SMOOTH_NUMBERS } from './foldedRows';
import { differenceShare, nodeNeighbors } from './nodeDifferences';

/**
 * The twelve numbers (field, then differences along x, y, z) of every mode at one place, row-major, 12 × modes [V/m per A/s per strength].
 *
 * @param cell nodes around the place, as positions in `grid.nodes`, and their trilinear weights
 */
export function smoothModes(
  { grid, modeCount, tiles }: Pick<ModesOperator, 'grid' | 'modeCount' | 'tiles'>,
  { nodes, weights }: { readonly nodes: readonly number[]; readonly weights: readonly number[] },
): Float64Array {
  const neighbors = nodeNeighbors(grid);
  const out = new Float64Array(SMOOTH_NUMBERS * modeCount);
  /** Adds a node's field of all modes to three rows of `out`, from row `first`. */
  const add = (node: number, first: number, weight: number): void => {
    for (let axis = 0; axis < 3; axis++)
      for (let m = 0; m < modeCount; m++) out[(first + axis) * modeCount + m] += weight * tiles[tileIndex(3 * node + axis, m, modeCount)];
  };
  nodes.forEach((node, n) => {
    add(node, 0, weights[n]);
    for (let along = 0; along < 3; along++) {
      const [below, above] = [neighbors[6 * node + 2 * along], neighbors[6 * node + 2 * along + 1]];
      const share = weights[n] * differenceShare(node, below, above);
      add(above, 3 + 3 * along, share);
      add(below, 3 + 3 * along, -share);
    }
  });
  return out;
}
