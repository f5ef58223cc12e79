import { MU0_OVER_4PI } from '../core/constants';
import type { Vec3 } from '../core/vec3';
import type { Dipoles } from './dipoles';

/** Dipole positions about the centre (stride 5: x, y, z, distance, 1/distance), kept between calls so that a call allocates nothing. */
let _centered = new Float64Array(0);

/**
 * Total electric field per unit rate of the coil current inside a conducting sphere, exact (Heller & van Hulsteyn 1992). With the centre
 * as origin, dipole m at r2 outside the sphere, field at r1 inside, a = r2 - r1:
 *
 *     F = |a| (|r2||a| + r2·a),   grad F = c2 r2 - c1 r1,
 *     c2 = |a|²/|r2| + 2|a| + 2|r2| + (r2·a)/|a|,   c1 = |a| + 2|r2| + (r2·a)/|a|,
 *     E = -µ0/4π / F² [ F (r1 × m) - (m·grad F) (r1 × r2) ]   =   r1 × µ0/4π Σ ( (m·grad F)/F² r2 - m/F ).
 *
 * It holds for any conductivity that depends on the radius alone and for any radius between |r1| and |r2|; its radial part is zero.
 *
 * `center` and `points` (stride 3): metres, in the frame of the dipoles. `out`: stride 3, V/m per A/s, overwritten, as long as `points`.
 * Singular cases: zero at the centre; NaN or meaningless for a point outside the sphere that the nearest dipole bounds, and for a dipole
 * at the centre. Callers check (`cli`, `placement`); the kernel does not.
 * Source: Heller & van Hulsteyn 1992, Biophys J 63:129, doi 10.1016/S0006-3495(92)81587-4.
 */
export function sphereElectricField(dipoles: Dipoles, center: Vec3, points: ArrayLike<number>, out: Float64Array): Float64Array {
  const { moments } = dipoles;
  const [cx, cy, cz] = center;
  const count = centerPositions(dipoles, center);
  const centered = _centered;
  for (let p = 0; p + 2 < points.length; p += 3) {
    const x = points[p] - cx;
    const y = points[p + 1] - cy;
    const z = points[p + 2] - cz;
    let sx = 0;
    let sy = 0;
    let sz = 0;
    for (let d = 0, q = 0, k = 0; d < count; d++, q += 5, k += 3) {
      const rx = centered[q];
      const ry = centered[q + 1];
      const rz = centered[q + 2];
      const radius = centered[q + 3];
      const ax = rx - x;
      const ay = ry - y;
      const az = rz - z;
      const squared = ax * ax + ay * ay + az * az;
      const a = Math.sqrt(squared);
      const ra = rx * ax + ry * ay + rz * az;
      const slant = radius * a + ra;
      const inverseF = 1 / (a * slant);
      const along = ra * slant * inverseF;
      const c1 = a + 2 * radius + along;
      const c2 = c1 + a + squared * centered[q + 4];
      const mx = moments[k];
      const my = moments[k + 1];
      const mz = moments[k + 2];
      const slope = inverseF * (c2 * (mx * rx + my * ry + mz * rz) - c1 * (mx * x + my * y + mz * z));
      sx += inverseF * (slope * rx - mx);
      sy += inverseF * (slope * ry - my);
      sz += inverseF * (slope * rz - mz);
    }
    out[p] = MU0_OVER_4PI * (y * sz - z * sy);
    out[p + 1] = MU0_OVER_4PI * (z * sx - x * sz);
    out[p + 2] = MU0_OVER_4PI * (x * sy - y * sx);
  }
  return out;
}

/** Fills the scratch with positions about `center` and their distances; returns the number of dipoles. */
function centerPositions(dipoles: Dipoles, center: Vec3): number {
  const count = dipoles.positions.length / 3;
  if (_centered.length < 5 * count) _centered = new Float64Array(5 * count);
  for (let d = 0; d < count; d++) {
    const x = dipoles.positions[3 * d] - center[0];
    const y = dipoles.positions[3 * d + 1] - center[1];
    const z = dipoles.positions[3 * d + 2] - center[2];
    _centered[5 * d] = x;
    _centered[5 * d + 1] = y;
    _centered[5 * d + 2] = z;
    const radius = Math.sqrt(x * x + y * y + z * z);
    _centered[5 * d + 3] = radius;
    _centered[5 * d + 4] = 1 / radius;
  }
  return count;
}
