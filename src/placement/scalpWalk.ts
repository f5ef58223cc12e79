import { add, cross, distance, dot, normalize, reject, scale, subtract, type Vec3 } from '../core/vec3';
import type { ScalpPoint, SurfaceQueries } from './scalpQueries';
import { towardBack } from './towardBack';

/**
 * Walks on the scalp as a tape measure lies: in the plane through the head's center and the starting point. The offsets (forward, right)
 * are the components of the walked length [m] in the tangent plane of the starting point, so that (offsets) → point and point → offsets
 * are inverse to each other, and a slider moves the coil by the millimeters it shows.
 */
export interface ScalpWalk {
  /** The scalp point at the given offsets [m] from the start; stops where the scalp ends. */
  toPoint(offsetForward: number, offsetRight: number): ScalpPoint;
  /** The offsets [m] that lead to a point on the scalp. */
  toOffsets(point: Vec3): { offsetForward: number; offsetRight: number };
}

/** Angle between neighboring samples of the tape, in radians: its chords are then 0.003 % shorter than the scalp's arc. */
const STEP = (1.5 * Math.PI) / 180;
/** The tape never goes further than this from its start, in radians, so that it stays on the head's upper part. */
const LONGEST = (80 * Math.PI) / 180;

/** A walk that starts where the ray from `center` through `start` leaves the scalp. */
export function createScalpWalk(scalp: SurfaceQueries, center: Vec3, start: Vec3): ScalpWalk {
  const axis = normalize(subtract(start, center));
  const forward = scale(towardBack(axis), -1);
  const right = cross(forward, axis);
  const along = (bearing: Vec3, angle: number): Vec3 => add(scale(axis, Math.cos(angle)), scale(bearing, Math.sin(angle)));
  const surfacePoint = (direction: Vec3): ScalpPoint => radialPoint(scalp, center, direction);

  return {
    toPoint(offsetForward, offsetRight) {
      const length = Math.sqrt(offsetForward * offsetForward + offsetRight * offsetRight);
      if (length < 1e-9) return surfacePoint(axis);
      const bearing = scale(add(scale(forward, offsetForward), scale(right, offsetRight)), 1 / length);
      return surfacePoint(
        along(
          bearing,
          angleAtLength((angle) => surfacePoint(along(bearing, angle)).position, length),
        ),
      );
    },
    toOffsets(point) {
      const direction = normalize(subtract(point, center));
      const angle = Math.acos(Math.min(1, Math.max(-1, dot(direction, axis))));
      if (angle < 1e-9) return { offsetForward: 0, offsetRight: 0 };
      const bearing = normalize(reject(direction, axis));
      const length = lengthAtAngle((a) => surfacePoint(along(bearing, a)).position, Math.min(angle, LONGEST));
      return { offsetForward: length * dot(bearing, forward), offsetRight: length * dot(bearing, right) };
    },
  };
}

/** Where the ray from inside leaves the head. */
export function radialPoint(scalp: SurfaceQueries, center: Vec3, direction: Vec3): ScalpPoint {
  const hit = scalp.castRay(center, direction);
  if (!hit) throw new Error('radialPoint: the scalp must be closed around the head center.');
  return hit;
}

function lengthAtAngle(curve: (angle: number) => Vec3, end: number): number {
  const steps = Math.max(1, Math.ceil(end / STEP));
  let length = 0;
  let previous = curve(0);
  for (let s = 1; s <= steps; s++) {
    const next = curve((end * s) / steps);
    length += distance(previous, next);
    previous = next;
  }
  return length;
}

function angleAtLength(curve: (angle: number) => Vec3, length: number): number {
  let walked = 0;
  let previous = curve(0);
  for (let angle = STEP; angle <= LONGEST; angle += STEP) {
    const next = curve(angle);
    const chord = distance(previous, next);
    if (walked + chord >= length) return angle - STEP + (STEP * (length - walked)) / chord;
    walked += chord;
    previous = next;
  }
  return LONGEST;
}
