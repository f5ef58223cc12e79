import { MU0_OVER_4PI } from '../core/constants';

/**
 * Vector potential per ampere of straight wire segments along a polyline, exact for each: `A = µ0/4π û ln((a + b + L)/(a + b - L))` with
 * a and b the distances from the ends, L the length, û the direction of the current.
 *
 * `path`: stride 3, m, joined in order (repeat the first point to close a loop; open ends leave out the charge that would gather there).
 * `points`: stride 3, m. `out`: stride 3, T·m/A, overwritten. Infinite on a segment. Source: Jackson, 3rd ed., section 5.4, integrated.
 */
export function segmentVectorPotential(path: ArrayLike<number>, points: ArrayLike<number>, out: Float64Array): Float64Array {
  for (let p = 0; p + 2 < points.length; p += 3) {
    let ax = 0;
    let ay = 0;
    let az = 0;
    let before = distanceTo(path, 0, points, p);
    for (let s = 0; s + 5 < path.length; s += 3) {
      const after = distanceTo(path, s + 3, points, p);
      const x = path[s + 3] - path[s];
      const y = path[s + 4] - path[s + 1];
      const z = path[s + 5] - path[s + 2];
      const length = Math.sqrt(x * x + y * y + z * z);
      if (length > 0) {
        const factor = (2 * Math.atanh(length / (before + after))) / length;
        ax += factor * x;
        ay += factor * y;
        az += factor * z;
      }
      before = after;
    }
    out[p] = MU0_OVER_4PI * ax;
    out[p + 1] = MU0_OVER_4PI * ay;
    out[p + 2] = MU0_OVER_4PI * az;
  }
  return out;
}

function distanceTo(path: ArrayLike<number>, i: number, points: ArrayLike<number>, p: number): number {
  const x = points[p] - path[i];
  const y = points[p + 1] - path[i + 1];
  const z = points[p + 2] - path[i + 2];
  return Math.sqrt(x * x + y * y + z * z);
}
