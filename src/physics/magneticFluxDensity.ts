import { MU0_OVER_4PI } from '../core/constants';
import type { Dipoles } from './dipoles';

/**
 * Magnetic flux density of magnetic dipoles per ampere, `B = µ0/4π Σ (3 (m·r) r / |r|⁵ - m / |r|³)` with r from the dipole to the point.
 * It follows the coil current, not its rate of change.
 *
 * `points`: stride 3, metres, in the frame of the dipoles. `out`: stride 3, T/A, overwritten, at least as long as `points`.
 * Singular on a dipole (NaN), and not valid inside the winding. Source: Jackson, Classical Electrodynamics, 3rd ed., eq. 5.56.
 */
export function magneticFluxDensity(dipoles: Dipoles, points: ArrayLike<number>, out: Float64Array): Float64Array {
  const { positions, moments } = dipoles;
  for (let p = 0; p + 2 < points.length; p += 3) {
    let bx = 0;
    let by = 0;
    let bz = 0;
    for (let d = 0; d < positions.length; d += 3) {
      const x = points[p] - positions[d];
      const y = points[p + 1] - positions[d + 1];
      const z = points[p + 2] - positions[d + 2];
      const mx = moments[d];
      const my = moments[d + 1];
      const mz = moments[d + 2];
      const inverseSquare = 1 / (x * x + y * y + z * z);
      const inverseCube = inverseSquare * Math.sqrt(inverseSquare);
      const along = 3 * (mx * x + my * y + mz * z) * inverseSquare;
      bx += inverseCube * (along * x - mx);
      by += inverseCube * (along * y - my);
      bz += inverseCube * (along * z - mz);
    }
    out[p] = MU0_OVER_4PI * bx;
    out[p + 1] = MU0_OVER_4PI * by;
    out[p + 2] = MU0_OVER_4PI * bz;
  }
  return out;
}
