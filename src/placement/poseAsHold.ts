import type { RigidTransform } from '../core/rigidTransform';
import { add, cross, dot, normalize, rotateAbout, scale, subtract, type Vec3 } from '../core/vec3';
import { type CoilHold, coilPose } from './coilPose';
import type { ScalpPoint, SurfaceQueries } from './scalpQueries';
import { towardBack } from './towardBack';

/** Rounds of the search for the scalp point below a coil, and of the one for its gap. */
const ROUNDS = 40;
/** Good enough: a hundredth of a millimeter. */
const CLOSE = 1e-5;

/** The scalp point whose normal goes through a coil's center [m]. */
export function scalpBelow(scalp: SurfaceQueries, center: Vec3): ScalpPoint {
  let below: ScalpPoint = scalp.closest(center);
  for (let round = 0; round < ROUNDS; round++) {
    const away = subtract(center, below.position);
    const beside = subtract(away, scale(below.normal, dot(away, below.normal)));
    if (Math.hypot(...beside) < CLOSE) break;
    below = scalp.closest(add(below.position, beside));
  }
  return below;
}

/** The turn and the tilts by which `coilAxes` gives the axes of a pose over a scalp point with this outward normal. */
export function anglesOfPose(normal: Vec3, { y, z }: Pick<RigidTransform, 'y' | 'z'>): Omit<CoilHold, 'coilDistance'> {
  const inward = scale(normal, -1);
  // The handle's axis is not moved by the roll: its height over the tangent plane is the pitch.
  const tiltPitch = Math.asin(Math.max(-1, Math.min(1, dot(y, inward))));
  const level = normalize(subtract(y, scale(inward, dot(y, inward))));
  const back = towardBack(normal);
  const handle = scale(level, -1);
  const handleAngle = -Math.atan2(dot(cross(back, handle), normal), dot(back, handle));
  const across = cross(level, inward);
  const upright = rotateAbout(inward, across, tiltPitch);
  const tiltRoll = Math.atan2(dot(cross(upright, z), y), dot(upright, z));
  return { handleAngle, tiltPitch, tiltRoll };
}

/** The gap [m] at which a coil over `place` has its center at the height of `pose`; negative where the casing would lie in the head. */
export function gapOfPose(
  scalp: SurfaceQueries,
  casing: ArrayLike<number>,
  place: ScalpPoint,
  angles: Omit<CoilHold, 'coilDistance'>,
  pose: RigidTransform,
): number {
  const heightAt = (coilDistance: number): number =>
    dot(subtract(coilPose(scalp, casing, place, { ...angles, coilDistance }).origin, place.position), place.normal);
  const height = dot(subtract(pose.origin, place.position), place.normal);
  let gap = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const missing = height - heightAt(gap);
    if (Math.abs(missing) < CLOSE || (gap === 0 && missing < 0)) return gap + missing;
    // On a slope a wider gap lifts the coil by more.
    gap = Math.max(0, gap + missing);
  }
  return gap;
}
