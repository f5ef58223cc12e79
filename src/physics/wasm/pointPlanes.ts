/** Three planes (all x, all y, all z) of points with stride 3, less `center`; padded to a multiple of four by repeating the last point. */
export function pointPlanes(points: ArrayLike<number>, center: readonly [number, number, number] = [0, 0, 0]): Float32Array {
  const count = points.length / 3;
  const padded = paddedCount(count);
  const planes = new Float32Array(3 * padded);
  for (let i = 0; i < padded; i++) {
    const p = 3 * Math.min(i, count - 1);
    for (let axis = 0; axis < 3; axis++) planes[axis * padded + i] = points[p + axis] - center[axis];
  }
  return planes;
}

/** Smallest multiple of four that holds `count` points. */
export const paddedCount = (count: number): number => 4 * Math.ceil(count / 4);
