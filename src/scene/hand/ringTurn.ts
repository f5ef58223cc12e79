import { inverseTransformPoint, type RigidTransform } from '../../core/rigidTransform';
import { dot, type Vec3 } from '../../core/vec3';
import { wrapAngle } from '../../core/wrapAngle';

/** Radius of the ring about the coil's axis, and half the width in which it can be grasped, in pixels of the page. */
export const RING_RADIUS = 0.075;
export const RING_REACH = 13;

/** A plane seen flatter than this (cosine of the angle to its normal) gives no usable angle. */
const FLATTEST = 0.12;

export interface RingPlace {
  /** About the coil's z axis, from its x axis toward its y axis, in radians: clockwise as seen from outside the head. */
  readonly angle: number;
  /** From the axis [m]. */
  readonly radius: number;
  /** From the ray's origin [m]. */
  readonly distance: number;
}

/** Where a ray meets the plane z = `height` of a coil's frame; null where it runs away from it or nearly along it. */
export function placeOnRing(pose: RigidTransform, height: number, origin: Vec3, direction: Vec3): RingPlace | null {
  const start = inverseTransformPoint(pose, origin);
  const along: Vec3 = [dot(pose.x, direction), dot(pose.y, direction), dot(pose.z, direction)];
  // From the head's side the head is in the way.
  if (along[2] < FLATTEST) return null;
  const distance = (height - start[2]) / along[2];
  if (distance <= 0) return null;
  const [x, y] = [start[0] + distance * along[0], start[1] + distance * along[1]];
  return { angle: Math.atan2(y, x), radius: Math.hypot(x, y), distance };
}

/** Whether a place lies on the ring, with `pixelsPerRadian` of the picture around it. */
export function isOnRing(place: RingPlace, pixelsPerRadian: number): boolean {
  return (Math.abs(place.radius - RING_RADIUS) / place.distance) * pixelsPerRadian <= RING_REACH;
}

/** The handle angle after the hand went from one angle on the ring to another, from -π to π. */
export function turnedAngle(start: number, from: number, to: number): number {
  return wrapAngle(start + to - from);
}
