import { MU0_OVER_4PI } from '../core/constants';
import { ellipticIntegrals } from './ellipticIntegrals';

/**
 * Vector potential of a circular turn per ampere, exact: turn of `radius` R [m] about the z axis in the plane z = 0, current from x to y. It has
 * only the part around the axis, `A_φ = µ0/4π · 4/k · sqrt(R/ρ) · ((1 - k²/2) K - E)`, k² = 4Rρ / ((R + ρ)² + z²).
 *
 * `points`: stride 3, m. `out`: stride 3, T·m/A. Zero on the axis; infinite on the wire. Reference for tests, and for B near the copper.
 * Source: Jackson, Classical Electrodynamics, 3rd ed., eq. 5.37.
 */
export function circularTurnVectorPotential(radius: number, points: ArrayLike<number>, out: Float64Array): Float64Array {
  for (let p = 0; p + 2 < points.length; p += 3) {
    const x = points[p];
    const y = points[p + 1];
    const rho = Math.sqrt(x * x + y * y);
    const z = points[p + 2];
    const far = (radius + rho) ** 2 + z * z;
    const { remainder } = ellipticIntegrals(Math.sqrt(((radius - rho) ** 2 + z * z) / far));
    // A_φ/ρ, which stays finite on the axis: the remainder falls as ρ².
    const overRho = rho > 0 ? (2 * MU0_OVER_4PI * Math.sqrt(far) * remainder) / (rho * rho) : 0;
    out[p] = -overRho * y;
    out[p + 1] = overRho * x;
    out[p + 2] = 0;
  }
  return out;
}
