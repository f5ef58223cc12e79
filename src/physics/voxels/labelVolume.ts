import { TISSUES, tissueCode } from './tissues';

/** A head as tissue codes (`TISSUES`) in voxels, x fastest. */
export interface LabelVolume {
  readonly codes: Uint8Array;
  readonly size: readonly [number, number, number];
  /** Three rows of four numbers: head frame [m] to continuous voxel indices, whole numbers at voxel centers. */
  readonly toVoxel: Float64Array;
  /** Its inverse: voxel indices to head frame [m]. */
  readonly toHead: Float64Array;
}

/** A volume with axes along the head frame; `firstCenter` is the center of voxel (0, 0, 0) [m]. */
export function alignedLabels(
  codes: Uint8Array,
  size: readonly [number, number, number],
  spacing: number,
  firstCenter: readonly [number, number, number],
): LabelVolume {
  const [x, y, z] = firstCenter;
  const s = 1 / spacing;
  const toVoxel = Float64Array.of(s, 0, 0, -x * s, 0, s, 0, -y * s, 0, 0, s, -z * s);
  return { codes, size, toVoxel, toHead: Float64Array.of(spacing, 0, 0, x, 0, spacing, 0, y, 0, 0, spacing, z) };
}

/** Code of the voxel that holds the point [m]; 0 (air) outside the volume. */
export function codeAt({ codes, size: [nx, ny, nz], toVoxel: m }: LabelVolume, x: number, y: number, z: number): number {
  // A thousandth of a voxel decides ties between voxels the same way on every platform.
  const i = Math.floor(m[0] * x + m[1] * y + m[2] * z + m[3] + 0.501);
  const j = Math.floor(m[4] * x + m[5] * y + m[6] * z + m[7] + 0.501);
  const k = Math.floor(m[8] * x + m[9] * y + m[10] * z + m[11] + 0.501);
  return i < 0 || j < 0 || k < 0 || i >= nx || j >= ny || k >= nz ? 0 : codes[i + nx * (j + ny * k)];
}

/** Edges of a voxel along the three axes of the volume [m]. */
export const voxelEdges = ({ toHead: m }: LabelVolume): [number, number, number] =>
  [0, 1, 2].map((axis) => Math.hypot(m[axis], m[4 + axis], m[8 + axis])) as [number, number, number];

/** Smallest box of the head frame that holds every voxel which is no air [m]: least corner, greatest corner. */
export function conductorBox(labels: LabelVolume): [Float64Array, Float64Array] {
  const { toHead: m } = labels;
  const { low, high } = conductorIndices(labels);
  const least = new Float64Array(3).fill(Number.POSITIVE_INFINITY);
  const greatest = new Float64Array(3).fill(Number.NEGATIVE_INFINITY);
  for (let corner = 0; corner < 8; corner++) {
    const index = [0, 1, 2].map((axis) => ((corner >> axis) & 1 ? high[axis] + 0.5 : low[axis] - 0.5));
    for (let axis = 0; axis < 3; axis++) {
      const value = m[4 * axis] * index[0] + m[4 * axis + 1] * index[1] + m[4 * axis + 2] * index[2] + m[4 * axis + 3];
      least[axis] = Math.min(least[axis], value);
      greatest[axis] = Math.max(greatest[axis], value);
    }
  }
  return [least, greatest];
}

/** First and last voxel along each axis that is no air. */
function conductorIndices({ codes, size: [nx, ny, nz] }: LabelVolume): { low: Float64Array; high: Float64Array } {
  const low = Float64Array.of(nx, ny, nz);
  const high = Float64Array.of(-1, -1, -1);
  const include = (axis: number, first: number, last: number): void => {
    low[axis] = Math.min(low[axis], first);
    high[axis] = Math.max(high[axis], last);
  };
  for (let row = 0; row < ny * nz; row++) {
    const line = codes.subarray(nx * row, nx * (row + 1));
    let first = 0;
    while (first < nx && line[first] === 0) first++;
    if (first === nx) continue;
    let last = nx - 1;
    while (line[last] === 0) last--;
    include(0, first, last);
    include(1, row % ny, row % ny);
    include(2, Math.floor(row / ny), Math.floor(row / ny));
  }
  return { low, high };
}

/** Voxels of each tissue, in the order of `TISSUES`. */
export function countTissues(codes: Uint8Array): Uint32Array {
  const counts = new Uint32Array(256);
  for (let v = 0; v < codes.length; v++) counts[codes[v]]++;
  return counts;
}

/** Whether a code stands for brain: white or grey matter. */
export const isBrain = (code: number): boolean => code === tissueCode('white') || code === tissueCode('grey');

export const MOST_CODES = TISSUES.length;
