import { add, cross, distance, dot, normalize, reject, scale, subtract, type Vec3 } from '../../core/vec3';
import type { SurfaceQueries } from '../../placement/scalpQueries';

/** Ways along the cortex, as the subject has them: forward, back, left, right. */
export type ProbeDirection = 'forward' | 'back' | 'left' | 'right';

/** Farther from the center than any cortex [m]: rays toward the center start here. */
const OUTSIDE = 0.2;
const FRONT: Vec3 = [0, 1, 0];

/** Turns the first step before it is bisected, and how often. */
const BISECTIONS = 12;

/**
 * The point of the outer face of the cortex that lies `step` meters from `from` (straight line) in a direction, seen from the head's center.
 * "Right" runs over the vertex from the left ear to the right one, as the coil's arrow keys do. Rays toward the center find the outermost
 * fold, so that a walk crosses the sulci instead of falling into them. Where the ray misses, the probe stays.
 */
export function probeStep(cortex: SurfaceQueries, center: Vec3, from: Vec3, direction: ProbeDirection, step: number): Vec3 {
  const up = normalize(subtract(from, center));
  const ahead = normalize(reject(FRONT, up));
  // Straight in front or behind there is no "forward" in the tangent plane.
  if (dot(ahead, ahead) < 0.5) return from;
  const side = cross(ahead, up);
  const way = { forward: ahead, back: scale(ahead, -1), right: side, left: scale(side, -1) }[direction];
  const at = (angle: number): Vec3 | null => {
    const ray = add(scale(up, Math.cos(angle)), scale(way, Math.sin(angle)));
    return cortex.castRay(add(center, scale(ray, OUTSIDE)), scale(ray, -1))?.position ?? null;
  };
  const radius = distance(from, center);
  let high = (2 * step) / radius;
  let low = 0;
  let best = at(step / radius);
  for (let n = 0; n < BISECTIONS; n++) {
    const middle = (low + high) / 2;
    const point = at(middle);
    if (!point) return best ?? from;
    best = point;
    if (distance(point, from) < step) low = middle;
    else high = middle;
  }
  return best ?? from;
}
