import { describe, expect, it } from 'vitest';
import { normalize, subtract, type Vec3 } from '../../../src/core/vec3';
import { alongAxis } from '../../../src/scene/hand/alongAxis';

describe('The place on an axis that a hand pulls to', () => {
  it('is the point that the ray is aimed at, for every axis', () => {
    const eye: Vec3 = [-0.6, 0.35, 0.4];
    for (const axis of [0, 1, 2]) {
      for (const value of [-0.06, 0.013, 0.08]) {
        const aim: [number, number, number] = [0.01, -0.02, 0.03];
        const handle: Vec3 = [...aim];
        aim[axis] = value;
        expect(alongAxis(axis, handle, eye, normalize(subtract(aim, eye)))).toBeCloseTo(value, 9);
      }
    }
  });

  it('is not told for who looks along the axis', () => {
    expect(alongAxis(2, [0, 0, 0.1], [0, 0, 1], [0, 0, -1])).toBeNull();
    expect(alongAxis(2, [0, 0, 0.1], [0, 0, 1], normalize([0.05, 0, -1]))).toBeNull();
    expect(alongAxis(2, [0, 0, 0.1], [0, 0, 1], normalize([0.4, 0, -1]))).not.toBeNull();
  });
});
