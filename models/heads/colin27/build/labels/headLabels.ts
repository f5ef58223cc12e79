import { alignedLabels, type LabelVolume } from '../../../../../src/physics/voxels/labelVolume';
import { tissueCode } from '../../../../../src/physics/voxels/tissues';
import type { HeadSurfaces } from '../operator/headShells';
import type { Volume } from '../volume';
import { brainTissue } from './brainTissue';
import { insideMask } from './shellMask';

/** Voxels of air around the head. */
const MARGIN = 4;

type Grid = Omit<Volume, 'data'>;

/** Five tissues at the spacing of the brain scan (0.5 mm), on its lattice: scalp, skull and fluid from the shells, grey and white matter from the scan. */
export function headLabels(scan: Volume, surfaces: Pick<HeadSurfaces, 'scalp' | 'outerSkull' | 'innerSkull'>): LabelVolume {
  const grid = gridAround(scan, surfaces.scalp.positions);
  const codes = insideMask(grid, surfaces.scalp).map((inside) => (inside ? tissueCode('scalp') : 0));
  put(codes, insideMask(grid, surfaces.outerSkull), tissueCode('bone'));
  put(codes, insideMask(grid, surfaces.innerSkull), tissueCode('csf'));
  const brain = brainTissue(scan, insideMask(scan, surfaces.innerSkull));
  insert(codes, grid, scan, brain);
  const meters = grid.origin.map((value) => value / 1000) as [number, number, number];
  return alignedLabels(codes, grid.size, grid.spacing / 1000, meters);
}

function gridAround({ spacing, origin }: Volume, positions: ArrayLike<number>): Grid {
  const low = [0, 1, 2].map(() => Number.POSITIVE_INFINITY);
  const high = low.map((value) => -value);
  for (let c = 0; c < positions.length; c++) {
    const index = (1000 * positions[c] - origin[c % 3]) / spacing;
    low[c % 3] = Math.min(low[c % 3], index);
    high[c % 3] = Math.max(high[c % 3], index);
  }
  const first = low.map((value) => Math.floor(value) - MARGIN);
  const size = high.map((value, axis) => Math.ceil(value) + MARGIN - first[axis] + 1);
  const start = first.map((value, axis) => origin[axis] + spacing * value);
  return { size: size as [number, number, number], spacing, origin: start as [number, number, number] };
}

function put(codes: Uint8Array, mask: Uint8Array, code: number): void {
  for (let v = 0; v < codes.length; v++) if (mask[v]) codes[v] = code;
}

/** White and grey matter into the larger grid; both lie on one lattice. */
function insert(codes: Uint8Array, grid: Grid, scan: Volume, brain: Uint8Array): void {
  const shift = scan.origin.map((value, axis) => Math.round((value - grid.origin[axis]) / grid.spacing));
  const [nx, ny] = scan.size;
  for (let v = 0; v < brain.length; v++) {
    if (!brain[v]) continue;
    const [i, j, k] = [v % nx, Math.floor(v / nx) % ny, Math.floor(v / (nx * ny))];
    codes[i + shift[0] + grid.size[0] * (j + shift[1] + grid.size[1] * (k + shift[2]))] =
      brain[v] === 1 ? tissueCode('white') : tissueCode('grey');
  }
}
