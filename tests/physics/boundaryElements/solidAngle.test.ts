import { describe, expect, it } from 'vitest';
import { collectFacets } from '../../../src/physics/boundaryElements/facets';
import { solidAngle, windingNumber } from '../../../src/physics/boundaryElements/solidAngle';
import { icosphere } from './icosphere';

const { corners, centroids, count } = collectFacets([icosphere(0.085, 2, 0.33, 0)]);

describe('solid angle of a triangle', () => {
  it('is an eighth of the full sphere for the triangle of the three unit vectors seen from the origin', () => {
    expect(solidAngle(Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1), 0, 0, 0, 0)).toBeCloseTo(Math.PI / 2, 14);
  });

  it('approaches area · cos / distance² from far away, with the sign of the side', () => {
    const triangle = Float64Array.of(0, 0, 0, 1e-3, 0, 0, 0, 1e-3, 0);
    const expected = (0.5e-6 * 0.8) / 1;
    expect(solidAngle(triangle, 0, 0.6, 0, -0.8) / expected).toBeCloseTo(1, 2);
    expect(solidAngle(triangle, 0, 0.6, 0, 0.8) / expected).toBeCloseTo(-1, 2);
  });

  it('takes the series and the arctangent to the same value where one takes over from the other', () => {
    // The series ends at tan(Ω/2) = 0.05; the angle must be smooth across it: compare with the mean of the neighbors.
    const triangle = Float64Array.of(0, 0, 0, 0.01, 0, 0, 0, 0.01, 0);
    const at = (z: number) => solidAngle(triangle, 0, 0.003, 0.003, z);
    for (let z = -0.03; z < -0.015; z += 1e-4) {
      expect(at(z) / ((at(z - 1e-7) + at(z + 1e-7)) / 2)).toBeCloseTo(1, 9);
    }
  });

  it('sums to 4π inside a closed surface, 0 outside, and 2π from one of its own facets', () => {
    expect(windingNumber(corners, 0, count, 0.01, -0.05, 0.03)).toBeCloseTo(1, 12);
    expect(windingNumber(corners, 0, count, 0.09, 0, 0)).toBeCloseTo(0, 12);
    expect(windingNumber(corners, 0, count, centroids[30], centroids[31], centroids[32])).toBeCloseTo(0.5, 12);
  });
});
