/** A scalar field on a regular grid, x fastest; spacing and origin (centre of the first voxel) in millimetres of the MNI-152 frame. */
export interface Volume {
  readonly data: Float32Array;
  readonly size: readonly [number, number, number];
  readonly spacing: number;
  readonly origin: readonly [number, number, number];
}

/** A set of voxels on the grid of some volume; 1 inside. */
export type Mask = Uint8Array;

export function emptyLike(v: Volume): Volume {
  return { ...v, data: new Float32Array(v.data.length) };
}

export function withData(v: Volume, data: Float32Array): Volume {
  return { ...v, data };
}

export function makeMask(v: Volume, test: (value: number, index: number) => boolean): Mask {
  const mask = new Uint8Array(v.data.length);
  for (let i = 0; i < mask.length; i++) mask[i] = test(v.data[i], i) ? 1 : 0;
  return mask;
}

/** Calls `visit` with the index and the millimetre position of every voxel. */
export function forEachVoxel(v: Volume, visit: (index: number, x: number, y: number, z: number) => void): void {
  const [nx, ny, nz] = v.size;
  for (let k = 0, i = 0; k < nz; k++) {
    const z = v.origin[2] + k * v.spacing;
    for (let j = 0; j < ny; j++) {
      const y = v.origin[1] + j * v.spacing;
      for (let h = 0; h < nx; h++, i++) visit(i, v.origin[0] + h * v.spacing, y, z);
    }
  }
}

/** Trilinear value at a millimetre position; outside the grid the nearest border value. */
export function sampleVolume(v: Volume, x: number, y: number, z: number): number {
  const [nx, ny, nz] = v.size;
  const fx = clamp((x - v.origin[0]) / v.spacing, 0, nx - 1.000001);
  const fy = clamp((y - v.origin[1]) / v.spacing, 0, ny - 1.000001);
  const fz = clamp((z - v.origin[2]) / v.spacing, 0, nz - 1.000001);
  const i = Math.floor(fx);
  const j = Math.floor(fy);
  const k = Math.floor(fz);
  const u = fx - i;
  const s = fy - j;
  const t = fz - k;
  const d = v.data;
  const a = (k * ny + j) * nx + i;
  const b = a + nx;
  const c = a + nx * ny;
  const e = c + nx;
  const low = (d[a] * (1 - u) + d[a + 1] * u) * (1 - s) + (d[b] * (1 - u) + d[b + 1] * u) * s;
  const high = (d[c] * (1 - u) + d[c + 1] * u) * (1 - s) + (d[e] * (1 - u) + d[e + 1] * u) * s;
  return low * (1 - t) + high * t;
}

/** Index of the voxel nearest to a millimetre position, or -1 outside the grid. */
export function nearestVoxel(v: Volume, x: number, y: number, z: number): number {
  const i = Math.round((x - v.origin[0]) / v.spacing);
  const j = Math.round((y - v.origin[1]) / v.spacing);
  const k = Math.round((z - v.origin[2]) / v.spacing);
  if (i < 0 || j < 0 || k < 0 || i >= v.size[0] || j >= v.size[1] || k >= v.size[2]) return -1;
  return (k * v.size[1] + j) * v.size[0] + i;
}

/** The field sampled on another grid that covers `low`..`high` (mm); `outside` fills what the source does not cover. */
export function resample(v: Volume, low: readonly number[], high: readonly number[], spacing: number, outside: number): Volume {
  const size = [0, 1, 2].map((a) => Math.round((high[a] - low[a]) / spacing) + 1) as [number, number, number];
  const origin = [low[0], low[1], low[2]] as const;
  const out: Volume = { data: new Float32Array(size[0] * size[1] * size[2]), size, spacing, origin };
  const end = [0, 1, 2].map((a) => v.origin[a] + (v.size[a] - 1) * v.spacing);
  forEachVoxel(out, (i, x, y, z) => {
    const covered = x >= v.origin[0] && y >= v.origin[1] && z >= v.origin[2] && x <= end[0] && y <= end[1] && z <= end[2];
    out.data[i] = covered ? sampleVolume(v, x, y, z) : outside;
  });
  return out;
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** Cubic step from 0 at `low` to 1 at `high`. */
export function smoothstep(low: number, high: number, value: number): number {
  const t = clamp((value - low) / (high - low), 0, 1);
  return t * t * (3 - 2 * t);
}
