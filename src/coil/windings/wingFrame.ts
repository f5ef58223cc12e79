import type { RigidTransform } from '../../core/rigidTransform';
import type { Wing } from '../coilDescription';

/**
 * From the frame of a wing (origin: center of its turns in the plane of the casing's face; z: the axis of the turns) to the coil frame. The
 * wing is turned about the line x = ±hinge, z = 0, parallel to y, its outer edge toward +z for a positive tilt.
 */
export function wingFrame(wing: Wing): RigidTransform {
  const [cx, cy] = wing.center.value;
  const side = cx < 0 ? -1 : 1;
  const hinge = side * wing.hinge.value;
  const c = Math.cos(wing.tilt.value);
  const s = side * Math.sin(wing.tilt.value);
  const arm = cx - hinge;
  return { x: [c, 0, s], y: [0, 1, 0], z: [-s, 0, c], origin: [hinge + arm * c, cy, arm * s] };
}
