import type { Vec3 } from '../core/vec3';

/** The closest point of a surface: position [m], unit normal of its triangle, index of that triangle, distance [m]. */
export interface ClosestPoint {
  readonly position: Vec3;
  readonly normal: Vec3;
  readonly triangle: number;
  readonly distance: number;
}

/** Triangles sorted into the cells of a cubic grid, for closest-point and ray queries. Lengths in the unit of the positions. */
export interface SurfaceIndex {
  readonly positions: ArrayLike<number>;
  readonly triangles: ArrayLike<number>;
  readonly low: Vec3;
  readonly cell: number;
  readonly size: readonly [number, number, number];
  readonly cells: ReadonlyArray<readonly number[] | undefined>;
}

const CELLS_ALONG_LONGEST = 40;

export function indexSurface({ positions, triangles }: { positions: ArrayLike<number>; triangles: ArrayLike<number> }): SurfaceIndex {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < positions.length; i++) {
    low[i % 3] = Math.min(low[i % 3], positions[i]);
    high[i % 3] = Math.max(high[i % 3], positions[i]);
  }
  const cell = Math.max(high[0] - low[0], high[1] - low[1], high[2] - low[2]) / CELLS_ALONG_LONGEST;
  const size = [0, 1, 2].map((axis) => Math.floor((high[axis] - low[axis]) / cell) + 1) as [number, number, number];
  const cells: (number[] | undefined)[] = new Array(size[0] * size[1] * size[2]);
  for (let t = 0; t < triangles.length / 3; t++) {
    const [from, to] = cellRange(positions, triangles, t, low, cell);
    for (let k = from[2]; k <= to[2]; k++)
      for (let j = from[1]; j <= to[1]; j++)
        for (let i = from[0]; i <= to[0]; i++) {
          const index = (k * size[1] + j) * size[0] + i;
          const list = cells[index];
          if (list) list.push(t);
          else cells[index] = [t];
        }
  }
  return { positions, triangles, low: [low[0], low[1], low[2]], cell, size, cells };
}

function cellRange(
  positions: ArrayLike<number>,
  triangles: ArrayLike<number>,
  t: number,
  low: number[],
  cell: number,
): [number[], number[]] {
  const from = [Infinity, Infinity, Infinity];
  const to = [0, 0, 0];
  for (let corner = 0; corner < 3; corner++) {
    for (let axis = 0; axis < 3; axis++) {
      const c = Math.floor((positions[3 * triangles[3 * t + corner] + axis] - low[axis]) / cell);
      from[axis] = Math.min(from[axis], c);
      to[axis] = Math.max(to[axis], c);
    }
  }
  return [from, to];
}

/** The point of the surface closest to `point`. Searches shells of cells outward until no nearer triangle can follow. */
export function closestSurfacePoint(index: SurfaceIndex, point: Vec3): ClosestPoint {
  const { low, cell, size } = index;
  const home = [0, 1, 2].map((axis) => Math.floor((point[axis] - low[axis]) / cell));
  const reach = Math.max(...home.map((c, axis) => Math.max(Math.abs(c), Math.abs(c - size[axis] + 1))));
  let best = Infinity;
  let position: Vec3 = [NaN, NaN, NaN];
  let triangle = -1;
  for (let shell = 0; shell <= reach && (shell - 1) * cell <= best; shell++) {
    forShell(home, shell, size, (c) => {
      for (const t of index.cells[c] ?? []) {
        const candidate = closestOnTriangle(index, t, point);
        const distance = Math.sqrt((candidate[0] - point[0]) ** 2 + (candidate[1] - point[1]) ** 2 + (candidate[2] - point[2]) ** 2);
        if (distance < best) {
          best = distance;
          position = candidate;
          triangle = t;
        }
      }
    });
  }
  return { position, normal: triangleNormal(index, triangle), triangle, distance: best };
}

/** Calls `visit` with every cell whose largest offset from `home` is `shell`. */
function forShell(home: number[], shell: number, size: readonly number[], visit: (cell: number) => void): void {
  for (let k = Math.max(0, home[2] - shell); k <= Math.min(size[2] - 1, home[2] + shell); k++) {
    for (let j = Math.max(0, home[1] - shell); j <= Math.min(size[1] - 1, home[1] + shell); j++) {
      const onFace = Math.abs(k - home[2]) === shell || Math.abs(j - home[1]) === shell;
      const step = onFace || shell === 0 ? 1 : 2 * shell;
      for (let i = home[0] - shell; i <= home[0] + shell; i += step) {
        if (i >= 0 && i < size[0]) visit((k * size[1] + j) * size[0] + i);
      }
    }
  }
}

