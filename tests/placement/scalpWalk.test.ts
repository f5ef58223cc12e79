import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distance, norm } from '../../src/core/vec3';
import { createSurfaceQueries } from '../../src/placement/scalpQueries';
import { createScalpWalk } from '../../src/placement/scalpWalk';
import { ellipsoid } from './ellipsoid';

const R = 0.09;
const sphere = createSurfaceQueries(ellipsoid([R, R, R]));
const head = createSurfaceQueries(ellipsoid([0.075, 0.095, 0.09]));

describe('A walk on the scalp', () => {
  it('goes as far as it says: on a sphere the arc is the offset', () => {
    const walk = createScalpWalk(sphere, [0, 0, 0], [-0.05, 0.05, 0.056]);
    const start = walk.toPoint(0, 0).position;
    for (const offset of [0.001, 0.01, 0.03, 0.06]) {
      const end = walk.toPoint(offset, 0).position;
      const arc = 2 * R * Math.asin(distance(start, end) / (2 * R));
      expect(arc / offset).toBeGreaterThan(0.998);
      expect(arc / offset).toBeLessThan(1.002);
    }
  });

  it('goes forward toward the front and right toward the subject’s right', () => {
    const walk = createScalpWalk(sphere, [0, 0, 0], [0, 0, R]);
    expect(walk.toPoint(0.02, 0).position[1]).toBeGreaterThan(0.019);
    expect(Math.abs(walk.toPoint(0.02, 0).position[0])).toBeLessThan(1e-4);
    expect(walk.toPoint(0, 0.02).position[0]).toBeGreaterThan(0.019);
  });

  it('leads back: offsets to a point and the point of offsets are inverse', () => {
    const walk = createScalpWalk(head, [0, -0.01, 0], [-0.045, 0.05, 0.05]);
    const offset = fc.double({ min: -0.06, max: 0.06, noNaN: true });
    fc.assert(
      fc.property(offset, offset, (forward, right) => {
        const back = walk.toOffsets(walk.toPoint(forward, right).position);
        expect(norm([back.offsetForward - forward, back.offsetRight - right, 0])).toBeLessThan(2e-4);
      }),
      { numRuns: 60 },
    );
  });

  it('has a "forward" at the very front of the head too', () => {
    const walk = createScalpWalk(sphere, [0, 0, 0], [0, R, 0]);
    expect(norm(walk.toPoint(0.01, 0).position)).toBeCloseTo(R, 4);
  });
});
