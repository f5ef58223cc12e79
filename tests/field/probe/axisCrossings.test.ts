import { describe, expect, it } from 'vitest';
import type { RigidTransform } from '../../../src/core/rigidTransform';
import { createAxisCrossings } from '../../../src/field/probe/axisCrossings';
import { fakeSimulation } from '../../browser/fixtures/fakeSimulation';

const crossings = createAxisCrossings(fakeSimulation().head);
const above = (lift: number, x = 0): RigidTransform => ({ x: [1, 0, 0], y: [0, -1, 0], z: [0, 0, -1], origin: [x, 0, 0.085 + lift] });

describe('where the coil axis meets the layers of a spherical head', () => {
  it('is the gap for the scalp, and the difference of the radii further in', () => {
    const { scalp, outerSkull, innerSkull, cortex } = crossings(above(0.004));
    expect((scalp ?? 0) / 0.004).toBeCloseTo(1, 2);
    expect((outerSkull ?? 0) / 0.01).toBeCloseTo(1, 2);
    expect((innerSkull ?? 0) / 0.016).toBeCloseTo(1, 2);
    expect((cortex ?? 0) / 0.019).toBeCloseTo(1, 2);
  });

  it('follows the sphere beside the vertex', () => {
    const x = 0.03;
    const expected = 0.095 - Math.sqrt(0.07 ** 2 - x ** 2);
    expect((crossings(above(0.01, x)).cortex ?? 0) / expected).toBeCloseTo(1, 2);
  });

  it('is null for what the axis misses', () => {
    const { scalp, cortex } = crossings(above(0.004, 0.08));
    expect(scalp).not.toBeNull();
    expect(cortex).toBeNull();
  });
});
