import { type FieldGrid, nodePositions } from '../../../../../src/field/grid/fieldGrid';

/** Positions of the nodes that lie inside the brain shell, in the order of `grid.nodes`, stride 3 [m]. */
export function insideNodePositions(grid: FieldGrid): Float64Array {
  const all = nodePositions(grid);
  return all.filter((_, i) => grid.inside[Math.floor(i / 3)] === 1);
}
