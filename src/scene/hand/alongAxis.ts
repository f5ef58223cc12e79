import { dot, subtract, type Vec3 } from '../../core/vec3';

/** A line of sight nearer than this to an axis (sine of the angle between them) gives no usable place on it. */
const NEAREST = 0.15;

/** Coordinate `axis` of the point on the line through `point` along that axis which is nearest to a ray [m]; null where they are nearly parallel. */
export function alongAxis(axis: number, point: Vec3, origin: Vec3, direction: Vec3): number | null {
  const along = direction[axis];
  const square = 1 - along * along;
  if (square < NEAREST * NEAREST) return null;
  const between = subtract(point, origin);
  // Of the shortest segment between two lines both feet follow from two linear equations.
  return point[axis] + (along * dot(between, direction) - between[axis]) / square;
}
