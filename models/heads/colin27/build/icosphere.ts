import type { TriangleMesh } from './triangleMesh';

/**
 * Unit sphere of 20·4^level triangles. The vertices of a level are the first vertices of every finer level, so values computed on a fine
 * sphere serve the coarse ones. Outward facing.
 */
export function icosphere(level: number): TriangleMesh {
  const g = (1 + Math.sqrt(5)) / 2;
  const corners = [
    [-1, g, 0],
    [1, g, 0],
    [-1, -g, 0],
    [1, -g, 0],
    [0, -1, g],
    [0, 1, g],
    [0, -1, -g],
    [0, 1, -g],
    [g, 0, -1],
    [g, 0, 1],
    [-g, 0, -1],
    [-g, 0, 1],
  ];
  let triangles = [
    0, 11, 5, 0, 5, 1, 0, 1, 7, 0, 7, 10, 0, 10, 11, 1, 5, 9, 5, 11, 4, 11, 10, 2, 10, 7, 6, 7, 1, 8, 3, 9, 4, 3, 4, 2, 3, 2, 6, 3, 6, 8, 3,
    8, 9, 4, 9, 5, 2, 4, 11, 6, 2, 10, 8, 6, 7, 9, 8, 1,
  ];
  const points = corners.map((corner) => unit(corner));
  for (let step = 0; step < level; step++) {
    const middles = new Map<string, number>();
    const middle = (a: number, b: number): number => {
      const key = a < b ? `${a},${b}` : `${b},${a}`;
      const known = middles.get(key);
      if (known !== undefined) return known;
      const made = points.push(unit([0, 1, 2].map((axis) => points[a][axis] + points[b][axis]))) - 1;
      middles.set(key, made);
      return made;
    };
    const finer: number[] = [];
    for (let i = 0; i < triangles.length; i += 3) {
      const [a, b, c] = triangles.slice(i, i + 3);
      const [ab, bc, ca] = [middle(a, b), middle(b, c), middle(c, a)];
      finer.push(a, ab, ca, b, bc, ab, c, ca, bc, ab, bc, ca);
    }
    triangles = finer;
  }
  return { positions: Float64Array.from(points.flat()), triangles: Uint32Array.from(triangles) };
}

function unit(p: number[]): number[] {
  const length = Math.sqrt(p[0] ** 2 + p[1] ** 2 + p[2] ** 2);
  return p.map((value) => value / length);
}
