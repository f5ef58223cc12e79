import { coilCasing } from '../../src/coil/coilCasing';
import { coilById } from '../../src/coil/coilLibrary';
import { coilDipoles } from '../../src/coil/windings/windingsToDipoles';
import { normalize, subtract } from '../../src/core/vec3';
import { createFieldGrid } from '../../src/field/grid/fieldGrid';
import { closedFormTargetField, targetCells } from '../../src/field/grid/targetField';
import { findTarget } from '../../src/head/landmarks';
import type { HeadModel } from '../../src/head/loadHead';
import { createDistanceLattice } from '../../src/placement/distanceLattice';
import { createSurfaceQueries } from '../../src/placement/scalpQueries';
import { createScalpWalk, radialPoint } from '../../src/placement/scalpWalk';
import type { SearchProblem } from '../../src/placement/searchPoses';

/** A search on the shipped head in the sphere model, at 4 mm from the scalp, with nothing computed yet. */
export function searchProblem(head: HeadModel, coilId: string, targetId: string): SearchProblem {
  const { center } = head.sphere;
  const target = findTarget(head.landmarks, targetId).position;
  const scalp = createSurfaceQueries(head.scalp);
  const smooth = createSurfaceQueries(head.shells.scalp);
  const start = radialPoint(smooth, center, normalize(subtract(smooth.closest(target).position, center))).position;
  const coil = coilById(coilId);
  return {
    scalp,
    lattice: createDistanceLattice(scalp, center),
    walk: createScalpWalk(smooth, center, start),
    casing: coilCasing(coil).facePoints,
    hold: { handleAngle: Math.PI / 4, tiltPitch: 0, tiltRoll: 0, coilDistance: 0.004 },
    valueAt: closedFormTargetField(
      'sphere',
      coilDipoles(coil),
      center,
      targetCells(head.cortex, createFieldGrid(head.shells.innerSkull), target),
    ),
  };
}
