import type { Vec3 } from '../../core/vec3';
import type { FoldedProvenance } from './foldedRows';

/** The tissues that the grid holds. */
export const GRID_TISSUES = ['white', 'grey', 'csf'] as const;

export type GridTissue = (typeof GRID_TISSUES)[number];

/**
 * The folded brain on blocks, for cuts and the depth curve: E = T · E₃ with E₃ the three-shell field at the center of the block and one tensor per block and
 * tissue, so that the jumps of the field between tissues stay. A place may hold several tissues.
 */
export interface TissueGrid {
  readonly origin: Vec3;
  readonly spacing: number;
  readonly dimensions: readonly [number, number, number];
  /** Flat indices (x fastest) of the blocks that hold each tissue, ascending. */
  readonly blocks: Readonly<Record<GridTissue, Uint32Array>>;
  /** Row-major 3 × 3 per block, in steps of `tensorStep`. */
  readonly tensors: Readonly<Record<GridTissue, Int16Array>>;
  readonly tensorStep: number;
  readonly provenance: FoldedProvenance;
}

/** Position of a place in the blocks of a tissue, or -1 where it holds none of it. */
export function blockAt({ origin, spacing, dimensions, blocks }: TissueGrid, tissue: GridTissue, point: Vec3): number {
  const index = point.map((value, axis) => Math.floor((value - origin[axis]) / spacing));
  if (index.some((value, axis) => value < 0 || value >= dimensions[axis])) return -1;
  const place = index[0] + dimensions[0] * (index[1] + dimensions[1] * index[2]);
  const list = blocks[tissue];
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle] < place) low = middle + 1;
    else high = middle;
  }
  return list[low] === place ? low : -1;
}

/** Field of a tissue in a block [as `smooth`] from the three-shell field at its center. */
export function blockField(grid: TissueGrid, tissue: GridTissue, block: number, smooth: Vec3): Vec3 {
  const t = grid.tensors[tissue];
  const row = (axis: number): number =>
    grid.tensorStep *
    (t[9 * block + 3 * axis] * smooth[0] + t[9 * block + 3 * axis + 1] * smooth[1] + t[9 * block + 3 * axis + 2] * smooth[2]);
  return [row(0), row(1), row(2)];
}
