import { add, cross, distance, dot, norm, normalize, scale, subtract, type Vec3 } from '../core/vec3';
import type { SurfaceQueries } from './scalpQueries';
import type { ScalpRim } from './scalpRim';
import { radialPoint } from './scalpWalk';

export interface Ray {
  readonly origin: Vec3;
  /** Unit vector. */
  readonly direction: Vec3;
}

/** First and last step of the descent, in radians; the last is 0.03 mm on the scalp. */
const STEPS = { first: 0.1, last: 0.0003 } as const;
const BEARINGS = 12;
const MOST_ROUNDS = 200;
/** Newton steps with which a point below the edge is brought onto it, and how little above it they aim [m]. */
const RAISES = 10;
const OVER_EDGE = 2e-5;

/**
 * Where a coil that is at `from` [m] goes when the hand pulls it along a ray: where the ray meets the scalp, else the nearest it can lie to
 * the ray, found downhill from `from`. So it follows the outline of the head and the edge below which no coil lies, and never jumps
 * over to another side of the head.
 */
export function scalpUnderRay(scalp: SurfaceQueries, center: Vec3, rim: ScalpRim, from: Vec3, ray: Ray): Vec3 {
  const hit = scalp.castRay(ray.origin, ray.direction);
  if (hit && rim.height(hit.position) >= 0) return hit.position;
  let here = raised(scalp, center, rim, from);
  let best = distanceToRay(here, ray);
  let step: number = STEPS.first;
  for (let round = 0; round < MOST_ROUNDS && step > STEPS.last; round++) {
    const axis = normalize(subtract(here, center));
    const u = normalize(cross(axis, Math.abs(axis[2]) < 0.9 ? [0, 0, 1] : [1, 0, 0]));
    const v = cross(axis, u);
    const start = best;
    for (let n = 0; n < BEARINGS; n++) {
      const angle = (2 * Math.PI * n) / BEARINGS;
      const aside = add(scale(u, step * Math.cos(angle)), scale(v, step * Math.sin(angle)));
      const next = raised(scalp, center, rim, radialPoint(scalp, center, normalize(add(axis, aside))).position);
      const length = distanceToRay(next, ray);
      if (length < best) [here, best] = [next, length];
    }
    if (best === start) step /= 2;
  }
  return here;
}

/** The point itself, or the one on the edge above it. */
export function raised(scalp: SurfaceQueries, center: Vec3, rim: ScalpRim, point: Vec3): Vec3 {
  let here = point;
  let height = rim.height(here);
  if (height >= 0) return here;
  for (let n = 0; n < RAISES && (height < 0 || height > 2 * OVER_EDGE); n++) {
    const onEdge: Vec3 = [here[0], here[1], here[2] - height + OVER_EDGE];
    here = radialPoint(scalp, center, normalize(subtract(onEdge, center))).position;
    height = rim.height(here);
  }
  return here;
}

/** From a point to the nearest point of the ray. */
function distanceToRay(point: Vec3, { origin, direction }: Ray): number {
  const along = dot(subtract(point, origin), direction);
  return along > 0 ? norm(cross(subtract(point, origin), direction)) : distance(point, origin);
}
