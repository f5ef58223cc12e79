import type { VoxelGrid } from './voxelGrid';

/**
 * One grid of the multigrid: nodes at the corners of voxels, edges between them. Only the stretch of every row (along x) that holds conducting nodes, or
 * lies beside one that does, is stored: node (i, row) is element `base[row] + i`. Rows run over y, then z, with one empty row around.
 */
export interface GridLevel {
  /** Nodes along x, y, z. */
  readonly nodes: readonly [number, number, number];
  /** Rows per step along z. */
  readonly stride: number;
  readonly base: Int32Array;
  /** First conducting node of each row, and the one after its last. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Elements in all, with room at both ends for reads beside a row. */
  readonly count: number;
  /** Conductance of the edge from each node to the next along x, y, z: mean conductivity of its four voxels × spacing over that of the finest grid [S/m]. */
  readonly cx: Float32Array;
  readonly cy: Float32Array;
  readonly cz: Float32Array;
  /** One over the sum of the six conductances of a node; 0 in air. */
  readonly inverse: Float32Array;
  /** Nodes that conduct. */
  readonly conducting: number;
}

export const rowOf = (level: Pick<GridLevel, 'stride'>, j: number, k: number): number => (k + 1) * level.stride + j + 1;

/** Element of node (i, j, k), which must conduct. */
export const elementOf = (level: GridLevel, i: number, j: number, k: number): number => level.base[rowOf(level, j, k)] + i;

type Size = readonly [number, number, number];

/** The finest level and its coarser ones, each half as fine: halved while sides are even and longer than 14 voxels. */
export function* gridLevels({ size, conductivity }: Pick<VoxelGrid, 'size' | 'conductivity'>): Generator<GridLevel> {
  let [sides, values, factor]: [Size, Float32Array, number] = [size, conductivity, 1];
  for (;;) {
    yield gridLevel(sides, values, factor);
    if (!canHalve(sides)) return;
    values = halved(sides, values);
    sides = [sides[0] / 2, sides[1] / 2, sides[2] / 2];
    factor *= 2;
  }
}

const canHalve = (sides: Size): boolean => sides.every((side) => side % 2 === 0) && Math.max(...sides) > 14;

/** Nodes that the finest level of a grid stores. */
export const storedNodes = ({ size, conductivity }: Pick<VoxelGrid, 'size' | 'conductivity'>): number => planRows(size, conductivity).count;

/** Bytes that a solver in single precision takes: four tables and five vectors; on the coarser levels, a seventh of the nodes, two vectors. */
export const solverBytes = (count: number, lanes: number): number => Math.round(count * (16 + 20 * lanes + (16 + 8 * lanes) / 7));

/** Mean conductivity of every 2 × 2 × 2 voxels. */
function halved([nx, ny, nz]: Size, fine: Float32Array): Float32Array {
  const [mx, my, mz] = [nx / 2, ny / 2, nz / 2];
  const out = new Float32Array(mx * my * mz);
  for (let k = 0; k < nz; k++)
    for (let j = 0; j < ny; j++) {
      const row = nx * (j + ny * k);
      const target = mx * ((j >> 1) + my * (k >> 1));
      for (let i = 0; i < nx; i++) out[target + (i >> 1)] += fine[row + i] / 8;
    }
  return out;
}

function gridLevel(size: Size, conductivity: Float32Array, factor: number): GridLevel {
  const rows = planRows(size, conductivity);
  const arrays = [0, 1, 2, 3].map(() => new Float32Array(rows.count));
  const level = { ...rows, cx: arrays[0], cy: arrays[1], cz: arrays[2], inverse: arrays[3], conducting: 0 };
  fillConductances(level, size, conductivity, factor / 4);
  return { ...level, conducting: fillInverse(level) };
}

/** First conducting node and the one after the last for every row; empty rows have `from` > `to`. */
function conductingStretches([nx, ny, nz]: Size, conductivity: Float32Array): Pick<GridLevel, 'stride' | 'from' | 'to'> {
  const stride = ny + 3;
  const from = new Int32Array(stride * (nz + 3)).fill(nx + 2);
  const to = new Int32Array(from.length).fill(-1);
  for (let k = 0; k < nz; k++)
    for (let j = 0; j < ny; j++) {
      const start = nx * (j + ny * k);
      let first = 0;
      while (first < nx && conductivity[start + first] === 0) first++;
      if (first === nx) continue;
      let last = nx - 1;
      while (conductivity[start + last] === 0) last--;
      const row = rowOf({ stride }, j, k);
      for (const corner of [row, row + 1, row + stride, row + stride + 1]) {
        from[corner] = Math.min(from[corner], first);
        to[corner] = Math.max(to[corner], last + 2);
      }
    }
  return { stride, from, to };
}

function planRows(size: Size, conductivity: Float32Array): Omit<GridLevel, 'cx' | 'cy' | 'cz' | 'inverse' | 'conducting'> {
  const { stride, from, to } = conductingStretches(size, conductivity);
  const pad = size[0] + 8;
  const base = new Int32Array(from.length).fill(4);
  let next = pad;
  for (let row = stride; row < from.length - stride; row++) {
    const beside = [row, row - 1, row + 1, row - stride, row + stride];
    const first = Math.min(...beside.map((other) => from[other]));
    const last = Math.max(...beside.map((other) => to[other]));
    if (first >= last) continue;
    base[row] = next - first;
    next += last - first;
  }
  return { nodes: [size[0] + 1, size[1] + 1, size[2] + 1], stride, base, from, to, count: next + pad };
}

/** The three edges of each node, from sums of the rows of voxels around a row of nodes: voxel i is entry i + 1, with air at both ends. */
function fillConductances(level: GridLevel, [nx, ny, nz]: Size, conductivity: Float32Array, factor: number): void {
  const air = new Float32Array(nx);
  const voxels = (j: number, k: number): Float32Array => {
    if (j < 0 || k < 0 || j >= ny || k >= nz) return air;
    const start = nx * (j + ny * k);
    return conductivity.subarray(start, start + nx);
  };
  const [around, alongY, alongZ] = [0, 1, 2].map(() => new Float64Array(nx + 2));
  for (let k = 0; k <= nz; k++)
    for (let j = 0; j <= ny; j++) {
      const row = rowOf(level, j, k);
      if (level.from[row] >= level.to[row]) continue;
      const [a, b, c, d] = [voxels(j - 1, k - 1), voxels(j, k - 1), voxels(j - 1, k), voxels(j, k)];
      for (let i = 0; i < nx; i++) {
        alongY[i + 1] = b[i] + d[i];
        alongZ[i + 1] = c[i] + d[i];
        around[i + 1] = a[i] + c[i] + alongY[i + 1];
      }
      for (let i = level.from[row], n = level.base[row] + i; i < level.to[row]; i++, n++) {
        level.cx[n] = factor * around[i + 1];
        level.cy[n] = factor * (alongY[i] + alongY[i + 1]);
        level.cz[n] = factor * (alongZ[i] + alongZ[i + 1]);
      }
    }
}

function fillInverse({ base, from, to, stride, cx, cy, cz, inverse }: GridLevel): number {
  let conducting = 0;
  for (let row = 0; row < from.length; row++)
    for (let i = from[row]; i < to[row]; i++) {
      const n = base[row] + i;
      const sum = cx[n] + cx[n - 1] + cy[n] + cy[base[row - 1] + i] + cz[n] + cz[base[row - stride] + i];
      if (sum === 0) continue;
      inverse[n] = 1 / sum;
      conducting++;
    }
  return conducting;
}
