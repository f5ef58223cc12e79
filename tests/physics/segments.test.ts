import { describe, expect, it } from 'vitest';
import { MU0 } from '../../src/core/constants';
import { circularTurnFluxDensity } from '../../src/physics/circularTurnFluxDensity';
import { circularTurnVectorPotential } from '../../src/physics/circularTurnVectorPotential';
import { segmentFluxDensity } from '../../src/physics/segmentFluxDensity';
import { segmentVectorPotential } from '../../src/physics/segmentVectorPotential';
import { curl } from './differences';
import { relativeDifference } from './relativeDifference';

const RADIUS = 0.045;
const POINTS = [0.01, 0.02, 0.03, -0.06, 0.01, 0.02, 0.02, -0.03, -0.04];

function polygon(count: number): number[] {
  return Array.from({ length: count + 1 }, (_, i) => (2 * Math.PI * i) / count).flatMap((t) => [
    RADIUS * Math.cos(t),
    RADIUS * Math.sin(t),
    0,
  ]);
}

describe('Straight segments', () => {
  it.each([
    ['vector potential', segmentVectorPotential, circularTurnVectorPotential],
    ['flux density', segmentFluxDensity, circularTurnFluxDensity],
  ] as const)('approach the %s of a circular turn with the square of the segment length', (_, segments, turn) => {
    const exact = turn(RADIUS, POINTS, new Float64Array(POINTS.length));
    const errors = [24, 48, 96, 192].map((count) =>
      relativeDifference(segments(polygon(count), POINTS, new Float64Array(POINTS.length)), exact),
    );
    expect(errors[3]).toBeLessThan(1e-3);
    for (let i = 0; i < 3; i++) expect(Math.log2(errors[i] / errors[i + 1])).toBeCloseTo(2, 1);
  });

  it('have the field µ0/2πr · L / sqrt(L² + r²) beside the middle of a wire of length 2L, and none on their extension', () => {
    const wire = [0, 0, -1, 0, 0, 1];
    const field = segmentFluxDensity(wire, [0.02, 0, 0], new Float64Array(3));
    expect(Math.abs(field[1] / (MU0 / (2 * Math.PI * 0.02 * Math.hypot(1, 0.02))) - 1)).toBeLessThan(1e-9);
    expect(Array.from(segmentFluxDensity([0, 0, 0, 0, 0, 1], [0, 0, 2], new Float64Array(3)))).toEqual([0, 0, 0]);
  });

  it('have a flux density that is the curl of their vector potential', () => {
    const loop = polygon(7);
    const point = [0.02, 0.01, 0.03];
    const turned = curl((p) => segmentVectorPotential(loop, p, new Float64Array(3)), point, 1e-5);
    expect(relativeDifference(turned, segmentFluxDensity(loop, point, new Float64Array(3)))).toBeLessThan(1e-6);
  });
});
