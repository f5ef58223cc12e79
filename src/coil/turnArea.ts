import type { Dipoles } from '../physics/dipoles';
import { totalMoment } from './files/coilFile';
import { createDipoleGrid } from './files/dipoleGrid';

/**
 * Total turn area of a coil [m²]: the sum of the magnitudes of its moments per ampere, gathered on a grid first, so that surfaces that only close
 * a wire and cancel each other do not count.
 */
export function turnArea({ positions, moments }: Dipoles): number {
  const grid = createDipoleGrid(positions);
  for (let i = 0; i < positions.length; i += 3) grid.add(positions.subarray(i, i + 3), moments.subarray(i, i + 3));
  return totalMoment(grid.dipoles(Number.POSITIVE_INFINITY));
}
