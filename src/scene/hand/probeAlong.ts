import { add, scale, type Vec3 } from '../../core/vec3';
import type { SurfaceQueries } from '../../placement/scalpQueries';
import type { Choices } from '../../state/choices';
import { CUT_PLANES } from '../../state/cutPlanes';

/**
 * What a ray from the camera points at in the brain [m]: the first point of the cortex, or, where the head is cut open, the point of the cut
 * plane if that lies inside the cortex. The corner that is cut away holds the camera, so the ray leaves it through the plane that it meets
 * first. Null where it meets nothing.
 */
export function probeAlong(cortex: SurfaceQueries, choices: Choices, origin: Vec3, direction: Vec3): Vec3 | null {
  let leaves = Infinity;
  let cut = false;
  CUT_PLANES.forEach(({ shown, place }, axis) => {
    if (!choices[shown]) return;
    cut = true;
    const distance = (choices[place] - origin[axis]) / direction[axis];
    if (distance > 0) leaves = Math.min(leaves, distance);
  });
  if (!cut) return cortex.castRay(origin, direction)?.position ?? null;
  // A ray that never leaves the open corner meets nothing that is drawn.
  if (!Number.isFinite(leaves)) return null;
  const start = add(origin, scale(direction, leaves));
  if (cortex.closest(start).distance < 0) return start;
  return cortex.castRay(start, direction)?.position ?? null;
}
