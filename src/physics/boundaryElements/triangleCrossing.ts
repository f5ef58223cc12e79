import type { Facets } from './facets';

/**
 * The first pair of shells of which a facet of one crosses or touches a facet of the other, or undefined. Facets of one shell are not
 * compared with each other. Broad phase: a uniform grid with cells of the mean longest edge.
 */
export function findCrossing(facets: Facets): [number, number] | undefined {
  const cell = facets.edges.reduce((sum, edge) => sum + edge, 0) / facets.count;
  const cells = new Map<string, number[]>();
  for (let s = 0; s + 1 < facets.shellStarts.length; s++) {
    // Look at all shells before this one, then enter this one.
    for (let i = facets.shellStarts[s]; i < facets.shellStarts[s + 1]; i++) {
      const other = visitCells(facets, i, cell, (key) => cells.get(key)?.find((j) => trianglesCross(facets.corners, 9 * i, 9 * j)));
      if (other !== undefined) return [shellOf(facets, other), s];
    }
    for (let i = facets.shellStarts[s]; i < facets.shellStarts[s + 1]; i++) {
      visitCells(facets, i, cell, (key) => {
        const list = cells.get(key);
        if (list) list.push(i);
        else cells.set(key, [i]);
        return undefined;
      });
    }
  }
  return undefined;
}

const shellOf = (facets: Facets, facet: number): number => facets.shellStarts.findIndex((start) => start > facet) - 1;

/** Calls `visit` for every grid cell that the bounding box of the facet touches, until it returns something. */
function visitCells(facets: Facets, facet: number, cell: number, visit: (key: string) => number | undefined): number | undefined {
  const low = [0, 1, 2].map((axis) => Math.floor(Math.min(...cornerAxis(facets.corners, facet, axis)) / cell));
  const high = [0, 1, 2].map((axis) => Math.floor(Math.max(...cornerAxis(facets.corners, facet, axis)) / cell));
  for (let i = low[0]; i <= high[0]; i++) {
    for (let j = low[1]; j <= high[1]; j++) {
      for (let k = low[2]; k <= high[2]; k++) {
        const found = visit(`${i},${j},${k}`);
        if (found !== undefined) return found;
      }
    }
  }
  return undefined;
}

const cornerAxis = (corners: Float64Array, facet: number, axis: number): [number, number, number] => [
  corners[9 * facet + axis],
  corners[9 * facet + 3 + axis],
  corners[9 * facet + 6 + axis],
];

/** Two triangles in general position cross exactly when an edge of one passes through the other. */
function trianglesCross(corners: Float64Array, a: number, b: number): boolean {
  for (let e = 0; e < 3; e++) {
    if (segmentCrossesTriangle(corners, a + 3 * e, a + 3 * ((e + 1) % 3), b)) return true;
    if (segmentCrossesTriangle(corners, b + 3 * e, b + 3 * ((e + 1) % 3), a)) return true;
  }
  return false;
}

/** Six times the signed volume of the tetrahedron of four points, given by their offsets. */
function volume6(p: Float64Array, a: number, b: number, c: number, d: number): number {
  const ux = p[b] - p[a];
  const uy = p[b + 1] - p[a + 1];
  const uz = p[b + 2] - p[a + 2];
  const vx = p[c] - p[a];
  const vy = p[c + 1] - p[a + 1];
  const vz = p[c + 2] - p[a + 2];
  const wx = p[d] - p[a];
  const wy = p[d + 1] - p[a + 1];
  const wz = p[d + 2] - p[a + 2];
  return ux * (vy * wz - vz * wy) + uy * (vz * wx - vx * wz) + uz * (vx * wy - vy * wx);
}

function segmentCrossesTriangle(p: Float64Array, from: number, to: number, t: number): boolean {
  const above = volume6(p, t, t + 3, t + 6, from);
  const below = volume6(p, t, t + 3, t + 6, to);
  // Both ends on one side, or the segment in the plane of the triangle (its own edges against the other facets decide then).
  if (above * below > 0 || (above === 0 && below === 0)) return false;
  const first = volume6(p, from, to, t, t + 3);
  const second = volume6(p, from, to, t + 3, t + 6);
  const third = volume6(p, from, to, t + 6, t);
  return (first >= 0 && second >= 0 && third >= 0) || (first <= 0 && second <= 0 && third <= 0);
}
