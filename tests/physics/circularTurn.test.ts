import { describe, expect, it } from 'vitest';
import { MU0 } from '../../src/core/constants';
import { circularTurnFluxDensity } from '../../src/physics/circularTurnFluxDensity';
import { circularTurnVectorPotential } from '../../src/physics/circularTurnVectorPotential';
import { ellipticIntegrals } from '../../src/physics/ellipticIntegrals';
import { LOOP } from '../reference/physicsFigures';
import { curl } from './differences';
import { relativeDifference } from './relativeDifference';

const turnA = (p: readonly number[]) => circularTurnVectorPotential(LOOP.radius, p, new Float64Array(3));
const turnB = (p: readonly number[]) => circularTurnFluxDensity(LOOP.radius, p, new Float64Array(3));

describe('A circular turn', () => {
  it('has complete elliptic integrals that agree with tabulated values', () => {
    // Abramowitz & Stegun, table 17.1, m = 0.5 and m = 0.9.
    const half = ellipticIntegrals(Math.sqrt(0.5));
    expect(half.first).toBeCloseTo(1.854074677301372, 14);
    expect(half.second).toBeCloseTo(1.350643881047675, 14);
    const high = ellipticIntegrals(Math.sqrt(0.1));
    expect(high.first).toBeCloseTo(2.578092113348173, 14);
    expect(high.second).toBeCloseTo(1.104774732704073, 14);
  });

  it('gives its remainder for a small modulus without cancellation: π k⁴ / 32', () => {
    const k = 1e-4;
    const { remainder } = ellipticIntegrals(Math.sqrt(1 - k * k));
    expect(remainder / ((Math.PI * k ** 4) / 32)).toBeCloseTo(1, 6);
  });

  it('has 13.963 mT at the center for 45 mm and 1 kA', () => {
    const field = turnB([0, 0, 0])[2] * LOOP.current;
    expect(Math.abs(field / LOOP.centerField - 1)).toBeLessThan(1e-4);
    expect(Math.abs(field / ((MU0 * LOOP.current) / (2 * LOOP.radius)) - 1)).toBeLessThan(1e-9);
  });

  it('follows the closed form along its axis', () => {
    for (const z of [-0.2, -0.03, 0.01, 0.05, 0.3]) {
      const expected = (MU0 * LOOP.radius ** 2) / (2 * (LOOP.radius ** 2 + z * z) ** 1.5);
      expect(Math.abs(turnB([0, 0, z])[2] / expected - 1)).toBeLessThan(1e-12);
    }
  });

  it('has the vector potential of the reference figures on the sphere of 70 mm', () => {
    for (const [degrees, expected] of LOOP.potentials) {
      const angle = (degrees * Math.PI) / 180;
      const point = [LOOP.pointRadius * Math.sin(angle), 0, LOOP.pointRadius * Math.cos(angle) - LOOP.height];
      expect(Math.abs((turnA(point)[1] * 1e6) / expected - 1)).toBeLessThan(1e-5);
    }
  });

  it('has a flux density that is the curl of its vector potential', () => {
    for (const point of [
      [0.01, 0.02, 0.03],
      [0.06, -0.01, 0.02],
      [-0.03, 0.04, -0.05],
    ]) {
      expect(relativeDifference(curl(turnA, point, 1e-5), turnB(point))).toBeLessThan(1e-6);
    }
  });
});
