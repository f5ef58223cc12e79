import { add, cross, distance, dot, normalize, reject, scale, subtract, type Vec3 } from '../core/vec3';
import type { ScalpPoint, SurfaceQueries } from './scalpQueries';
import { radialPoint } from './scalpWalk';

/** Angle between neighboring samples of the tape, in radians. */
const STEP = (0.5 * Math.PI) / 180;
/** A tape that reached this far round would be on the other side of the head, in radians. */
const LONGEST = (170 * Math.PI) / 180;

/** A tape measure laid on the head from a start: a plane section of the scalp. */
export interface ScalpTape {
  /** The point at a length [m] from the start; where the tape ends, for lengths beyond. */
  pointAt(length: number): ScalpPoint;
  /** Length [m] from the start to where the tape passes a point of its plane most closely. */
  lengthTo(point: Vec3): number;
}

/**
 * A tape from `start` toward `toward`, in the plane through both and `origin`, a point inside the head from which the section is seen
 * whole. The ends are taken where the rays from `origin` through them leave the scalp.
 */
export function layTape(scalp: SurfaceQueries, origin: Vec3, start: Vec3, toward: Vec3): ScalpTape {
  const axis = normalize(subtract(start, origin));
  const bearing = normalize(reject(subtract(toward, origin), axis));
  const pointAtAngle = (angle: number): ScalpPoint =>
    radialPoint(scalp, origin, add(scale(axis, Math.cos(angle)), scale(bearing, Math.sin(angle))));
  return {
    pointAt(length) {
      let walked = 0;
      let previous = pointAtAngle(0);
      for (let angle = STEP; angle <= LONGEST; angle += STEP) {
        const next = pointAtAngle(angle);
        const chord = distance(previous.position, next.position);
        if (walked + chord >= length) return pointAtAngle(angle - STEP + (STEP * (length - walked)) / chord);
        walked += chord;
        previous = next;
      }
      return previous;
    },
    lengthTo(point) {
      const direction = subtract(point, origin);
      const end = Math.min(Math.max(Math.atan2(dot(direction, bearing), dot(direction, axis)), 0), LONGEST);
      const steps = Math.max(1, Math.ceil(end / STEP));
      let length = 0;
      let previous = pointAtAngle(0).position;
      for (let s = 1; s <= steps; s++) {
        const next = pointAtAngle((end * s) / steps).position;
        length += distance(previous, next);
        previous = next;
      }
      return length;
    },
  };
}

/** The point of the plane through three points that is nearest to `center`: the origin of a tape that lies in that plane. */
export function originInPlane(center: Vec3, a: Vec3, b: Vec3, c: Vec3): Vec3 {
  const normal = normalize(cross(subtract(b, a), subtract(c, a)));
  return subtract(center, scale(normal, dot(subtract(center, a), normal)));
}
