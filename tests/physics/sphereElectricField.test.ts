import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeDipoles } from '../../src/coil/placeDipoles';
import { transformDirection, transformPoint } from '../../src/core/rigidTransform';
import { cross, distance, dot, norm, scale, subtract, type Vec3 } from '../../src/core/vec3';
import type { Dipoles } from '../../src/physics/dipoles';
import { magneticFluxDensity } from '../../src/physics/magneticFluxDensity';
import { primaryField } from '../../src/physics/primaryField';
import { sarvasField } from '../../src/physics/sarvasField';
import { sphereElectricField } from '../../src/physics/sphereElectricField';
import { LOOP, TANGENTIAL_DIPOLE } from '../reference/physicsFigures';
import { direction, innerPoint, moment, outerPoint, rotation } from './arbitraries';
import { curl, divergence } from './differences';
import { loopDipoles } from './loopDipoles';
import { relativeDifference } from './relativeDifference';

const one = (position: readonly number[], m: readonly number[]): Dipoles => ({
  positions: Float64Array.from(position),
  moments: Float64Array.from(m),
});
const fieldAt = (dipoles: Dipoles, point: readonly number[], center: Vec3 = [0, 0, 0]): Vec3 => {
  const out = sphereElectricField(dipoles, center, point, new Float64Array(3));
  return [out[0], out[1], out[2]];
};
const runs = { numRuns: 200 };

