import type { Mask, Volume } from './volume';

const FAR = 1e12;

/**
 * Signed distance in mm to the boundary of `mask` (between voxel centres), negative inside. Exact squared Euclidean transform by lower
 * envelopes of parabolas, after Felzenszwalb & Huttenlocher 2012 (10.4086/toc.2012.v008a019).
 */
export function signedDistance(grid: Volume, mask: Mask): Float32Array {
  const outside = squaredDistance(grid.size, mask, 1);
  const inside = squaredDistance(grid.size, mask, 0);
  for (let i = 0; i < outside.length; i++) {
    outside[i] = grid.spacing * (mask[i] ? 0.5 - Math.sqrt(inside[i]) : Math.sqrt(outside[i]) - 0.5);
  }
  return outside;
}

/** Distance in mm from every voxel to the nearest voxel whose mask value is `seed`, less half a voxel; 0 at those voxels. */
export function distanceTo(grid: Volume, mask: Mask, seed: 0 | 1): Float32Array {
  const d = squaredDistance(grid.size, mask, seed);
  for (let i = 0; i < d.length; i++) d[i] = d[i] > 0 ? grid.spacing * (Math.sqrt(d[i]) - 0.5) : 0;
  return d;
}

/** Squared distance, in voxels, of every voxel to the nearest voxel whose mask value is `seed`. */
function squaredDistance(size: Volume['size'], mask: Mask, seed: number): Float32Array {
  const [nx, ny, nz] = size;
  const d = new Float32Array(mask.length);
  for (let i = 0; i < d.length; i++) d[i] = mask[i] === seed ? 0 : FAR;
  const longest = Math.max(nx, ny, nz);
  const scratch = { f: new Float64Array(longest), v: new Int32Array(longest), z: new Float64Array(longest + 1) };
  for (let line = 0; line < ny * nz; line++) transformLine(d, line * nx, 1, nx, scratch);
  for (let k = 0; k < nz; k++) for (let i = 0; i < nx; i++) transformLine(d, k * nx * ny + i, nx, ny, scratch);
  for (let line = 0; line < nx * ny; line++) transformLine(d, line, nx * ny, nz, scratch);
  return d;
}

interface Scratch {
  readonly f: Float64Array;
  readonly v: Int32Array;
  readonly z: Float64Array;
}

function transformLine(d: Float32Array, base: number, stride: number, n: number, { f, v, z }: Scratch): void {
  for (let q = 0; q < n; q++) f[q] = d[base + q * stride];
  let k = 0;
  v[0] = 0;
  z[0] = -Infinity;
  z[1] = Infinity;
  for (let q = 1; q < n; q++) {
    let s = (f[q] + q * q - f[v[k]] - v[k] * v[k]) / (2 * (q - v[k]));
    while (s <= z[k]) {
      k--;
      s = (f[q] + q * q - f[v[k]] - v[k] * v[k]) / (2 * (q - v[k]));
    }
    k++;
    v[k] = q;
    z[k] = s;
    z[k + 1] = Infinity;
  }
  k = 0;
  for (let q = 0; q < n; q++) {
    while (z[k + 1] < q) k++;
    d[base + q * stride] = (q - v[k]) * (q - v[k]) + f[v[k]];
  }
}
