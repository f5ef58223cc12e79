import { describe, expect, it } from 'vitest';
import { coilCasing } from '../../src/coil/coilCasing';
import { coilById } from '../../src/coil/coilLibrary';
import { coilWindingPaths } from '../../src/coil/windings/coilWindingPaths';
import { windingPoints } from '../../src/coil/windings/windingPoints';
import { transformPoint } from '../../src/core/rigidTransform';
import { at } from '../../src/core/vec3';
import { coilPose } from '../../src/placement/coilPose';
import { distanceOfPoints } from '../../src/placement/distanceOfPoints';
import { createSurfaceQueries, type SurfaceQueries } from '../../src/placement/scalpQueries';
import { readShippedHead } from '../readShippedHead';

const head = await readShippedHead();
const scalp = createSurfaceQueries(head.scalp);
const { normal, position } = scalp.castRay([-0.05, 0.06, 0.2], [0, 0, -1])!;

describe('The distance of the nearest winding', () => {
  it.each(['magstim-d70', 'magventure-d-b80', 'magstim-90mm-circular'])('of %s is that of all its copper, with few queries', (id) => {
    const coil = coilById(id);
    const points = windingPoints(coil);
    for (const handleAngle of [0, 0.7, 2]) {
      const hold = { handleAngle, tiltPitch: 0.1, tiltRoll: -0.05, coilDistance: 0.004 };
      const pose = coilPose(scalp, coilCasing(coil).facePoints, { position, normal }, hold);
      let queries = 0;
      const counted: SurfaceQueries = {
        ...scalp,
        closest: (point) => {
          queries++;
          return scalp.closest(point);
        },
      };
      const found = distanceOfPoints(counted, points, pose);
      let nearest = Number.POSITIVE_INFINITY;
      for (const path of coilWindingPaths(coil))
        for (let n = 0; n < path.points.length / 3; n++)
          nearest = Math.min(nearest, scalp.closest(transformPoint(pose, at(path.points, n))).distance);
      // The columns in which the copper is thinned are a few millimeters wide.
      expect(Math.abs(found - nearest)).toBeLessThan(2e-4);
      expect(found).toBeGreaterThan(0.004);
      expect(queries).toBeLessThan((0.7 * points.length) / 3);
    }
  });
});
