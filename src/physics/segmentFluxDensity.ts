import { MU0_OVER_4PI } from '../core/constants';

/**
 * Magnetic flux density per ampere of straight wire segments along a polyline, exact for each (Biot-Savart):
 * `B = µ0/4π (a + b) / (ab (ab + **a**·**b**)) **a** × **b**`, **a** and **b** from the start and the end of the segment to the point.
 *
 * `path`: stride 3, m, joined in order (repeat the first point to close a loop). `points`: stride 3, m. `out`: stride 3, T/A, overwritten.
 * Zero on the extension of a segment, infinite on it. Source: Hanson & Hirshman 2002, Phys Plasmas 9:4410.
 */
export function segmentFluxDensity(path: ArrayLike<number>, points: ArrayLike<number>, out: Float64Array): Float64Array {
  for (let p = 0; p + 2 < points.length; p += 3) {
    let bx = 0;
    let by = 0;
    let bz = 0;
    for (let s = 0; s + 5 < path.length; s += 3) {
      const ax = points[p] - path[s];
      const ay = points[p + 1] - path[s + 1];
      const az = points[p + 2] - path[s + 2];
      const cx = points[p] - path[s + 3];
      const cy = points[p + 1] - path[s + 4];
      const cz = points[p + 2] - path[s + 5];
      const a = Math.sqrt(ax * ax + ay * ay + az * az);
      const c = Math.sqrt(cx * cx + cy * cy + cz * cz);
      const factor = (a + c) / (a * c * (a * c + ax * cx + ay * cy + az * cz));
      bx += factor * (ay * cz - az * cy);
      by += factor * (az * cx - ax * cz);
      bz += factor * (ax * cy - ay * cx);
    }
    out[p] = MU0_OVER_4PI * bx;
    out[p + 1] = MU0_OVER_4PI * by;
    out[p + 2] = MU0_OVER_4PI * bz;
  }
  return out;
}
