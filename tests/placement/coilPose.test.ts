import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coilCasing } from '../../src/coil/coilCasing';
import { COIL_IDS, coilById } from '../../src/coil/coilLibrary';
import { isRigid, toMatrix, transformPoint } from '../../src/core/rigidTransform';
import { at, cross, dot, normalize, scale, type Vec3 } from '../../src/core/vec3';
import { seededRandom } from '../../src/dose/seededRandom';
import { coilAxes, coilPose } from '../../src/placement/coilPose';
import { createSurfaceQueries } from '../../src/placement/scalpQueries';
import { radialPoint } from '../../src/placement/scalpWalk';
import { readShippedHead } from '../readShippedHead';
import { ellipsoid } from './ellipsoid';

const degree = Math.PI / 180;
const scalp = createSurfaceQueries(ellipsoid([0.075, 0.095, 0.09]));
const level = { handleAngle: 0, tiltPitch: 0, tiltRoll: 0 };

function smallestGap(coilId: string, pose: ReturnType<typeof coilPose>): number {
  const casing = coilCasing(coilById(coilId)).facePoints;
  let gap = Infinity;
  for (let n = 0; n < casing.length / 3; n++) gap = Math.min(gap, scalp.closest(transformPoint(pose, at(casing, n))).distance);
  return gap;
}

describe('The coil’s axes', () => {
  it('point into the head, with the handle backward at angle 0', () => {
    const { x, y, z } = coilAxes([0, 0, 1], level);
    expect(z[2]).toBe(-1);
    expect(y[1]).toBeCloseTo(1, 12);
    expect(dot(cross(x, y), z)).toBeCloseTo(1, 12);
  });

  it('turn the handle clockwise as seen from outside: +45° over the left hemisphere is back and outward', () => {
    const left = normalize([-0.6, 0.4, 0.7]);
    const handle = scale(coilAxes(left, { ...level, handleAngle: 45 * degree }).y, -1);
    expect(handle[0]).toBeLessThan(-0.3);
    expect(handle[1]).toBeLessThan(-0.3);
    const right: Vec3 = [-left[0], left[1], left[2]];
    const mirrored = scale(coilAxes(right, { ...level, handleAngle: -45 * degree }).y, -1);
    expect(mirrored[0]).toBeCloseTo(-handle[0], 12);
    expect(mirrored[1]).toBeCloseTo(handle[1], 12);
  });

  it('lift the handle for a positive pitch and the +x wing for a positive roll', () => {
    const flat = coilAxes([0, 0, 1], level);
    const pitched = coilAxes([0, 0, 1], { ...level, tiltPitch: 10 * degree });
    expect(-pitched.y[2]).toBeCloseTo(Math.sin(10 * degree), 12);
    const rolled = coilAxes([0, 0, 1], { ...level, tiltRoll: 10 * degree });
    expect(rolled.x[2] - flat.x[2]).toBeCloseTo(Math.sin(10 * degree), 12);
  });

  it('exist at the forehead, where "posterior" is along the normal', () => {
    const axes = coilAxes([0, 1, 0], level);
    expect(isRigid(toMatrix({ ...axes, origin: [0, 0, 0] }))).toBe(true);
  });
});

describe('The coil on the scalp', () => {
  it.each(COIL_IDS)('%s keeps the gap that is set, within 0.5 mm, wherever it is put and however it is held', (coilId) => {
    const casing = coilCasing(coilById(coilId)).facePoints;
    const direction = fc.tuple(
      fc.double({ min: -1, max: 1, noNaN: true }),
      fc.double({ min: -1, max: 1, noNaN: true }),
      fc.double({ min: 0.1, max: 1, noNaN: true }),
    );
    const angle = fc.double({ min: -30 * degree, max: 30 * degree, noNaN: true });
    fc.assert(
      fc.property(direction, angle, angle, fc.double({ min: 0, max: 0.04, noNaN: true }), (d, tiltPitch, tiltRoll, coilDistance) => {
        const hit = scalp.castRay([0, 0, 0], normalize(d));
        if (!hit) throw new Error('no scalp');
        const pose = coilPose(scalp, casing, hit, { handleAngle: d[0] * Math.PI, tiltPitch, tiltRoll, coilDistance });
        expect(isRigid(toMatrix(pose))).toBe(true);
        expect(Math.abs(smallestGap(coilId, pose) - coilDistance)).toBeLessThan(5e-4);
      }),
      { numRuns: 25 },
    );
  });

  it('keeps it on the shipped head too, where the tilted wings of a double cone begin deep inside the head and end beside it', async () => {
    const head = await readShippedHead();
    const drawn = createSurfaceQueries(head.scalp);
    const smooth = createSurfaceQueries(head.shells.scalp);
    const casing = coilCasing(coilById('magstim-double-cone')).facePoints;
    const random = seededRandom(20);
    const between = (least: number, most: number): number => least + (most - least) * random.uniform();
    for (let n = 0; n < 60; n++) {
      const place = radialPoint(smooth, head.sphere.center, normalize([between(-1, 1), between(-1, 1), between(0.15, 1)]));
      const [handleAngle, tiltPitch, tiltRoll] = [between(-180, 180) * degree, between(-30, 30) * degree, between(-30, 30) * degree];
      const coilDistance = between(0, 0.04);
      const pose = coilPose(drawn, casing, place, { handleAngle, tiltPitch, tiltRoll, coilDistance });
      let gap = Infinity;
      for (let p = 0; p < casing.length / 3; p++) gap = Math.min(gap, drawn.closest(transformPoint(pose, at(casing, p))).distance);
      expect(Math.abs(gap - coilDistance)).toBeLessThan(5e-4);
    }
  });
});
