import { type RigidTransform, transformPoint } from '../core/rigidTransform';
import { at, distance, type Vec3 } from '../core/vec3';
import type { SurfaceQueries } from './scalpQueries';

/** Every so many points are asked for before the others. */
const FIRST_STEP = 16;

/**
 * Distance of the nearest of some points from the scalp [m], negative where one lies inside. `points`: coil frame, stride 3, m, neighbors mostly one
 * after the other: the distance changes by no more than the way between two points, so that most of them need no query.
 */
export function distanceOfPoints(scalp: SurfaceQueries, points: ArrayLike<number>, pose: RigidTransform): number {
  const count = points.length / 3;
  let nearest = Number.POSITIVE_INFINITY;
  // A few first, so that most others are known to be farther.
  for (let n = 0; n < count; n += FIRST_STEP) nearest = Math.min(nearest, scalp.closest(transformPoint(pose, at(points, n))).distance);
  let asked: { readonly point: Vec3; readonly distance: number } | null = null;
  for (let n = 0; n < count; n++) {
    const point = transformPoint(pose, at(points, n));
    if (asked && asked.distance - distance(asked.point, point) >= nearest) continue;
    asked = { point, distance: scalp.closest(point).distance };
    nearest = Math.min(nearest, asked.distance);
  }
  return nearest;
}
