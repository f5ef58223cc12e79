import type { FieldGrid } from '../grid/fieldGrid';

/**
 * Brain volume [m³] in which the field is at least `threshold` (per unit source): nodes of the grid inside the brain shell, each standing for
 * one cell. `values`: one vector per node of the full grid, stride 3. With cells of 5 mm a volume of n cells is uncertain by about n^(1/2)
 * cells, so a small volume is a rough one.
 */
export function volumeAbove(grid: FieldGrid, values: Float32Array, threshold: number): number {
  const squared = threshold * threshold;
  let count = 0;
  for (let n = 0; n < grid.nodes.length; n++) {
    if (grid.inside[n] === 0) continue;
    const p = 3 * grid.nodes[n];
    const size = values[p] * values[p] + values[p + 1] * values[p + 1] + values[p + 2] * values[p + 2];
    if (size >= squared) count++;
  }
  return count * grid.spacing ** 3;
}
