const BINS = 96;
/** Moves the test points off the vertices and edges of stored meshes; nanometres, far below any length of a head. */
const NUDGE = [1.2347e-9, 2.7183e-9] as const;

/**
 * Whether each point [m, stride 3] lies inside a closed surface [m]: parity of the crossings of the ray toward +z, with the triangles
 * sorted into columns. Holds for any closed surface, whichever way it faces. `out[i]` is 1 inside, 0 outside.
 */
export function insideSurface(
  surface: { readonly positions: ArrayLike<number>; readonly triangles: ArrayLike<number> },
  points: ArrayLike<number>,
  out: Uint8Array = new Uint8Array(points.length / 3),
): Uint8Array {
  const columns = sortIntoColumns(surface.positions, surface.triangles);
  for (let i = 0; i < out.length; i++) {
    const x = points[3 * i] + NUDGE[0];
    const y = points[3 * i + 1] + NUDGE[1];
    out[i] = crossingsAbove(surface.positions, surface.triangles, columnAt(columns, x, y), x, y, points[3 * i + 2]) & 1;
  }
  return out;
}

interface Columns {
  readonly low: readonly [number, number];
  readonly width: readonly [number, number];
  readonly lists: ReadonlyArray<readonly number[] | undefined>;
}

function sortIntoColumns(p: ArrayLike<number>, triangles: ArrayLike<number>): Columns {
  const low: [number, number] = [Infinity, Infinity];
  const high = [-Infinity, -Infinity];
  for (let i = 0; i < p.length; i += 3) {
    for (let axis = 0; axis < 2; axis++) {
      low[axis] = Math.min(low[axis], p[i + axis]);
      high[axis] = Math.max(high[axis], p[i + axis]);
    }
  }
  const width: [number, number] = [(high[0] - low[0]) / BINS, (high[1] - low[1]) / BINS];
  const lists: (number[] | undefined)[] = new Array(BINS * BINS);
  const bin = (value: number, axis: number): number => Math.min(BINS - 1, Math.floor((value - low[axis]) / width[axis]));
  for (let t = 0; t < triangles.length; t += 3) {
    const [a, b, c] = [3 * triangles[t], 3 * triangles[t + 1], 3 * triangles[t + 2]];
    const lastX = bin(Math.max(p[a], p[b], p[c]), 0);
    const lastY = bin(Math.max(p[a + 1], p[b + 1], p[c + 1]), 1);
    for (let j = bin(Math.min(p[a + 1], p[b + 1], p[c + 1]), 1); j <= lastY; j++) {
      for (let i = bin(Math.min(p[a], p[b], p[c]), 0); i <= lastX; i++) {
        const list = lists[j * BINS + i];
        if (list) list.push(t);
        else lists[j * BINS + i] = [t];
      }
    }
  }
  return { low, width, lists };
}

function columnAt({ low, width, lists }: Columns, x: number, y: number): readonly number[] {
  const i = Math.floor((x - low[0]) / width[0]);
  const j = Math.floor((y - low[1]) / width[1]);
  return i >= 0 && j >= 0 && i < BINS && j < BINS ? (lists[j * BINS + i] ?? []) : [];
}

function crossingsAbove(
  p: ArrayLike<number>,
  triangles: ArrayLike<number>,
  list: readonly number[],
  x: number,
  y: number,
  z: number,
): number {
  let count = 0;
  for (const t of list) {
    const [a, b, c] = [3 * triangles[t], 3 * triangles[t + 1], 3 * triangles[t + 2]];
    const wa = (p[b] - x) * (p[c + 1] - y) - (p[c] - x) * (p[b + 1] - y);
    const wb = (p[c] - x) * (p[a + 1] - y) - (p[a] - x) * (p[c + 1] - y);
    const wc = (p[a] - x) * (p[b + 1] - y) - (p[b] - x) * (p[a + 1] - y);
    if (wa > 0 !== wb > 0 || wb > 0 !== wc > 0) continue;
    if ((wa * p[a + 2] + wb * p[b + 2] + wc * p[c + 2]) / (wa + wb + wc) > z) count++;
  }
  return count;
}
