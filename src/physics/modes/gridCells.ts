import type { ModesOperator } from './modesOperator';

/** Where points lie in the grid of an operator, for trilinear sampling of a field with one vector per entry of `nodes`. */
export interface GridCells {
  /** Eight positions in `nodes` per point: the corners of its cell, x fastest. */
  readonly corners: Uint16Array;
  /** Stride 3: position within the cell, 0 to 1. */
  readonly fractions: Float32Array;
  /** 1 where all corners that the point touches carry a field; elsewhere the sample is meaningless. */
  readonly covered: Uint8Array;
}

export function gridCells(grid: ModesOperator['grid'], points: ArrayLike<number>): GridCells {
  const [nx, ny, nz] = grid.dimensions;
  const lookup = new Int32Array(nx * ny * nz).fill(-1);
  grid.nodes.forEach((index, n) => {
    lookup[index] = n;
  });
  const count = Math.floor(points.length / 3);
  const corners = new Uint16Array(8 * count);
  const fractions = new Float32Array(3 * count);
  const covered = new Uint8Array(count).fill(1);
  const cell = [0, 0, 0];
  for (let p = 0; p < count; p++) {
    for (let axis = 0; axis < 3; axis++) {
      const t = (points[3 * p + axis] - grid.origin[axis]) / grid.spacing;
      cell[axis] = Math.min(Math.max(Math.floor(t), 0), grid.dimensions[axis] - 2);
      fractions[3 * p + axis] = t - cell[axis];
      if (!(t >= 0 && t <= grid.dimensions[axis] - 1)) covered[p] = 0;
    }
    const first = cell[0] + nx * (cell[1] + ny * cell[2]);
    for (let corner = 0; corner < 8; corner++) {
      const node = lookup[first + (corner & 1) + nx * (((corner >> 1) & 1) + ny * (corner >> 2))];
      corners[8 * p + corner] = Math.max(node, 0);
      if (node < 0 && cornerWeight(fractions, p, corner) > 1e-9) covered[p] = 0;
    }
  }
  return { corners, fractions, covered };
}

function cornerWeight(fractions: Float32Array, p: number, corner: number): number {
  let weight = 1;
  for (let axis = 0; axis < 3; axis++) {
    const t = fractions[3 * p + axis];
    weight *= (corner >> axis) & 1 ? t : 1 - t;
  }
  return weight;
}
