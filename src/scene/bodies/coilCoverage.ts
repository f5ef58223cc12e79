import { inverseTransformPoint, type RigidTransform } from '../../core/rigidTransform';
import type { Vec3 } from '../../core/vec3';
import { smoothStep } from '../../field/color/colorScale';

/** A disc in the plane z = 0 of the coil frame that a wing fills, in metres. */
export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Width of the edge over which the coverage falls [m]. */
const EDGE = 0.02;

/** Opacity before the head of copper, casing and the casing's rim: seen from aside, and between the camera and the target. */
const OPACITY = { copper: [0.86, 0.5], casing: [0.1, 0.03], rim: [0.5, 0.28] } as const;

/** Where the line of sight from `eye` to `target` [m, head frame] crosses the coil's plane [m, coil frame]; null for who looks from below it. */
export function coilPlaneCrossing(pose: RigidTransform, target: Vec3, eye: Vec3): readonly [x: number, y: number] | null {
  const from = inverseTransformPoint(pose, target);
  const to = inverseTransformPoint(pose, eye);
  // z of the coil frame points into the head: an eye that is no higher than the target does not look through the coil.
  if (to[2] >= from[2]) return null;
  const t = from[2] / (from[2] - to[2]);
  return [from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])];
}

/** How far a point of the coil's plane lies on a wing: 1 well inside, 1/2 at the rim, 0 outside, without a jump. */
export const discCoverage = (discs: readonly Disc[], x: number, y: number): number =>
  Math.max(0, ...discs.map((disc) => smoothStep(0, EDGE, disc.radius + EDGE / 2 - Math.hypot(x - disc.x, y - disc.y))));

/** Opacities of a coil that covers `share` of the line of sight: the more it covers, the fainter it is. */
export function coilOpacity(share: number): Record<keyof typeof OPACITY, number> {
  const blend = ([aside, inFront]: readonly [number, number]): number => aside + share * (inFront - aside);
  return { copper: blend(OPACITY.copper), casing: blend(OPACITY.casing), rim: blend(OPACITY.rim) };
}
