import { at, cross, distance, dot, normalize, subtract, type Vec3 } from '../../../../src/core/vec3';
import type { TriangleMesh } from './triangleMesh';

/** A curve on a surface: points in order, and the length from its start to each of them. Lengths in the unit of the mesh. */
export interface SurfacePath {
  readonly points: readonly Vec3[];
  readonly lengths: readonly number[];
}

/** The curve from `start` through `via` to `end` in which the plane of these three points cuts the surface. */
export function sectionPath(mesh: TriangleMesh, start: Vec3, via: Vec3, end: Vec3): SurfacePath {
  const normal = normalize(cross(subtract(via, start), subtract(end, start)));
  const loop = nearestLoop(planeLoops(mesh, start, normal), start);
  const from = nearestIndex(loop, start);
  const to = nearestIndex(loop, end);
  const middle = nearestIndex(loop, via);
  const n = loop.length;
  const forward = (middle - from + n) % n <= (to - from + n) % n;
  const inner: Vec3[] = [];
  const count = forward ? (to - from + n) % n : (from - to + n) % n;
  for (let i = 1; i < count; i++) inner.push(loop[(from + (forward ? i : n - i)) % n]);
  return measured([start, ...inner, end]);
}

/** The point at a share (0 to 1) of the length of a path. */
export function pointAtShare({ points, lengths }: SurfacePath, share: number): Vec3 {
  const wanted = share * lengths[lengths.length - 1];
  let i = 1;
  while (i < lengths.length - 1 && lengths[i] < wanted) i++;
  const t = (wanted - lengths[i - 1]) / (lengths[i] - lengths[i - 1]);
  return [0, 1, 2].map((axis) => points[i - 1][axis] + t * (points[i][axis] - points[i - 1][axis])) as unknown as Vec3;
}

export const pathLength = ({ lengths }: SurfacePath): number => lengths[lengths.length - 1];

/** The share of the length of the path at which it passes `point` most closely. */
export function shareAt({ points, lengths }: SurfacePath, point: Vec3): number {
  return lengths[nearestIndex(points, point)] / lengths[lengths.length - 1];
}

function measured(points: Vec3[]): SurfacePath {
  const lengths = [0];
  for (let i = 1; i < points.length; i++) lengths.push(lengths[i - 1] + distance(points[i - 1], points[i]));
  return { points, lengths };
}

function nearestIndex(points: readonly Vec3[], point: Vec3): number {
  let best = 0;
  for (let i = 1; i < points.length; i++) if (distance(points[i], point) < distance(points[best], point)) best = i;
  return best;
}

const nearestLoop = (loops: Vec3[][], point: Vec3): Vec3[] =>
  loops.reduce((a, b) => (distance(b[nearestIndex(b, point)], point) < distance(a[nearestIndex(a, point)], point) ? b : a));

/** The closed curves in which a plane cuts a closed surface. */
export function planeLoops(mesh: TriangleMesh, origin: Vec3, normal: Vec3): Vec3[][] {
  const { positions, triangles } = mesh;
  const count = positions.length / 3;
  const height = Float64Array.from({ length: count }, (_, i) => dot(subtract(at(positions, i), origin), normal) || 1e-12);
  const crossings = new Map<number, Vec3>();
  const next = new Map<number, number>();
  const crossing = (a: number, b: number): number => {
    const key = Math.min(a, b) * count + Math.max(a, b);
    if (!crossings.has(key)) {
      const t = height[a] / (height[a] - height[b]);
      const [p, q] = [at(positions, a), at(positions, b)];
      crossings.set(key, [p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1]), p[2] + t * (q[2] - p[2])]);
    }
    return key;
  };
  for (let i = 0; i < triangles.length; i += 3) {
    let into = -1;
    let out = -1;
    for (let e = 0; e < 3; e++) {
      const a = triangles[i + e];
      const b = triangles[i + ((e + 1) % 3)];
      if (height[a] < 0 && height[b] > 0) into = crossing(a, b);
      if (height[a] > 0 && height[b] < 0) out = crossing(a, b);
    }
    if (into >= 0 && out >= 0) next.set(into, out);
  }
  return followLoops(next, crossings);
}

function followLoops(next: Map<number, number>, crossings: Map<number, Vec3>): Vec3[][] {
  const loops: Vec3[][] = [];
  const seen = new Set<number>();
  for (const first of next.keys()) {
    if (seen.has(first)) continue;
    const loop: Vec3[] = [];
    for (let key: number | undefined = first; key !== undefined && !seen.has(key); key = next.get(key)) {
      seen.add(key);
      loop.push(crossings.get(key) as Vec3);
    }
    loops.push(loop);
  }
  return loops;
}
