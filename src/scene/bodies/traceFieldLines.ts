/** Writes the field vectors (stride 3, any unit) at points (stride 3, m). */
export type FieldAt = (points: Float64Array, out: Float64Array) => void;

export interface TraceLimits {
  /** Length of a step [m]. */
  readonly step: number;
  readonly mostSteps: number;
  /** A line ends when it is farther than this from the origin [m]. */
  readonly farthest: number;
}

export interface FieldLine {
  /** Points along the field, stride 3, m. */
  readonly points: Float64Array;
  /** Whether the line came back to where it began; then the last point joins the first. */
  readonly closed: boolean;
}

/** A line that comes back to its seed this near, in steps, is closed; but not before it has gone so many steps. */
const CLOSE = 0.8;
const FIRST_CLOSE = 8;

/**
 * Field lines through seeds [m, stride 3]: dr/ds = F/|F| by the classical Runge-Kutta method of fourth order, all lines together, so that the
 * field is asked for in large batches. A line that does not close is followed both ways. A line ends where the field vanishes.
 */
export function traceFieldLines(fieldAt: FieldAt, seeds: Float64Array, limits: TraceLimits): FieldLine[] {
  const forward = traceOneWay(fieldAt, seeds, limits, 1);
  const open = forward.flatMap((line, n) => (line.closed ? [] : [n]));
  const openSeeds = Float64Array.from(open.flatMap((n) => Array.from(seeds.subarray(3 * n, 3 * n + 3))));
  const backward = traceOneWay(fieldAt, openSeeds, limits, -1);
  const lines = [...forward];
  for (const [rank, n] of open.entries()) {
    const before = reversed(backward[rank].points);
    // The seed is the last point of one part and the first of the other.
    lines[n] = { points: Float64Array.from([...before.subarray(0, before.length - 3), ...forward[n].points]), closed: false };
  }
  return lines;
}

function traceOneWay(fieldAt: FieldAt, seeds: Float64Array, limits: TraceLimits, way: 1 | -1): FieldLine[] {
  const count = seeds.length / 3;
  const trails = Array.from({ length: count }, (_, n) => Array.from(seeds.subarray(3 * n, 3 * n + 3)));
  const closed = new Array<boolean>(count).fill(false);
  let active = Array.from(trails.keys());
  for (let step = 1; step <= limits.mostSteps && active.length > 0; step++) {
    const from = Float64Array.from(active.flatMap((n) => trails[n].slice(-3)));
    const to = rungeKuttaStep(fieldAt, from, way * limits.step);
    active = active.filter((n, rank) => {
      const [x, y, z] = to.subarray(3 * rank, 3 * rank + 3);
      if (!Number.isFinite(x + y + z) || Math.hypot(x, y, z) > limits.farthest) return false;
      const [sx, sy, sz] = seeds.subarray(3 * n, 3 * n + 3);
      closed[n] = step >= FIRST_CLOSE && Math.hypot(x - sx, y - sy, z - sz) < CLOSE * limits.step;
      if (!closed[n]) trails[n].push(x, y, z);
      return !closed[n];
    });
  }
  return trails.map((points, n) => ({ points: Float64Array.from(points), closed: closed[n] }));
}

/** One step of length `h` [m] along the field from each point. */
function rungeKuttaStep(fieldAt: FieldAt, from: Float64Array, h: number): Float64Array {
  const slope = (points: Float64Array): Float64Array => unitVectors(fieldAt, points);
  const moved = (by: Float64Array, share: number): Float64Array => from.map((x, n) => x + share * h * by[n]);
  const k1 = slope(from);
  const k2 = slope(moved(k1, 0.5));
  const k3 = slope(moved(k2, 0.5));
  const k4 = slope(moved(k3, 1));
  return from.map((x, n) => x + (h / 6) * (k1[n] + 2 * k2[n] + 2 * k3[n] + k4[n]));
}

function unitVectors(fieldAt: FieldAt, points: Float64Array): Float64Array {
  const out = new Float64Array(points.length);
  fieldAt(points, out);
  for (let p = 0; p < out.length; p += 3) {
    const size = Math.hypot(out[p], out[p + 1], out[p + 2]);
    for (let c = p; c < p + 3; c++) out[c] /= size;
  }
  return out;
}

function reversed(points: Float64Array): Float64Array {
  const out = new Float64Array(points.length);
  for (let p = 0; p < points.length; p += 3) out.set(points.subarray(p, p + 3), points.length - 3 - p);
  return out;
}
