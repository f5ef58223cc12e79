import { MU0_OVER_4PI } from '../../core/constants';
import type { Dipoles } from '../dipoles';

/**
 * Component of the magnetic flux density along a direction at each sensor, per ampere: B·n = μ0/4π Σ (3 (m·r)(r·n)/|r|⁵ - m·n/|r|³), r from the dipole to
 * the sensor [T/A]. Singular where a dipole lies on a sensor.
 *
 * @param positions stride 3 [m]
 * @param normals stride 3, unit vectors
 */
export function normalFluxDensity(
  dipoles: Dipoles,
  positions: ArrayLike<number>,
  normals: ArrayLike<number>,
  out: Float64Array,
): Float64Array {
  const { positions: sources, moments } = dipoles;
  for (let s = 0; s < positions.length; s += 3) {
    const nx = normals[s];
    const ny = normals[s + 1];
    const nz = normals[s + 2];
    let sum = 0;
    for (let d = 0; d < sources.length; d += 3) {
      const x = positions[s] - sources[d];
      const y = positions[s + 1] - sources[d + 1];
      const z = positions[s + 2] - sources[d + 2];
      const mx = moments[d];
      const my = moments[d + 1];
      const mz = moments[d + 2];
      const inverseSquare = 1 / (x * x + y * y + z * z);
      const along = 3 * (mx * x + my * y + mz * z) * inverseSquare;
      sum += inverseSquare * Math.sqrt(inverseSquare) * (along * (x * nx + y * ny + z * nz) - (mx * nx + my * ny + mz * nz));
    }
    out[s / 3] = MU0_OVER_4PI * sum;
  }
  return out;
}
