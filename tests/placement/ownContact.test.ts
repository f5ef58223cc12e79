import { describe, expect, it } from 'vitest';
import { coilCasing } from '../../src/coil/coilCasing';
import { CLOUD_MARGIN, dipoleCloudCoil } from '../../src/coil/files/dipoleCloudCoil';
import { type RigidTransform, transformPoint } from '../../src/core/rigidTransform';
import { at, rotateAbout } from '../../src/core/vec3';
import { coilPose } from '../../src/placement/coilPose';
import { createSurfaceQueries } from '../../src/placement/scalpQueries';
import { wingRows } from '../coil/files/benchCoils';
import { readShippedHead } from '../readShippedHead';

const head = await readShippedHead();
const scalp = createSurfaceQueries(head.scalp);
const GAP = 0.004;

/** Wings bent by an angle, one of them on a cylinder, one asymmetric. */
const COILS: readonly (readonly [string, number[][]])[] = [
  ['wings at 20°', wingRows(0.35)],
  ['wings at 35°', wingRows(0.61)],
  ['wings at 50°', wingRows(0.87)],
  [
    'wings on a cylinder',
    wingRows(0).map(([x, y, , ...m]) => [0.09 * Math.sin(x / 0.09), y, 0.09 - 0.006 - 0.09 * Math.cos(x / 0.09), ...m]),
  ],
  ['one wing flat, one at 40°', [...wingRows(0.7).slice(0, 180), ...wingRows(0).slice(180)]],
];

function nearest(positions: Float64Array, pose: RigidTransform): number {
  let least = Number.POSITIVE_INFINITY;
  for (let n = 0; n < positions.length / 3; n++) least = Math.min(least, scalp.closest(transformPoint(pose, at(positions, n))).distance);
  return least;
}

describe('A hollow coil of one’s own', () => {
  it.each(COILS)(
    '%s: its nearest winding is as far from the scalp as gap and margin say, in a hundred poses',
    (name, rows) => {
      const dipoles = {
        positions: Float64Array.from(rows.flatMap((row) => row.slice(0, 3))),
        moments: Float64Array.from(rows.flatMap((row) => row.slice(3))),
      };
      const coil = dipoleCloudCoil('own-1', { name, dipoles, windings: dipoles.positions, maxdIdt: [], notes: [] }, 'a.ccd');
      const { facePoints, contactMargin } = coilCasing(coil);
      expect(contactMargin).toBe(CLOUD_MARGIN);
      const center = head.sphere.center;
      let worst = 0;
      for (let n = 0; n < 100; n++) {
        const azimuth = 2.399963 * n;
        const z = 0.35 + (0.64 * (n + 0.5)) / 100;
        const out = [Math.sqrt(1 - z * z) * Math.cos(azimuth), Math.sqrt(1 - z * z) * Math.sin(azimuth), z] as const;
        const place = scalp.castRay(
          [center[0] + 0.2 * out[0], center[1] + 0.2 * out[1], center[2] + 0.2 * out[2]],
          rotateAbout(out, [out[1], -out[0], 0].map((v) => v / Math.hypot(out[0], out[1])) as never, Math.PI),
        );
        if (!place) throw new Error('the ray misses the head');
        const pose = coilPose(scalp, facePoints, place, {
          handleAngle: n / 7,
          tiltPitch: 0,
          tiltRoll: 0,
          coilDistance: GAP + contactMargin,
        });
        // The origin lies on the face: where it touches first, the windings are farther.
        const origin = scalp.closest(pose.origin).distance;
        const excess = nearest(dipoles.positions, pose) - (GAP + CLOUD_MARGIN);
        expect(excess).toBeGreaterThan(-0.5e-3);
        if (origin > GAP + 1.5e-3) worst = Math.max(worst, Math.abs(excess));
      }
      expect(worst).toBeLessThan(0.5e-3);
    },
    60_000,
  );
});
