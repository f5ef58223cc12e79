import type { FieldGrid } from './fieldGrid';

/**
 * Trilinear sampling of a vector field on the grid, the same rule as the GPU's texture filter.
 * `values`: one vector per node of the full grid, stride 3. `points`: stride 3, metres. `out`: stride 3, unit of `values`.
 * Points outside the grid take the value of its nearest face, as a texture clamped to its edge does.
 */
export function sampleGrid(grid: FieldGrid, values: Float32Array, points: ArrayLike<number>, out: Float32Array): Float32Array {
  const [nx, ny, nz] = grid.dimensions;
  const inverse = 1 / grid.spacing;
  const [ox, oy, oz] = grid.origin;
  const row = 3 * nx;
  const slab = row * ny;
  for (let p = 0; p < points.length; p += 3) {
    const u = Math.min(Math.max((points[p] - ox) * inverse, 0), nx - 1);
    const v = Math.min(Math.max((points[p + 1] - oy) * inverse, 0), ny - 1);
    const w = Math.min(Math.max((points[p + 2] - oz) * inverse, 0), nz - 1);
    const i = Math.min(u | 0, nx - 2);
    const j = Math.min(v | 0, ny - 2);
    const k = Math.min(w | 0, nz - 2);
    const fu = u - i;
    const fv = v - j;
    const fw = w - k;
    const a = 3 * i + row * j + slab * k;
    const w00 = (1 - fv) * (1 - fw);
    const w10 = fv * (1 - fw);
    const w01 = (1 - fv) * fw;
    const w11 = fv * fw;
    for (let c = a; c < a + 3; c++) {
      const low = w00 * values[c] + w10 * values[c + row] + w01 * values[c + slab] + w11 * values[c + row + slab];
      const high = w00 * values[c + 3] + w10 * values[c + row + 3] + w01 * values[c + slab + 3] + w11 * values[c + row + slab + 3];
      out[p + c - a] = low + fu * (high - low);
    }
  }
  return out;
}
