import { add, dot, norm, normalize, scale, type Vec3 } from '../../src/core/vec3';
import type { SurfaceQueries } from '../../src/placement/scalpQueries';

/** The geometric questions about a sphere about the origin, answered in closed form; radius in meters. */
export function analyticSphere(radius: number): SurfaceQueries {
  return {
    castRay(origin, direction) {
      const along = dot(origin, direction);
      const square = along * along - dot(origin, origin) + radius * radius;
      if (square < 0) return null;
      const root = Math.sqrt(square);
      const distance = -along - root > 0 ? -along - root : -along + root;
      if (distance < 0) return null;
      const position = add(origin, scale(direction, distance));
      return { position, normal: normalize(position), distance };
    },
    closest(point: Vec3) {
      const normal = normalize(point);
      return { position: scale(normal, radius), normal, distance: norm(point) - radius };
    },
  };
}
