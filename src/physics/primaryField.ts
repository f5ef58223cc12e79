import type { Dipoles } from './dipoles';
import { vectorPotential } from './vectorPotential';

/**
 * Primary electric field per unit rate of the coil current, `E_primary = -A`: what the changing current alone would induce without the
 * charge that gathers at the borders of the head. It is not the field in the brain, which is 24-101 % different under a figure-8 coil.
 *
 * `points`: stride 3, metres, in the frame of the dipoles. `out`: stride 3, V/m per A/s, overwritten, at least as long as `points`.
 * Singular on a dipole (NaN). Source: Faraday's law with B = curl A.
 */
export function primaryField(dipoles: Dipoles, points: ArrayLike<number>, out: Float64Array): Float64Array {
  vectorPotential(dipoles, points, out);
  const length = 3 * Math.floor(points.length / 3);
  for (let i = 0; i < length; i++) out[i] = -out[i];
  return out;
}
