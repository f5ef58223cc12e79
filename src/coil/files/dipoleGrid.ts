import type { Dipoles } from '../../physics/dipoles';

/** Spacing of the grid on which dipoles are gathered, finest [m], and its largest number of nodes. */
const FINEST = 1.5e-3;
const MOST_NODES = 2_000_000;
const COARSER = 1.25;

export interface DipoleGrid {
  readonly spacing: number;
  /** Shares a dipole among the eight nodes around it. */
  readonly add: (position: ArrayLike<number>, moment: ArrayLike<number>) => void;
  /** The nodes that got something, on a coarser grid where they are more than `most`. */
  dipoles(most: number): Dipoles;
}

/**
 * Gathers many dipoles on the nodes of a grid. The shares are trilinear, so the total moment and the first moments (every position times every moment
 * component) stay as they are; what changes is of second order in the spacing over the distance, and for a filled volume that part is a
 * Laplacian, which a field in air does not feel. Linear time. `clouds`: points, stride 3, in whose box all dipoles lie.
 */
export function createDipoleGrid(...clouds: readonly Float64Array[]): DipoleGrid {
  return gridIn(boxOf(clouds), FINEST);
}

/** Dipoles as they are where they are few, else gathered on a grid. */
export function fewerDipoles(dipoles: Dipoles, most: number): Dipoles {
  const { positions, moments } = dipoles;
  if (positions.length <= 3 * most) return dipoles;
  const grid = createDipoleGrid(positions);
  for (let i = 0; i < positions.length; i += 3) grid.add(positions.subarray(i, i + 3), moments.subarray(i, i + 3));
  return grid.dipoles(most);
}

interface Box {
  readonly low: readonly number[];
  readonly high: readonly number[];
}

function boxOf(clouds: readonly Float64Array[]): Box {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (const cloud of clouds) {
    for (let i = 0; i < cloud.length; i++) {
      low[i % 3] = Math.min(low[i % 3], cloud[i]);
      high[i % 3] = Math.max(high[i % 3], cloud[i]);
    }
  }
  return { low, high };
}

function gridIn(box: Box, finest: number): DipoleGrid {
  const sizeAt = (step: number) => box.low.map((low, k) => Math.floor((box.high[k] - low) / step) + 2);
  let spacing = finest;
  while (sizeAt(spacing).reduce((product, n) => product * n, 1) > MOST_NODES) spacing *= COARSER;
  const [nx, ny, nz] = sizeAt(spacing);
  const sums = new Float64Array(3 * nx * ny * nz);
  const touched = new Uint8Array(nx * ny * nz);
  const add: DipoleGrid['add'] = (position, moment) => {
    const [gx, gy, gz] = [0, 1, 2].map((k) => Math.max(0, (position[k] - box.low[k]) / spacing));
    const [i, j, k] = [Math.min(Math.floor(gx), nx - 2), Math.min(Math.floor(gy), ny - 2), Math.min(Math.floor(gz), nz - 2)];
    for (let corner = 0; corner < 8; corner++) {
      const [a, b, c] = [corner & 1, (corner >> 1) & 1, corner >> 2];
      const weight = (a ? gx - i : 1 - gx + i) * (b ? gy - j : 1 - gy + j) * (c ? gz - k : 1 - gz + k);
      if (weight === 0) continue;
      const node = i + a + nx * (j + b + ny * (k + c));
      touched[node] = 1;
      for (let axis = 0; axis < 3; axis++) sums[3 * node + axis] += weight * moment[axis];
    }
  };
  const collect = (): Dipoles => {
    const count = touched.reduce((sum, flag) => sum + flag, 0);
    const out = { positions: new Float64Array(3 * count), moments: new Float64Array(3 * count) };
    let next = 0;
    touched.forEach((flag, node) => {
      if (!flag) return;
      const place = [node % nx, Math.floor(node / nx) % ny, Math.floor(node / (nx * ny))];
      out.positions.set(
        place.map((n, k) => box.low[k] + n * spacing),
        next,
      );
      out.moments.set(sums.subarray(3 * node, 3 * node + 3), next);
      next += 3;
    });
    return out;
  };
  const dipoles = (most: number): Dipoles => {
    const all = collect();
    if (all.positions.length <= 3 * most) return all;
    const coarser = gridIn(box, spacing * COARSER);
    for (let i = 0; i < all.positions.length; i += 3) coarser.add(all.positions.subarray(i, i + 3), all.moments.subarray(i, i + 3));
    return coarser.dipoles(most);
  };
  return { spacing, add, dipoles };
}
