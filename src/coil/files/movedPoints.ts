import { IDENTITY, type RigidTransform, transformDirection, transformPoint } from '../../core/rigidTransform';
import { at } from '../../core/vec3';

/** Points of stride 3 after a motion; the same array where nothing moves. */
export function movedPoints(points: Float64Array, motion: RigidTransform): Float64Array {
  if (motion === IDENTITY) return points;
  const out = new Float64Array(points.length);
  for (let i = 0; i < points.length / 3; i++) out.set(transformPoint(motion, at(points, i)), 3 * i);
  return out;
}

/** Directions of stride 3 after a motion. */
export function movedDirections(directions: Float64Array, motion: RigidTransform): Float64Array {
  if (motion === IDENTITY) return directions;
  const out = new Float64Array(directions.length);
  for (let i = 0; i < directions.length / 3; i++) out.set(transformDirection(motion, at(directions, i)), 3 * i);
  return out;
}
