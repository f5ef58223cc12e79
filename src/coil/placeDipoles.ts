import type { RigidTransform } from '../core/rigidTransform';
import { allocateDipoles, type Dipoles } from '../physics/dipoles';

/**
 * Dipoles of the coil frame written in the frame of `pose`: positions moved and rotated, moments rotated. With `out` (as many dipoles) nothing
 * is allocated; `out` may be `dipoles` itself.
 */
export function placeDipoles(
  dipoles: Dipoles,
  pose: RigidTransform,
  out: Dipoles = allocateDipoles(dipoles.positions.length / 3),
): Dipoles {
  rotateInto(dipoles.moments, pose, 0, out.moments);
  rotateInto(dipoles.positions, pose, 1, out.positions);
  return out;
}

/** `out = R v + shift · origin` for each vector. */
function rotateInto(vectors: Float64Array, pose: RigidTransform, shift: number, out: Float64Array): void {
  const { x, y, z, origin } = pose;
  for (let i = 0; i < vectors.length; i += 3) {
    const a = vectors[i];
    const b = vectors[i + 1];
    const c = vectors[i + 2];
    out[i] = x[0] * a + y[0] * b + z[0] * c + shift * origin[0];
    out[i + 1] = x[1] * a + y[1] * b + z[1] * c + shift * origin[1];
    out[i + 2] = x[2] * a + y[2] * b + z[2] * c + shift * origin[2];
  }
}
