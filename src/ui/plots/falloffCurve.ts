import { bisector } from 'd3-array';
import type { DepthCurve } from '../../field/simulation/fieldMessages';

/** One sample of a curve: depth from the casing face [m] and value in the unit shown. */
export type CurvePoint = readonly [depth: number, value: number];

/** The finite samples of one quantity of the depth curve from the casing face to `deepest` [m], multiplied by `scale`. */
export function curvePoints(distance: Float32Array, values: Float32Array, scale: number, deepest: number): CurvePoint[] {
  const points: CurvePoint[] = [];
  for (let n = 0; n < distance.length; n++) {
    if (distance[n] >= 0 && distance[n] <= deepest && Number.isFinite(values[n])) points.push([distance[n], values[n] * scale]);
  }
  return points;
}

const afterDepth = bisector(([depth]: CurvePoint) => depth).right;

/** Value at a depth, linear between samples; null outside the curve. */
export function valueAt(points: readonly CurvePoint[], depth: number): number | null {
  const after = afterDepth(points, depth);
  const [before, next] = [points[after - 1], points[Math.min(after, points.length - 1)]];
  if (!before || depth > next[0]) return null;
  const [[d0, v0], [d1, v1]] = [before, next];
  return d1 === d0 ? v0 : v0 + ((v1 - v0) * (depth - d0)) / (d1 - d0);
}

/** The depth [m] beyond `from` at which the curve first falls to half of its value at `from`; null where it does not. */
export function halfValuePoint(points: readonly CurvePoint[], from: number): CurvePoint | null {
  const start = valueAt(points, from);
  if (start === null || start <= 0) return null;
  const half = start / 2;
  for (let n = 1; n < points.length; n++) {
    const [d0, v0] = points[n - 1];
    const [d1, v1] = points[n];
    if (d1 > from && v0 >= half && v1 < half) return [d0 + ((d1 - d0) * (v0 - half)) / (v0 - v1), half];
  }
  return null;
}

/** Ends of axes, times a power of ten: coarse enough that an axis seldom changes while something is dragged. */
const TOPS = [1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** The upper end of an axis that holds `highest`. */
export function axisTop(highest: number): number {
  if (!(highest > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(highest));
  return power * (TOPS.find((factor) => factor * power >= highest * (1 - 1e-9)) ?? 10);
}

/** Sampled magnitudes of the depth curve that an axis must hold. */
export function highest(points: readonly CurvePoint[]): number {
  return points.reduce((top, [, value]) => Math.max(top, value), 0);
}

export const hasCurve = (curve: DepthCurve | undefined): curve is DepthCurve => curve !== undefined && curve.distance.length > 1;