describe('The field in a conducting sphere', () => {
  it('has the reference values for a tangential dipole', () => {
    const dipole = one(TANGENTIAL_DIPOLE.position, TANGENTIAL_DIPOLE.moment);
    for (const { point, field } of TANGENTIAL_DIPOLE.cases) {
      const computed = fieldAt(dipole, point);
      for (let k = 0; k < 3; k++) {
        if (field[k] === 0) expect(Math.abs(computed[k])).toBeLessThan(1e-18);
        else expect(Math.abs((computed[k] * 1e6) / field[k] - 1)).toBeLessThan(2e-6);
      }
    }
  });

  it('equals the formula worked out by hand for the same case to machine precision', () => {
    // a = 0.21, F = 0.02646, r1 × m = (0, 0.09, 0): E = -1e-7 · 0.09 / 0.02646.
    const computed = fieldAt(one([0, 0, 0.3], [1, 0, 0]), [0, 0, 0.09]);
    expect(Math.abs(computed[1] / (-1e-7 * (0.09 / 0.02646)) - 1)).toBeLessThan(1e-14);
  });

  it('is -1e-7 (r2 - r1) × m / |r2 - r1|³ for a radial dipole', () => {
    fc.assert(
      fc.property(outerPoint, innerPoint, (position, point) => {
        const m = scale(position, 3);
        const offset = subtract(position, point);
        const expected = scale(cross(offset, m), -1e-7 / norm(offset) ** 3);
        const tolerance = 1e-9 * Math.max(norm(expected), (1e-7 * norm(m)) / norm(offset) ** 2 / 10);
        expect(distance(fieldAt(one(position, m), point), expected)).toBeLessThan(tolerance);
      }),
      runs,
    );
  });

  it('gives for a coaxial turn its vector potential alone: no charge gathers', () => {
    const turn = loopDipoles(LOOP.radius, LOOP.height);
    for (const [degrees, expected] of LOOP.potentials) {
      const angle = (degrees * Math.PI) / 180;
      const point = [LOOP.pointRadius * Math.sin(angle), 0, LOOP.pointRadius * Math.cos(angle)];
      const computed = fieldAt(turn, point);
      expect(Math.abs((-computed[1] * 1e6) / expected - 1)).toBeLessThan(1e-3);
      const primary = primaryField(turn, point, new Float64Array(3));
      expect(relativeDifference(computed, primary)).toBeLessThan(1e-9);
    }
  });

  it('vanishes on the axis of a coaxial turn', () => {
    const turn = loopDipoles(LOOP.radius, LOOP.height);
    const beside = norm(fieldAt(turn, [0.035, 0, 0.06]));
    for (const z of [0.02, 0.05, 0.08]) expect(norm(fieldAt(turn, [0, 0, z]))).toBeLessThan(1e-12 * beside);
  });

  it('has no radial part', () => {
    fc.assert(
      fc.property(outerPoint, moment, innerPoint, (position, m, point) => {
        const field = fieldAt(one(position, m), point);
        expect(Math.abs(dot(field, point))).toBeLessThanOrEqual(1e-13 * norm(field) * norm(point) + 1e-30);
      }),
      runs,
    );
  });

  it('has the curl of -dB/dt and no divergence, which fixes it for any conductivity that depends on the radius alone', () => {
    const coil: Dipoles = {
      positions: Float64Array.of(0.01, 0.02, 0.11, -0.05, 0, 0.1),
      moments: Float64Array.of(0.2, -0.5, 1, 0.3, 0.7, -0.2),
    };
    for (const point of [
      [0.02, 0.01, 0.05],
      [-0.03, 0.04, 0.02],
      [0.01, -0.05, -0.03],
    ]) {
      const at = (p: readonly number[]) => fieldAt(coil, p);
      const flux = magneticFluxDensity(coil, point, new Float64Array(3)).map((value) => -value);
      expect(relativeDifference(curl(at, point, 2e-4), flux)).toBeLessThan(1e-4);
      expect(Math.abs(divergence(at, point, 2e-4))).toBeLessThan(1e-4 * norm([flux[0], flux[1], flux[2]]));
    }
  });

  it('turns with coil and points', () => {
    fc.assert(
      fc.property(outerPoint, moment, innerPoint, rotation, (position, m, point, turn) => {
        const dipole = one(position, m);
        const turned = fieldAt(placeDipoles(dipole, turn), transformPoint(turn, point));
        const expected = transformDirection(turn, fieldAt(dipole, point));
        expect(distance(turned, expected)).toBeLessThan(1e-12 * fieldScale(position, m, point));
      }),
      runs,
    );
  });

  it('moves with sphere, coil and points', () => {
    fc.assert(
      fc.property(outerPoint, moment, innerPoint, direction, (position, m, point, shift) => {
        const moved = (v: Vec3): Vec3 => [v[0] + shift[0], v[1] + shift[1], v[2] + shift[2]];
        const expected = fieldAt(one(position, m), point);
        const computed = fieldAt(one(moved(position), m), moved(point), shift);
        expect(distance(computed, expected)).toBeLessThan(1e-10 * fieldScale(position, m, point));
      }),
      runs,
    );
  });

  it('is linear in the moments and additive over dipoles', () => {
    fc.assert(
      fc.property(
        outerPoint,
        moment,
        outerPoint,
        moment,
        innerPoint,
        fc.double({ min: -5, max: 5, noNaN: true }),
        (p, m, q, n, point, factor) => {
          const together = fieldAt({ positions: Float64Array.of(...p, ...q), moments: Float64Array.of(...scale(m, factor), ...n) }, point);
          const apart = fieldAt(one(p, m), point).map((value, k) => factor * value + fieldAt(one(q, n), point)[k]) as unknown as Vec3;
          expect(distance(together, apart)).toBeLessThan(1e-12 * (Math.abs(factor) * fieldScale(p, m, point) + fieldScale(q, n, point)));
        },
      ),
      runs,
    );
  });

  it('is reciprocal to the magnetic field of a current dipole in the sphere (Sarvas 1987)', () => {
    fc.assert(
      fc.property(outerPoint, moment, innerPoint, moment, (position, m, point, q) => {
        const induced = dot(fieldAt(one(position, m), point), q);
        const received = -dot(sarvasField(point, q, position), m);
        expect(Math.abs(induced - received)).toBeLessThan(1e-9 * fieldScale(position, m, point) * norm(q));
      }),
      { numRuns: 1000 },
    );
  });

  it('writes nothing beyond the points and does not depend on earlier calls', () => {
    const out = new Float64Array(5).fill(7);
    sphereElectricField(loopDipoles(0.04, 0.1), [0, 0, 0], [0.01, 0.02, 0.03], out);
    expect(out[3]).toBe(7);
    const alone = fieldAt(one([0, 0, 0.3], [1, 0, 0]), [0, 0, 0.09]);
    expect(Math.abs(alone[1] / (-1e-7 * (0.09 / 0.02646)) - 1)).toBeLessThan(1e-14);
  });
});

/** Size of a dipole's field without its angles, so that a tolerance stays meaningful where the field happens to vanish. */
function fieldScale(position: Vec3, m: Vec3, point: Vec3): number {
  return (1e-7 * norm(m) * norm(point)) / distance(position, point) ** 3 / 10;
}
