import { TILE_ROWS, tileIndex } from '../modes/combineModes';
import { gridCells } from '../modes/gridCells';
import type { ModesOperator } from '../modes/modesOperator';

/** Visits, for every point, the three-shell field of all modes there (x, then y, then z; mode by mode) [V/m per A/s per strength]. The array is overwritten. */
export function forSmoothModes(
  { grid, modeCount, tiles }: Pick<ModesOperator, 'grid' | 'modeCount' | 'tiles'>,
  points: ArrayLike<number>,
  visit: (point: number, modes: Float64Array) => void,
): void {
  const { corners, fractions } = gridCells(grid, points);
  const modes = new Float64Array(3 * modeCount);
  for (let p = 0; 3 * p < points.length; p++) {
    modes.fill(0);
    for (let corner = 0; corner < 8; corner++) {
      const weight = [0, 1, 2].reduce((product, axis) => {
        const fraction = fractions[3 * p + axis];
        return product * ((corner >> axis) & 1 ? fraction : 1 - fraction);
      }, 1);
      if (weight === 0) continue;
      for (let axis = 0; axis < 3; axis++) {
        let tile = tileIndex(3 * corners[8 * p + corner] + axis, 0, modeCount);
        for (let m = axis * modeCount; m < (axis + 1) * modeCount; m++, tile += TILE_ROWS) modes[m] += weight * tiles[tile];
      }
    }
    visit(p, modes);
  }
}
