import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gaussRule } from '../../../src/coil/windings/gaussRule';
import { matchMultipoles } from '../../../src/coil/windings/matchMultipoles';
import type { Vec3 } from '../../../src/core/vec3';
import type { Dipoles } from '../../../src/physics/dipoles';
import { regularSolidHarmonics } from '../../../src/physics/regularSolidHarmonics';
import { evenly } from '../../evenly';

describe('A Gauss rule', () => {
  // Weight s^a on [0, end]: moments end^(k+a+1)/(k+a+1).
  const momentsOf = (n: number, a: number, end: number) => Array.from({ length: 2 * n }, (_, k) => end ** (k + a + 1) / (k + a + 1));

  it.each([
    [1, 0, 1],
    [2, 0, 1],
    [3, 1, 1],
    [4, 0, 0.9],
    [4, 2, 1.1],
    [5, 0, 1],
  ])('of %d nodes for the weight s^%d on [0, %d] integrates all its moments', (n, a, end) => {
    const moments = momentsOf(n, a, end);
    const { nodes, weights } = gaussRule(moments, end)!;
    expect(nodes).toHaveLength(n);
    moments.forEach((moment, k) => {
      expect(nodes.reduce((sum, s, i) => sum + weights[i] * s ** k, 0) / moment).toBeCloseTo(1, 8);
    });
    for (let i = 0; i < n; i++) {
      expect(nodes[i]).toBeGreaterThan(i === 0 ? 0 : nodes[i - 1]);
      expect(nodes[i]).toBeLessThan(end);
    }
  });

  it('does not exist where a node lies beyond the end', () => {
    expect(gaussRule(momentsOf(3, 0, 1), 0.5)).toBeUndefined();
  });
});

describe('Solid harmonics', () => {
  it('are 1; z, x/2, y/2; (2z² - x² - y²)/4, xz/2, yz/2, (x² - y²)/8, xy/4 up to degree 2', () => {
    const coordinate = evenly(-1, 1);
    fc.assert(
      fc.property(coordinate, coordinate, coordinate, (x, y, z) => {
        const expected = [1, z, x / 2, y / 2, (2 * z * z - x * x - y * y) / 4, (x * z) / 2, (y * z) / 2, (x * x - y * y) / 8, (x * y) / 4];
        regularSolidHarmonics(x, y, z, 2).forEach((value, k) => {
          expect(Math.abs(value - expected[k])).toBeLessThan(1e-14);
        });
      }),
    );
  });

  it('are homogeneous and solve Laplace’s equation in every degree', () => {
    const [p, h] = [[0.3, -0.5, 0.7] as const, 1e-3];
    const at = (dx: number, dy: number, dz: number) => regularSolidHarmonics(p[0] + dx, p[1] + dy, p[2] + dz, 6);
    const center = at(0, 0, 0);
    const around = [at(h, 0, 0), at(-h, 0, 0), at(0, h, 0), at(0, -h, 0), at(0, 0, h), at(0, 0, -h)];
    const doubled = regularSolidHarmonics(2 * p[0], 2 * p[1], 2 * p[2], 6);
    center.forEach((value, k) => {
      expect(Math.abs(around.reduce((sum, near) => sum + near[k], -6 * value) / h ** 2)).toBeLessThan(1e-5);
      expect(Math.abs(doubled[k] - 2 ** Math.floor(Math.sqrt(k)) * value)).toBeLessThan(1e-12);
    });
  });
});

describe('Strengths that match multipoles', () => {
  const ring = (count: number, radius: number, z: number) =>
    Float64Array.from({ length: 3 * count }, (_, i) =>
      i % 3 === 2 ? z : radius * (i % 3 === 0 ? Math.cos : Math.sin)((2 * Math.PI * Math.floor(i / 3)) / count + 0.2),
    );
  const upward = (strengths: ArrayLike<number>) =>
    Float64Array.from({ length: 3 * strengths.length }, (_, i) => (i % 3 === 2 ? strengths[(i - 2) / 3] : 0));
  const multipole = (positions: Float64Array, strengths: ArrayLike<number>, center: Vec3, k: number) =>
    Array.from(strengths).reduce((sum, strength, i) => {
      const [x, y, z] = [0, 1, 2].map((axis) => (positions[3 * i + axis] - center[axis]) / 0.05);
      return sum + strength * regularSolidHarmonics(x, y, z, 6)[k];
    }, 0);
  const center: Vec3 = [0.01, -0.02, 0.003];
  const moved = (p: Float64Array) => p.map((value, i) => value + center[i % 3]);
  const positions = moved(Float64Array.from([...ring(6, 0.015, 0), ...ring(9, 0.027, 0), ...ring(11, 0.04, 0), ...ring(14, 0.05, 0)]));

  it('give those of the dense winding that are even in z, also with layers above and below', () => {
    const densePositions = moved(Float64Array.from([...ring(40, 0.03, 0.004), ...ring(40, 0.045, -0.004)]));
    const denseStrengths = Float64Array.from({ length: 80 }, (_, i) => 1 + 0.3 * Math.cos(i));
    const dense: Dipoles = { positions: densePositions, moments: upward(denseStrengths) };
    const matched = matchMultipoles(dense, positions, new Float64Array(40).fill(2), center, 0.05);
    // Total, the two in-plane first moments, and (2z² - x² - y²)/4, (x² - y²)/8, xy/4.
    for (const k of [0, 2, 3, 4, 7, 8]) {
      const expected = multipole(densePositions, denseStrengths, center, k);
      expect(Math.abs(multipole(positions, matched, center, k) - expected)).toBeLessThan(2e-3);
    }
  });

  it('stay as they are where nothing is missing', () => {
    const strengths = Float64Array.from({ length: 40 }, (_, i) => 1 + 0.1 * Math.sin(i));
    const matched = matchMultipoles({ positions, moments: upward(strengths) }, positions, strengths, center, 0.05);
    matched.forEach((value, i) => {
      expect(value).toBeCloseTo(strengths[i], 12);
    });
  });
});
