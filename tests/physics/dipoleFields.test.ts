import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distance, norm, scale, type Vec3 } from '../../src/core/vec3';
import { circularTurnFluxDensity } from '../../src/physics/circularTurnFluxDensity';
import { circularTurnVectorPotential } from '../../src/physics/circularTurnVectorPotential';
import type { Dipoles } from '../../src/physics/dipoles';
import { magneticFluxDensity } from '../../src/physics/magneticFluxDensity';
import { primaryField } from '../../src/physics/primaryField';
import { vectorPotential } from '../../src/physics/vectorPotential';
import { innerPoint, moment, outerPoint } from './arbitraries';
import { curl } from './differences';
import { loopDipoles } from './loopDipoles';
import { relativeDifference } from './relativeDifference';

const one = (position: Vec3, m: Vec3): Dipoles => ({ positions: Float64Array.from(position), moments: Float64Array.from(m) });
const three = (f: (d: Dipoles, p: readonly number[], out: Float64Array) => Float64Array, d: Dipoles, p: Vec3): Vec3 => {
  const out = f(d, p, new Float64Array(3));
  return [out[0], out[1], out[2]];
};

describe('The fields of dipoles', () => {
  it('approach those of a circular turn with the fineness of its disk', () => {
    const points = [0.01, 0.02, 0.03, -0.06, 0.01, 0.04];
    const exactA = circularTurnVectorPotential(0.045, points, new Float64Array(6));
    const exactB = circularTurnFluxDensity(0.045, points, new Float64Array(6));
    const coarse = loopDipoles(0.045, 0, 15);
    const fine = loopDipoles(0.045, 0, 60);
    const errorA = (d: Dipoles) => relativeDifference(vectorPotential(d, points, new Float64Array(6)), exactA);
    const errorB = (d: Dipoles) => relativeDifference(magneticFluxDensity(d, points, new Float64Array(6)), exactB);
    expect(errorA(fine)).toBeLessThan(1e-4);
    expect(errorB(fine)).toBeLessThan(1e-3);
    // Rings of equal area are a midpoint rule in r²: four times as many, a sixteenth of the error.
    expect(Math.log2(errorA(coarse) / errorA(fine))).toBeCloseTo(4, 0);
  });

  it('have a flux density that is the curl of the vector potential', () => {
    fc.assert(
      fc.property(outerPoint, moment, innerPoint, (position, m, point) => {
        fc.pre(distance(position, point) > 0.03);
        const dipole = one(position, m);
        const expected = three(magneticFluxDensity, dipole, point);
        const computed = curl((p) => vectorPotential(dipole, p, new Float64Array(3)), point, 1e-4);
        expect(relativeDifference(computed, expected)).toBeLessThan(1e-5);
      }),
    );
  });

  it('have a primary field of minus the vector potential', () => {
    fc.assert(
      fc.property(outerPoint, moment, innerPoint, (position, m, point) => {
        const dipole = one(position, m);
        expect(three(primaryField, dipole, point)).toEqual(scale(three(vectorPotential, dipole, point), -1));
      }),
    );
  });

  it('are linear in the moment and fall with the square and the cube of the distance', () => {
    fc.assert(
      fc.property(outerPoint, moment, fc.double({ min: 0.1, max: 10, noNaN: true }), (position, m, factor) => {
        for (const [f, power] of [
          [vectorPotential, 2],
          [magneticFluxDensity, 3],
        ] as const) {
          const near = three(f, one(position, m), [0, 0, 0]);
          const far = three(f, one(scale(position, 2), scale(m, factor)), [0, 0, 0]);
          const tolerance = 1e-12 * ((1e-7 * norm(m) * factor) / norm(position) ** power);
          expect(distance(far, scale(near, factor / 2 ** power))).toBeLessThan(tolerance);
        }
      }),
    );
  });
});