export function triangleNormal({ positions: p, triangles }: Pick<SurfaceIndex, 'positions' | 'triangles'>, t: number): Vec3 {
  const [a, b, c] = [0, 1, 2].map((corner) => 3 * triangles[3 * t + corner]);
  const u = [p[b] - p[a], p[b + 1] - p[a + 1], p[b + 2] - p[a + 2]];
  const v = [p[c] - p[a], p[c + 1] - p[a + 1], p[c + 2] - p[a + 2]];
  const n = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]];
  const length = Math.sqrt(n[0] ** 2 + n[1] ** 2 + n[2] ** 2) || 1;
  return [n[0] / length, n[1] / length, n[2] / length];
}

/** Closest point of triangle `t` by the regions of its plane: corners, edges, face (Ericson 2005, Real-Time Collision Detection, 5.1.5). */
export function closestOnTriangle({ positions: q, triangles }: Pick<SurfaceIndex, 'positions' | 'triangles'>, t: number, p: Vec3): Vec3 {
  const [ia, ib, ic] = [3 * triangles[3 * t], 3 * triangles[3 * t + 1], 3 * triangles[3 * t + 2]];
  const a: Vec3 = [q[ia], q[ia + 1], q[ia + 2]];
  const ab: Vec3 = [q[ib] - a[0], q[ib + 1] - a[1], q[ib + 2] - a[2]];
  const ac: Vec3 = [q[ic] - a[0], q[ic + 1] - a[1], q[ic + 2] - a[2]];
  const along = (v: number, w: number): Vec3 => [a[0] + v * ab[0] + w * ac[0], a[1] + v * ab[1] + w * ac[1], a[2] + v * ab[2] + w * ac[2]];
  const inner = (u: Vec3, v: Vec3): number => u[0] * v[0] + u[1] * v[1] + u[2] * v[2];
  const ap: Vec3 = [p[0] - a[0], p[1] - a[1], p[2] - a[2]];
  const bp: Vec3 = [ap[0] - ab[0], ap[1] - ab[1], ap[2] - ab[2]];
  const cp: Vec3 = [ap[0] - ac[0], ap[1] - ac[1], ap[2] - ac[2]];
  const [d1, d2] = [inner(ab, ap), inner(ac, ap)];
  if (d1 <= 0 && d2 <= 0) return a;
  const [d3, d4] = [inner(ab, bp), inner(ac, bp)];
  if (d3 >= 0 && d4 <= d3) return along(1, 0);
  const vc = d1 * d4 - d3 * d2;
  if (vc <= 0 && d1 >= 0 && d3 <= 0) return along(d1 / (d1 - d3), 0);
  const [d5, d6] = [inner(ab, cp), inner(ac, cp)];
  if (d6 >= 0 && d5 <= d6) return along(0, 1);
  const vb = d5 * d2 - d1 * d6;
  if (vb <= 0 && d2 >= 0 && d6 <= 0) return along(0, d2 / (d2 - d6));
  const va = d3 * d6 - d5 * d4;
  if (va <= 0 && d4 - d3 >= 0 && d5 - d6 >= 0) {
    const w = (d4 - d3) / (d4 - d3 + (d5 - d6));
    return along(1 - w, w);
  }
  const sum = va + vb + vc;
  return along(vb / sum, vc / sum);
}

/** Distance along the unit vector `direction` from `origin` to the first triangle, or Infinity. Tests every triangle: for single rays. */
export function firstHit(surface: Pick<SurfaceIndex, 'positions' | 'triangles'>, origin: Vec3, direction: Vec3): number {
  const { positions: p, triangles } = surface;
  let nearest = Infinity;
  for (let i = 0; i < triangles.length; i += 3) {
    const [a, b, c] = [3 * triangles[i], 3 * triangles[i + 1], 3 * triangles[i + 2]];
    const u = [p[b] - p[a], p[b + 1] - p[a + 1], p[b + 2] - p[a + 2]];
    const v = [p[c] - p[a], p[c + 1] - p[a + 1], p[c + 2] - p[a + 2]];
    const [dx, dy, dz] = direction;
    const h = [dy * v[2] - dz * v[1], dz * v[0] - dx * v[2], dx * v[1] - dy * v[0]];
    const determinant = u[0] * h[0] + u[1] * h[1] + u[2] * h[2];
    if (determinant === 0) continue;
    const s = [origin[0] - p[a], origin[1] - p[a + 1], origin[2] - p[a + 2]];
    const g = (s[0] * h[0] + s[1] * h[1] + s[2] * h[2]) / determinant;
    const k = [s[1] * u[2] - s[2] * u[1], s[2] * u[0] - s[0] * u[2], s[0] * u[1] - s[1] * u[0]];
    const w = (dx * k[0] + dy * k[1] + dz * k[2]) / determinant;
    if (g < 0 || w < 0 || g + w > 1) continue;
    const t = (v[0] * k[0] + v[1] * k[1] + v[2] * k[2]) / determinant;
    if (t > 0 && t < nearest) nearest = t;
  }
  return nearest;
}
