import type { RigidTransform } from '../core/rigidTransform';
import { transformDirection } from '../core/rigidTransform';
import { add, at, cross, dot, rotateAbout, scale, type Vec3 } from '../core/vec3';
import type { ScalpPoint, SurfaceQueries } from './scalpQueries';
import { towardBack } from './towardBack';

/** How the coil is held over a scalp point; angles in radians, distance in metres. */
export interface CoilHold {
  /** 0: handle toward posterior in the tangent plane; positive: clockwise as seen from outside the head. */
  readonly handleAngle: number;
  /** Positive lifts the handle. */
  readonly tiltPitch: number;
  /** Positive lifts the wing on the coil's +x side. */
  readonly tiltRoll: number;
  /** Smallest gap between the casing and the scalp. */
  readonly coilDistance: number;
}

/** Points of the casing with less than this much more gap than the closest one are asked again for their true distance, in metres. */
const REFINED_BAND = 0.006;
const REFINEMENTS = 6;
const LEAST_SLOPE = 0.4;
/** The coil starts this far out before it is lowered, in metres; tilted wings of a double cone reach 0.13 m deep. */
const START_HEIGHT = 0.2;

/**
 * Pose of the coil at a scalp point: tangential, turned and tilted as held, moved along the normal until the closest point of its
 * casing is `coilDistance` from the scalp. `casing`: points of the casing's head-side face in the coil frame (stride 3, m).
 */
export function coilPose(scalp: SurfaceQueries, casing: ArrayLike<number>, place: ScalpPoint, hold: CoilHold): RigidTransform {
  const axes = coilAxes(place.normal, hold);
  const at0: RigidTransform = { ...axes, origin: place.position };
  const lift = restingLift(scalp, casing, at0, place.normal, hold.coilDistance);
  return { ...axes, origin: add(place.position, scale(place.normal, lift)) };
}

/** Axes of the coil frame for an outward normal and a hold: z into the head, handle toward -y. */
export function coilAxes(normal: Vec3, hold: Omit<CoilHold, 'coilDistance'>): Pick<RigidTransform, 'x' | 'y' | 'z'> {
  // Clockwise as seen from outside is a negative turn about the outward normal.
  const handle = rotateAbout(towardBack(normal), normal, -hold.handleAngle);
  const y0 = scale(handle, -1);
  const z0 = scale(normal, -1);
  const x0 = cross(y0, z0);
  // A turn about +x by a positive angle moves -y (the handle) toward -z, away from the head.
  const y1 = rotateAbout(y0, x0, hold.tiltPitch);
  const z1 = rotateAbout(z0, x0, hold.tiltPitch);
  // A turn about +y by a positive angle moves +x toward -z, away from the head.
  return { x: rotateAbout(x0, y1, hold.tiltRoll), y: y1, z: rotateAbout(z1, y1, hold.tiltRoll) };
}

/** How far [m] the coil must move along `normal` from `pose` so that the smallest gap of its casing is `gap`. */
function restingLift(scalp: SurfaceQueries, casing: ArrayLike<number>, pose: RigidTransform, normal: Vec3, gap: number): number {
  const inward = scale(normal, -1);
  const points: Vec3[] = [];
  const heights: number[] = [];
  const slopes: number[] = [];
  const beside: Vec3[] = [];
  for (let c = 0; c < casing.length / 3; c++) {
    const p = add(transformDirection(pose, at(casing, c)), pose.origin);
    const hit = scalp.castRay(add(p, scale(normal, START_HEIGHT)), inward);
    if (!hit) {
      beside.push(p);
      continue;
    }
    points.push(p);
    heights.push(hit.distance - START_HEIGHT);
    slopes.push(dot(hit.normal, normal));
  }
  let lift = gap - heights.reduce((lowest, height) => Math.min(lowest, height), Infinity);
  if (!Number.isFinite(lift)) return gap;
  const band = points.filter((_, index) => {
    const height = heights[index] + lift;
    // On a steep slope a point that is farther along the normal can be the closest; where that only grazes the scalp, much farther.
    return height < gap + REFINED_BAND + gap / 2 || height * slopes[index] < gap + REFINED_BAND / 2;
  });
  lift = refinedLift(scalp, band, normal, gap, lift);
  if (beside.length === 0) return lift;
  // Points beside the head, which meet nothing along the normal: the wings of a double cone.
  const { distance } = closestOf(scalp, beside, scale(normal, lift));
  return distance < gap - 2e-5 ? refinedLift(scalp, [...band, ...beside], normal, gap, lift) : lift;
}

/** The gap along the normal is at least the true gap, so that the coil is lifted until the true one is met. */
function refinedLift(scalp: SurfaceQueries, band: readonly Vec3[], normal: Vec3, gap: number, start: number): number {
  let lift = start;
  for (let round = 0; round < REFINEMENTS; round++) {
    const nearest = closestOf(scalp, band, scale(normal, lift));
    const shortfall = gap - nearest.distance;
    // On a slope a lift widens the gap by its part along the scalp's normal only.
    lift += shortfall / Math.max(dot(nearest.normal, normal), LEAST_SLOPE);
    if (Math.abs(shortfall) < 2e-5) break;
  }
  return lift;
}

function closestOf(scalp: SurfaceQueries, points: readonly Vec3[], shift: Vec3): ScalpPoint & { distance: number } {
  let best = scalp.closest(add(points[0], shift));
  for (const point of points.slice(1)) {
    const candidate = scalp.closest(add(point, shift));
    if (candidate.distance < best.distance) best = candidate;
  }
  return best;
}
