import { describe, expect, it } from 'vitest';
import { addChargedTriangleField } from '../../../src/physics/boundaryElements/chargedTriangleField';
import { linearTriangleField } from '../../../src/physics/boundaryElements/linearTriangleField';
import { relativeError } from './relativeError';

const TRIANGLE = Float64Array.of(0.01, 0.002, 0.003, 0.016, 0.001, 0.004, 0.012, 0.007, 0.001);

const field = (x: number, y: number, z: number): Float64Array => {
  const out = new Float64Array(3);
  addChargedTriangleField(TRIANGLE, 0, x, y, z, 1, out, 0);
  return out;
};

/** Sum over 4^levels subtriangles of density · area · r/|r|³ at their centroids. */
function bySubdivision(x: number, y: number, z: number, density: (l: number[]) => number): number[] {
  const n = 400;
  const out = [0, 0, 0];
  const [a, b, c] = [0, 3, 6].map((o) => Array.from(TRIANGLE.subarray(o, o + 3)));
  const u = b.map((v, i) => v - a[i]);
  const w = c.map((v, i) => v - a[i]);
  const area = Math.hypot(u[1] * w[2] - u[2] * w[1], u[2] * w[0] - u[0] * w[2], u[0] * w[1] - u[1] * w[0]) / 2 / n ** 2;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n - i; j++) {
      for (const third of i + j < n - 1 ? [1 / 3, 2 / 3] : [1 / 3]) {
        const [s, t] = [(i + third) / n, (j + third) / n];
        const r = [x, y, z].map((p, k) => p - a[k] - s * u[k] - t * w[k]);
        const weight = (density([1 - s - t, s, t]) * area) / Math.hypot(...r) ** 3;
        r.forEach((value, k) => {
          out[k] += weight * value;
        });
      }
    }
  }
  return out;
}

describe('field of a charged triangle', () => {
  it.each([
    [0.013, 0.004, 0.006],
    [0.02, 0.01, -0.002],
    [0.012, 0.003, 0.0015],
  ])('equals the sum over its parts at (%f, %f, %f)', (x, y, z) => {
    expect(
      relativeError(
        field(x, y, z),
        bySubdivision(x, y, z, () => 1),
      ),
    ).toBeLessThan(1e-4);
  });

  it('jumps by 4π across the facet, along the normal', () => {
    const center = [0, 1, 2].map((k) => (TRIANGLE[k] + TRIANGLE[k + 3] + TRIANGLE[k + 6]) / 3);
    const u = [0.006, -0.001, 0.001];
    const w = [0.002, 0.005, -0.002];
    const normal = [u[1] * w[2] - u[2] * w[1], u[2] * w[0] - u[0] * w[2], u[0] * w[1] - u[1] * w[0]];
    const length = Math.hypot(...normal);
    const side = (s: number) => field(...(center.map((c, k) => c + (s * normal[k]) / length) as [number, number, number]));
    const [above, below] = [side(1e-9), side(-1e-9)];
    expect(
      relativeError(
        above.map((v, k) => v - below[k]),
        normal.map((v) => (4 * Math.PI * v) / length),
      ),
    ).toBeLessThan(1e-5);
  });

  it('becomes the field of a point charge far away, with an error that falls with the square of the distance', () => {
    const center = [0, 1, 2].map((k) => (TRIANGLE[k] + TRIANGLE[k + 3] + TRIANGLE[k + 6]) / 3);
    const area = Math.hypot(-0.001 * -0.002 - 0.001 * 0.005, 0.001 * 0.002 - 0.006 * -0.002, 0.006 * 0.005 - -0.001 * 0.002) / 2;
    const error = (d: number): number => {
      const r = [0.48 * d, 0.6 * d, 0.64 * d];
      return relativeError(
        field(center[0] + r[0], center[1] + r[1], center[2] + r[2]),
        r.map((v) => (area * v) / d ** 3),
      );
    };
    expect(error(0.1) / error(0.2)).toBeGreaterThan(3.5);
    expect(error(0.1) / error(0.2)).toBeLessThan(4.5);
  });

  it('with linear density adds up to the uniform triangle and equals the sum over parts for each corner', () => {
    const out = new Float64Array(9);
    linearTriangleField(TRIANGLE, 0, 0.013, 0.004, 0.006, out);
    const sum = [0, 1, 2].map((axis) => out[axis] + out[3 + axis] + out[6 + axis]);
    expect(relativeError(sum, field(0.013, 0.004, 0.006))).toBeLessThan(1e-12);
    for (let k = 0; k < 3; k++) {
      expect(
        relativeError(
          out.subarray(3 * k, 3 * k + 3),
          bySubdivision(0.013, 0.004, 0.006, (l) => l[k]),
        ),
      ).toBeLessThan(0.02);
    }
  });
});
