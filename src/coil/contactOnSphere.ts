import type { RigidTransform } from '../core/rigidTransform';
import { coilCasing } from './coilCasing';
import type { CoilDescription } from './coilDescription';

/**
 * The pose of a coil above the top of a sphere about the origin (radius in meters), handle toward -y, such that the casing touches the
 * sphere; `gap` meters farther out if given. A bent coil touches with its wings, so its center lies higher.
 */
export function contactOnSphere(coil: CoilDescription, radius: number, gap = 0): RigidTransform {
  const { facePoints, contactMargin } = coilCasing(coil);
  let height = 0;
  for (let i = 0; i < facePoints.length; i += 3) {
    const squared = (radius + contactMargin) ** 2 - facePoints[i] ** 2 - facePoints[i + 1] ** 2;
    if (squared > 0) height = Math.max(height, facePoints[i + 2] + Math.sqrt(squared));
  }
  return { x: [-1, 0, 0], y: [0, 1, 0], z: [0, 0, -1], origin: [0, 0, height + gap] };
}
