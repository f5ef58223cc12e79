import { DataUtils } from 'three';
import type { Vec3 } from '../../core/vec3';
import { blockAt, blockField, type GridTissue, type TissueGrid } from '../../physics/folded/tissueGrid';
import type { FieldGrid } from './fieldGrid';
import { sampleGrid } from './sampleGrid';

/*
 * The field inside the folded brain: the three-shell field, turned by the tensor of the block of 2 mm that a point lies in. Where a block holds several tissues, grey matter stands
 * for it, then white matter.
 */

/** The order in which the tissues of a block stand for it. */
const FIRST: readonly GridTissue[] = ['grey', 'white', 'csf'];

/** The tissue that stands for the block around a point [m], and its place in the list of that tissue; null where no brain tissue or fluid is. */
export function tissueAt(blocks: TissueGrid, point: Vec3): { readonly tissue: GridTissue; readonly block: number } | null {
  for (const tissue of FIRST) {
    const block = blockAt(blocks, tissue, point);
    if (block >= 0) return { tissue, block };
  }
  return null;
}

/** The field of one plane of blocks. */
export interface TissuePlane {
  /** Blocks along the two in-plane coordinates, and the lower corner of the first [m]. */
  readonly size: readonly [number, number];
  readonly origin: readonly [number, number];
  readonly spacing: number;
  /** Half floats over `maximum`, stride 4: the vector, and 1 where there is tissue. */
  readonly texels: Uint16Array;
  /** Largest magnitude, per unit source. */
  readonly maximum: number;
}

/** The two coordinates that vary on a plane. */
const IN_PLANE = [
  [1, 2],
  [0, 2],
  [0, 1],
] as const;

/** The field on the plane `axis` = `at` [m]. `values`: the three-shell field, one vector per node of the full grid. */
export function tissuePlane(blocks: TissueGrid, grid: FieldGrid, values: Float32Array, axis: 0 | 1 | 2, at: number): TissuePlane {
  const { spacing } = blocks;
  const [u, v] = IN_PLANE[axis];
  const [nu, nv] = [blocks.dimensions[u], blocks.dimensions[v]];
  const centers = new Float64Array(3 * nu * nv);
  for (let j = 0, p = 0; j < nv; j++)
    for (let i = 0; i < nu; i++, p += 3) {
      centers[p + axis] = blocks.origin[axis] + spacing * (Math.floor((at - blocks.origin[axis]) / spacing) + 0.5);
      centers[p + u] = blocks.origin[u] + spacing * (i + 0.5);
      centers[p + v] = blocks.origin[v] + spacing * (j + 0.5);
    }
  const field = tissueFieldAt(blocks, grid, values, centers);
  let square = 0;
  for (let p = 0; p < field.length; p += 3)
    if (!Number.isNaN(field[p])) square = Math.max(square, field[p] ** 2 + field[p + 1] ** 2 + field[p + 2] ** 2);
  const maximum = Math.sqrt(square) || 1;
  const texels = new Uint16Array(4 * nu * nv);
  for (let n = 0; n < nu * nv; n++) {
    if (Number.isNaN(field[3 * n])) continue;
    for (let k = 0; k < 3; k++) texels[4 * n + k] = DataUtils.toHalfFloat(field[3 * n + k] / maximum);
    texels[4 * n + 3] = DataUtils.toHalfFloat(1);
  }
  return { size: [nu, nv], origin: [blocks.origin[u], blocks.origin[v]], spacing, texels, maximum };
}

/** The field at points (stride 3), NaN where no tissue of the brain and no fluid is; per unit source, stride 3. */
export function tissueFieldAt(blocks: TissueGrid, grid: FieldGrid, values: Float32Array, points: Float64Array): Float32Array {
  const smooth = sampleGrid(grid, values, points, new Float32Array(points.length));
  const out = new Float32Array(points.length).fill(Number.NaN);
  for (let p = 0; p < points.length; p += 3) {
    const found = tissueAt(blocks, [points[p], points[p + 1], points[p + 2]]);
    if (found) out.set(blockField(blocks, found.tissue, found.block, [smooth[p], smooth[p + 1], smooth[p + 2]]), p);
  }
  return out;
}
