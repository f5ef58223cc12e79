import { MU0_OVER_4PI } from '../core/constants';
import { ellipticIntegrals } from './ellipticIntegrals';

/**
 * Magnetic flux density of a circular turn per ampere, exact: turn of `radius` R [m] about the z axis in the plane z = 0, current from x to y.
 *
 *     B_z = µ0/2π / sqrt(f) · [ K + (R² - ρ² - z²)/n · E ],   B_ρ = µ0/2π · z/(ρ sqrt(f)) · [ (R² + ρ² + z²)/n · E - K ],
 *     f = (R + ρ)² + z²,   n = (R - ρ)² + z².
 *
 * `points`: stride 3, m. `out`: stride 3, T/A. On the axis B_ρ = 0; infinite on the wire. Source: Smythe, Static and Dynamic Electricity, 7.10.
 */
export function circularTurnFluxDensity(radius: number, points: ArrayLike<number>, out: Float64Array): Float64Array {
  for (let p = 0; p + 2 < points.length; p += 3) {
    const x = points[p];
    const y = points[p + 1];
    const z = points[p + 2];
    const rho = Math.sqrt(x * x + y * y);
    const far = (radius + rho) ** 2 + z * z;
    const near = (radius - rho) ** 2 + z * z;
    const { first, second } = ellipticIntegrals(Math.sqrt(near / far));
    const scale = (2 * MU0_OVER_4PI) / Math.sqrt(far);
    const squared = rho * rho + z * z;
    const outward = rho > 1e-9 * radius ? (scale * z * (((radius * radius + squared) / near) * second - first)) / (rho * rho) : 0;
    out[p] = outward * x;
    out[p + 1] = outward * y;
    out[p + 2] = scale * (first + ((radius * radius - squared) / near) * second);
  }
  return out;
}
