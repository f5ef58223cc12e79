import type { TriangleMesh } from './triangleMesh';
import type { Volume } from './volume';

/** The eight corners of a cell as offsets along x, y, z. */
const CORNERS = [0, 1, 2, 3, 4, 5, 6, 7].map((c) => [c & 1, (c >> 1) & 1, c >> 2]);
/** The twelve edges of a cell as pairs of corners. */
const EDGES = CORNERS.flatMap((_, a) => [1, 2, 4].filter((bit) => (a & bit) === 0).map((bit) => [a, a | bit]));

/**
 * The surface field = 0 (negative inside) by naive surface nets: one vertex in every cell that the surface crosses, at the mean of the
 * crossings of its edges, and one quadrilateral around every crossed grid edge (Gibson 1998, 10.1007/BFb0056277). Outward facing.
 */
export function surfaceNets(v: Volume): TriangleMesh {
  const { vertexOf, positions } = placeVertices(v);
  return { positions: Float64Array.from(positions), triangles: Uint32Array.from(joinVertices(v, vertexOf, positions)) };
}

function placeVertices(v: Volume): { vertexOf: Int32Array; positions: number[] } {
  const [nx, ny, nz] = v.size;
  const vertexOf = new Int32Array(v.data.length).fill(-1);
  const positions: number[] = [];
  const offsets = CORNERS.map(([x, y, z]) => (z * ny + y) * nx + x);
  const values = new Float64Array(8);
  for (let k = 0; k < nz - 1; k++) {
    for (let j = 0; j < ny - 1; j++) {
      for (let i = 0; i < nx - 1; i++) {
        const base = (k * ny + j) * nx + i;
        let inside = 0;
        for (let c = 0; c < 8; c++) {
          values[c] = v.data[base + offsets[c]];
          if (values[c] < 0) inside++;
        }
        if (inside === 0 || inside === 8) continue;
        const [x, y, z] = meanCrossing(values);
        vertexOf[base] = positions.length / 3;
        positions.push(v.origin[0] + (i + x) * v.spacing, v.origin[1] + (j + y) * v.spacing, v.origin[2] + (k + z) * v.spacing);
      }
    }
  }
  return { vertexOf, positions };
}

function meanCrossing(values: Float64Array): [number, number, number] {
  const sum: [number, number, number] = [0, 0, 0];
  let count = 0;
  for (const [a, b] of EDGES) {
    if (values[a] < 0 === values[b] < 0) continue;
    const t = values[a] / (values[a] - values[b]);
    for (let axis = 0; axis < 3; axis++) sum[axis] += CORNERS[a][axis] + t * (CORNERS[b][axis] - CORNERS[a][axis]);
    count++;
  }
  return [sum[0] / count, sum[1] / count, sum[2] / count];
}

function joinVertices(v: Volume, vertexOf: Int32Array, positions: number[]): number[] {
  const [nx, ny, nz] = v.size;
  const step = [1, nx, nx * ny];
  const triangles: number[] = [];
  for (let k = 1; k < nz - 1; k++) {
    for (let j = 1; j < ny - 1; j++) {
      for (let i = 1; i < nx - 1; i++) {
        const base = (k * ny + j) * nx + i;
        const inside = v.data[base] < 0;
        for (let axis = 0; axis < 3; axis++) {
          if (inside === v.data[base + step[axis]] < 0) continue;
          const u = step[(axis + 1) % 3];
          const w = step[(axis + 2) % 3];
          const quad = [base - u - w, base - w, base, base - u].map((cell) => vertexOf[cell]);
          pushQuad(triangles, inside ? quad : quad.reverse(), positions);
        }
      }
    }
  }
  return triangles;
}

/** Splits a quadrilateral along its shorter diagonal. */
function pushQuad(triangles: number[], [a, b, c, d]: number[], p: number[]): void {
  const squared = (i: number, j: number): number =>
    (p[3 * i] - p[3 * j]) ** 2 + (p[3 * i + 1] - p[3 * j + 1]) ** 2 + (p[3 * i + 2] - p[3 * j + 2]) ** 2;
  if (squared(a, c) <= squared(b, d)) triangles.push(a, b, c, a, c, d);
  else triangles.push(b, c, d, b, d, a);
}
