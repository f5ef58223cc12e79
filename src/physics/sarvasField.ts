import { MU0_OVER_4PI } from '../core/constants';
import { add, cross, dot, norm, scale, subtract, type Vec3 } from '../core/vec3';

/**
 * Magnetic flux density [T] outside a conducting sphere about the origin, of a current dipole `moment` [A·m] at `source` inside it:
 * `B = µ0/4π / F² · ( F Q × r_Q - (Q × r_Q · r) grad F )`, a = r - r_Q, `F = a (r a + r² - r_Q·r)`,
 * `grad F = (a²/r + a·r/a + 2a + 2r) r - (a + 2r + a·r/a) r_Q`.
 *
 * `point`: m, outside the sphere. Zero for a radial dipole; singular at the source. Used only to check `sphereElectricField` by reciprocity, so
 * it shares no code with it. Source: Sarvas 1987, Phys Med Biol 32:11, eq. 25.
 */
export function sarvasField(source: Vec3, moment: Vec3, point: Vec3): Vec3 {
  const offset = subtract(point, source);
  const a = norm(offset);
  const r = norm(point);
  const along = dot(offset, point) / a;
  const f = a * (r * a + r * r - dot(source, point));
  const gradient = subtract(scale(point, (a * a) / r + along + 2 * a + 2 * r), scale(source, a + 2 * r + along));
  const turned = cross(moment, source);
  const field = add(scale(turned, f), scale(gradient, -dot(turned, point)));
  return scale(field, MU0_OVER_4PI / (f * f));
}
