import type { RigidTransform } from '../../core/rigidTransform';
import type { HeadModel } from '../../head/loadHead';
import { createSurfaceQueries, type SurfaceQueries } from '../../placement/scalpQueries';

/** Where the coil's axis enters each layer: distance from the coil center along +z [m], or null where the axis misses the surface. */
export interface AxisCrossings {
  readonly scalp: number | null;
  readonly outerSkull: number | null;
  readonly innerSkull: number | null;
  readonly cortex: number | null;
}

/** Prepares the four surfaces once; the answer for a pose then takes microseconds. */
export function createAxisCrossings(head: Pick<HeadModel, 'shells' | 'cortex'>): (pose: RigidTransform) => AxisCrossings {
  const scalp = createSurfaceQueries(head.shells.scalp);
  const outerSkull = createSurfaceQueries(head.shells.outerSkull);
  const innerSkull = createSurfaceQueries(head.shells.innerSkull);
  const cortex = createSurfaceQueries(head.cortex);
  return (pose) => {
    const along = (surface: SurfaceQueries): number | null => surface.castRay(pose.origin, pose.z)?.distance ?? null;
    return { scalp: along(scalp), outerSkull: along(outerSkull), innerSkull: along(innerSkull), cortex: along(cortex) };
  };
}
