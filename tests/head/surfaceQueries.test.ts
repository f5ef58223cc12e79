import { describe, expect, it } from 'vitest';
import { icosphere } from '../../models/heads/colin27/build/icosphere';
import { norm, scale, type Vec3 } from '../../src/core/vec3';
import { bestFittingSphere } from '../../src/head/bestFittingSphere';
import { corticalAreas } from '../../src/head/corticalAreas';
import { insideSurface } from '../../src/head/insideSurface';
import { readSurfaces } from '../../src/head/readSurfaceFile';
import { closestSurfacePoint, firstHit, indexSurface } from '../../src/head/surfaceDistance';
import { readShippedHead } from './readShippedHead';

/** Repeatable points in a cube of half width `half`. */
function spreadPoints(count: number, half: number): Float64Array {
  let state = 12345;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (2 * state) / 4294967296 - 1;
  };
  return Float64Array.from({ length: 3 * count }, () => half * next());
}

const pointAt = (points: Float64Array, i: number): Vec3 => [points[3 * i], points[3 * i + 1], points[3 * i + 2]];

describe('insideSurface', () => {
  it('tells inside from outside of a sphere by the distance from its center', () => {
    const points = spreadPoints(4000, 1.2);
    const inside = insideSurface(icosphere(4), points);
    for (let i = 0; i < inside.length; i++) {
      const r = norm(pointAt(points, i));
      if (Math.abs(r - 1) > 0.004) expect(inside[i], `r = ${r}`).toBe(r < 1 ? 1 : 0);
    }
  });

  it('does not change when the surface is turned inside out', () => {
    const sphere = icosphere(3);
    const points = spreadPoints(500, 1.2);
    const reversed = { positions: sphere.positions, triangles: Uint32Array.from(sphere.triangles).reverse() };
    expect(insideSurface(reversed, points)).toEqual(insideSurface(sphere, points));
  });

  it('agrees with the winding number on the inner skull, and sorts a field grid of 45 000 points within 150 ms', async () => {
    const { innerSkull } = await readSurfaces(readShippedHead('shells.glb'));
    const points = spreadPoints(45_000, 0.1);
    const few = points.slice(0, 3 * 60);
    const inside = insideSurface(innerSkull, few);
    for (let i = 0; i < 60; i++) expect(inside[i] === 1).toBe(windingNumber(innerSkull, pointAt(few, i)) > 0.5);
    insideSurface(innerSkull, points);
    const started = performance.now();
    insideSurface(innerSkull, points);
    expect(performance.now() - started).toBeLessThan(150);
  });
});

/** Sum of the solid angles of the triangles over 4π (van Oosterom & Strackee 1983). */
function windingNumber({ positions: p, triangles: t }: { positions: Float32Array; triangles: Uint32Array }, x: Vec3): number {
  let sum = 0;
  for (let i = 0; i < t.length; i += 3) {
    const [a, b, c] = [0, 1, 2].map((k) => [0, 1, 2].map((axis) => p[3 * t[i + k] + axis] - x[axis]) as unknown as Vec3);
    const inner = (u: Vec3, v: Vec3): number => u[0] * v[0] + u[1] * v[1] + u[2] * v[2];
    const triple = a[0] * (b[1] * c[2] - b[2] * c[1]) + a[1] * (b[2] * c[0] - b[0] * c[2]) + a[2] * (b[0] * c[1] - b[1] * c[0]);
    const [na, nb, nc] = [norm(a), norm(b), norm(c)];
    sum += 2 * Math.atan2(triple, na * nb * nc + inner(a, b) * nc + inner(b, c) * na + inner(c, a) * nb);
  }
  return sum / (4 * Math.PI);
}

describe('closestSurfacePoint', () => {
  it('finds the radial foot point on a sphere, from inside and from far outside', () => {
    const index = indexSurface(icosphere(5));
    const points = spreadPoints(300, 3);
    for (let i = 0; i < 300; i++) {
      const x = pointAt(points, i);
      const { distance, normal } = closestSurfacePoint(index, x);
      expect(Math.abs(distance - Math.abs(norm(x) - 1))).toBeLessThan(1e-3);
      expect(norm(normal)).toBeCloseTo(1, 10);
    }
  });

  it('agrees with a ray toward the foot point', () => {
    const sphere = icosphere(4);
    const direction = scale([1, 2, 2], 1 / 3);
    expect(firstHit(sphere, [0, 0, 0], direction)).toBeCloseTo(1, 2);
    expect(firstHit(sphere, scale(direction, 3), scale(direction, -1))).toBeCloseTo(2, 2);
    expect(firstHit(sphere, scale(direction, 3), direction)).toBe(Infinity);
  });
});

describe('bestFittingSphere', () => {
  it('recovers a sphere from its upper cap alone', () => {
    const { positions } = icosphere(3);
    const moved = positions.map((value, i) => 0.08 * value + [0.002, -0.018, 0.01][i % 3]);
    const { center, radius } = bestFittingSphere(moved, 0.03);
    expect(radius).toBeCloseTo(0.08, 10);
    expect(center[1]).toBeCloseTo(-0.018, 10);
    expect(center[2]).toBeCloseTo(0.01, 10);
  });

  it('refuses fewer than four points', () => {
    expect(() => bestFittingSphere([0, 0, 1, 1, 0, 1], 0)).toThrow(/at least four points/);
  });
});

describe('corticalAreas', () => {
  it('sum to the area of a sphere, with an error that falls by four from level to level', () => {
    const miss = [2, 3, 4].map((level) => 4 * Math.PI - corticalAreas(icosphere(level)).reduce((sum, value) => sum + value, 0));
    expect(miss[0] / miss[1]).toBeGreaterThan(3.7);
    expect(miss[1] / miss[2]).toBeLessThan(4.3);
  });
});
