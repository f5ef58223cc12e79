/** Points of one cell that are looked at: more lie on each other only in files that no winding has. */
const MOST_IN_CELL = 24;

/**
 * For each query the nearest point within `reach` [m] and its distance; -1 and infinity where there is none. `points`, `queries`: stride 3. Cells of
 * the size `reach` in a hash table, with a bounded number of points looked at in each: linear time for any input.
 */
export function nearPoints(points: Float64Array, queries: Float64Array, reach: number): { nearest: Int32Array; distances: Float64Array } {
  const size = Math.max(reach, 1e-9);
  const cells = new Map<string, number[]>();
  const keyOf = (x: number, y: number, z: number) => `${x},${y},${z}`;
  for (let i = 0; i < points.length; i += 3) {
    const key = keyOf(Math.floor(points[i] / size), Math.floor(points[i + 1] / size), Math.floor(points[i + 2] / size));
    const held = cells.get(key);
    if (!held) cells.set(key, [i]);
    else if (held.length < MOST_IN_CELL) held.push(i);
  }
  const nearest = new Int32Array(queries.length / 3).fill(-1);
  const distances = new Float64Array(queries.length / 3).fill(Number.POSITIVE_INFINITY);
  for (let q = 0; q < nearest.length; q++) {
    const [x, y, z] = queries.subarray(3 * q, 3 * q + 3);
    const [cx, cy, cz] = [Math.floor(x / size), Math.floor(y / size), Math.floor(z / size)];
    let least = size * size;
    for (let n = 0; n < 27; n++) {
      for (const i of cells.get(keyOf(cx + (n % 3) - 1, cy + (Math.floor(n / 3) % 3) - 1, cz + Math.floor(n / 9) - 1)) ?? []) {
        const squared = (points[i] - x) ** 2 + (points[i + 1] - y) ** 2 + (points[i + 2] - z) ** 2;
        if (squared <= least) {
          least = squared;
          nearest[q] = i / 3;
        }
      }
    }
    if (nearest[q] >= 0) distances[q] = Math.sqrt(least);
  }
  return { nearest, distances };
}
