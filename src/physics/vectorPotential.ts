import { MU0_OVER_4PI } from '../core/constants';
import type { Dipoles } from './dipoles';

/**
 * Magnetic vector potential of magnetic dipoles per ampere, `A = µ0/4π Σ m × r / |r|³` with r from the dipole to the point.
 *
 * `points`: stride 3, metres, in the frame of the dipoles. `out`: stride 3, T·m/A, overwritten, at least as long as `points`.
 * Singular on a dipole (NaN). Source: Jackson, Classical Electrodynamics, 3rd ed., eq. 5.55.
 */
export function vectorPotential(dipoles: Dipoles, points: ArrayLike<number>, out: Float64Array): Float64Array {
  const { positions, moments } = dipoles;
  for (let p = 0; p + 2 < points.length; p += 3) {
    let ax = 0;
    let ay = 0;
    let az = 0;
    for (let d = 0; d < positions.length; d += 3) {
      const x = points[p] - positions[d];
      const y = points[p + 1] - positions[d + 1];
      const z = points[p + 2] - positions[d + 2];
      const squared = x * x + y * y + z * z;
      const factor = 1 / (squared * Math.sqrt(squared));
      const mx = moments[d];
      const my = moments[d + 1];
      const mz = moments[d + 2];
      ax += factor * (my * z - mz * y);
      ay += factor * (mz * x - mx * z);
      az += factor * (mx * y - my * x);
    }
    out[p] = MU0_OVER_4PI * ax;
    out[p + 1] = MU0_OVER_4PI * ay;
    out[p + 2] = MU0_OVER_4PI * az;
  }
  return out;
}
