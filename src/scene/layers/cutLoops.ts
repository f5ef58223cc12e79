/** Axis across which a plane cuts: 0 sagittal (x), 1 coronal (y), 2 axial (z). */
export type CutAxis = 0 | 1 | 2;

/** The two axes that lie in the plane, in rising order. */
export const IN_PLANE: Record<CutAxis, readonly [number, number]> = { 0: [1, 2], 1: [0, 2], 2: [0, 1] };

/**
 * Closed curves in which the plane "coordinate `axis` = `at`" [m] cuts a closed surface, each with stride 2: the two in-plane coordinates [m],
 * the first point not repeated. Vertices on the plane count as beyond it, so that no curve breaks there. Curves that an open surface leaves
 * open are closed by a straight line.
 */
export function cutLoops(
  surface: { readonly positions: ArrayLike<number>; readonly triangles: ArrayLike<number> },
  axis: CutAxis,
  at: number,
): Float32Array[] {
  const { positions: p, triangles } = surface;
  const vertices = p.length / 3;
  // A crossed edge leads to the edge by which the curve leaves the triangle behind it.
  const next = new Map<number, number>();
  const key = (a: number, b: number): number => (a < b ? a * vertices + b : b * vertices + a);
  for (let t = 0; t < triangles.length; t += 3) {
    let enter = -1;
    let leave = -1;
    for (let corner = 0; corner < 3; corner++) {
      const a = triangles[t + corner];
      const b = triangles[t + ((corner + 1) % 3)];
      const before = p[3 * a + axis] >= at;
      if (before === p[3 * b + axis] >= at) continue;
      if (before) enter = key(a, b);
      else leave = key(a, b);
    }
    if (enter >= 0) next.set(enter, leave);
  }
  const loops: Float32Array[] = [];
  const [u, v] = IN_PLANE[axis];
  for (const start of next.keys()) {
    const points: number[] = [];
    let edge: number | undefined = start;
    while (edge !== undefined) {
      const following: number | undefined = next.get(edge);
      next.delete(edge);
      if (following === undefined) break;
      const [a, b] = [Math.floor(edge / vertices), edge % vertices];
      const share = (at - p[3 * a + axis]) / (p[3 * b + axis] - p[3 * a + axis]);
      points.push(p[3 * a + u] + share * (p[3 * b + u] - p[3 * a + u]), p[3 * a + v] + share * (p[3 * b + v] - p[3 * a + v]));
      edge = following;
    }
    if (points.length >= 6) loops.push(Float32Array.from(points));
  }
  return loops;
}

/** Area [m²] between all curves by the even-odd rule of nested curves that run the same way around: their signed areas add up. */
export function areaOfLoops(loops: readonly Float32Array[]): number {
  let twice = 0;
  for (const loop of loops) {
    for (let n = 0; n < loop.length; n += 2) {
      const m = (n + 2) % loop.length;
      twice += loop[n] * loop[m + 1] - loop[m] * loop[n + 1];
    }
  }
  return Math.abs(twice) / 2;
}
