import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { transformPoint } from '../../src/core/rigidTransform';
import { at, distance, norm, normalize, scale, subtract, type Vec3 } from '../../src/core/vec3';
import { coilPose } from '../../src/placement/coilPose';
import { createDistanceLattice } from '../../src/placement/distanceLattice';
import { fastContactPose } from '../../src/placement/fastContact';
import { createScalpWalk } from '../../src/placement/scalpWalk';
import { SEARCH_REACH, type SearchProblem, searchPlaces, searchPoses } from '../../src/placement/searchPoses';
import { evenly } from '../evenly';
import { analyticSphere } from './analyticSphere';

const R = 0.09;
const degree = Math.PI / 180;
const scalp = analyticSphere(R);
const lattice = createDistanceLattice(scalp, [0, 0, 0]);
const hold = { handleAngle: 0, tiltPitch: 0, tiltRoll: 0, coilDistance: 0.004 };
const coordinate = evenly(-0.23, 0.23);
const points = fc.tuple(coordinate, coordinate, coordinate);
const FAR = Number.POSITIVE_INFINITY;

describe('The lattice of distances', () => {
  it('gives the distance to a sphere within a tenth of a millimeter, outside and just inside', () => {
    fc.assert(
      fc.property(points, (p) => {
        const exact = norm(p) - R;
        fc.pre(exact > -0.012);
        expect(Math.abs(lattice.distance(...p, FAR) - exact)).toBeLessThan(1e-4);
      }),
      { numRuns: 300 },
    );
  });

  it('gives a true lower bound where that is more than enough, and asks for no more', () => {
    fc.assert(
      fc.property(points, evenly(0, 0.2), (p, enough) => {
        const exact = norm(p) - R;
        fc.pre(exact > -0.012);
        const found = lattice.distance(...p, enough);
        if (Math.abs(found - exact) > 1e-4) {
          expect(found).toBeGreaterThan(enough);
          expect(found).toBeLessThan(exact);
          // A coarse node is never more than half the diagonal of its cell away.
          expect(found).toBeGreaterThan(exact - Math.sqrt(3) * 0.012);
        }
      }),
      { numRuns: 500 },
    );
    expect(lattice.distance(0.2, 0.001, 0.002, 0.05)).toBeLessThan(Math.hypot(0.2, 0.001, 0.002) - R);
  });

  it('answers from few questions to the surface, each asked once', () => {
    let asked = 0;
    const closest = (p: Vec3) => {
      asked++;
      return scalp.closest(p);
    };
    const counted = { ...scalp, closest };
    const fresh = createDistanceLattice(counted, [0, 0, 0]);
    fresh.distance(0.2, 0.01, 0.01, 0.05);
    expect(asked).toBe(1);
    fresh.distance(0.0995, 0.0011, 0.0011, 0.05);
    expect(asked).toBe(1 + 1 + 8);
    fresh.distance(0.0995, 0.0012, 0.0012, 0.05);
    expect(asked).toBe(10);
  });

  it('counts what is deep inside as outside, and keeps to the cube it covers', () => {
    expect(lattice.distance(0.03, 0, 0, FAR)).toBeCloseTo(0.06, 4);
    expect(lattice.distance(0.08, 0, 0, FAR)).toBeCloseTo(-0.01, 4);
    expect(lattice.distance(1, 0, 0, FAR)).toBeCloseTo(0.24 - R, 4);
    expect(lattice.distance(0, -1, 0, FAR)).toBeCloseTo(0.24 - R, 4);
    expect(lattice.distance(0, 0, 1, FAR)).toBeCloseTo(0.24 - R, 4);
  });

  it('lies about the center that it is given', () => {
    const moved = createDistanceLattice(scalp, [0.1, 0, 0]);
    expect(moved.distance(0.33, 0, 0, FAR)).toBeCloseTo(0.24, 4);
    expect(moved.distance(0.35, 0, 0, FAR)).toBeCloseTo(0.25, 4);
  });
});

describe('The coil on a sphere', () => {
  const place = { position: [0, 0, R] as Vec3, normal: [0, 0, 1] as Vec3 };
  const plate = Float64Array.from([0, 0, 0, 0.05, 0, 0, -0.05, 0, 0, 0, 0.05, 0, 0, -0.05, 0]);
  /** Wings that bend toward the head, as those of a double cone. */
  const bent = Float64Array.from([0, 0, 0, 0.06, 0, 0.05, -0.06, 0, 0.05, 0.1, 0, 0.09, -0.1, 0, 0.09, 0.05, 0.04, 0.03]);
  const gapOf = (casing: Float64Array, pose: ReturnType<typeof coilPose>) =>
    Math.min(...Array.from({ length: casing.length / 3 }, (_, n) => norm(transformPoint(pose, at(casing, n))) - R));

  it('lies at its gap above the top when it is flat', () => {
    for (const pose of [coilPose(scalp, plate, place, hold), fastContactPose(lattice, plate, place, hold)]) {
      expect(distance(pose.origin, [0, 0, R + 0.004])).toBeLessThan(3e-5);
    }
  });

  it.each([
    ['flat', plate],
    ['bent', bent],
  ])('keeps its gap when it is %s, however it is held, the same fast and exactly', (_, casing) => {
    const angle = evenly(-0.5, 0.5);
    fc.assert(
      fc.property(points, angle, angle, evenly(0, 0.03), (p, tiltPitch, tiltRoll, coilDistance) => {
        fc.pre(norm(p) > 0.01);
        const here = scalp.closest(p);
        const held = { handleAngle: 10 * p[0], tiltPitch, tiltRoll, coilDistance };
        const exact = coilPose(scalp, casing, here, held);
        const fast = fastContactPose(lattice, casing, here, held);
        // Points that only graze the scalp count too: without them some poses of bent coils were up to 2 mm off.
        expect(Math.abs(gapOf(casing, exact) - coilDistance)).toBeLessThan(3e-5);
        expect(Math.abs(gapOf(casing, fast) - coilDistance)).toBeLessThan(2e-4);
        expect(
          distance(subtract(exact.origin, here.position), scale(here.normal, norm(subtract(exact.origin, here.position)))),
        ).toBeLessThan(1e-9);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('The places that are searched', () => {
  it('are the grid points within reach, nearest first', () => {
    const places = searchPlaces(0.02, 0.01);
    const lengths = places.map((p) => Math.round(1e3 * Math.hypot(p.offsetForward, p.offsetRight)));
    expect(lengths).toEqual([0, 10, 10, 10, 10, 14, 14, 14, 14, 20, 20, 20, 20]);
    expect(new Set(places.map((p) => `${p.offsetForward} ${p.offsetRight}`)).size).toBe(13);
    expect(searchPlaces()).toHaveLength(197);
  });
});

describe('The search over poses', () => {
  const problemOf = (valueAt: SearchProblem['valueAt'], handleAngle = 0): SearchProblem => ({
    scalp,
    lattice,
    walk: createScalpWalk(scalp, [0, 0, 0], [0, 0, R]),
    casing: Float64Array.of(0, 0, 0),
    hold: { ...hold, handleAngle },
    valueAt,
  });
  const targetAt = (x: number, y: number): Vec3 => scale(normalize([x, y, Math.sqrt(R * R - x * x - y * y)]), R + 0.004);
  /** Largest over `target` with the handle along `angle`, alike for half a turn if `even`. */
  const hill =
    (target: Vec3, angle: number, even: boolean): SearchProblem['valueAt'] =>
    ({ origin, y }) => {
      // The handle is along -y; at angle 0 it points backward.
      const cosine = Math.cos(Math.atan2(-y[0], y[1]) + angle);
      return 10 - distance(origin, target) * 100 + (even ? cosine * cosine : cosine);
    };

  it('ends on the top of a smooth hill, within half a millimeter and a degree, and counts what it asked', () => {
    let asked = 0;
    const value = hill(targetAt(0.012, -0.017), 0.4, false);
    const shares: number[] = [];
    const { optimum, place, map, poses, atRim } = searchPoses(
      problemOf((pose) => {
        asked++;
        return value(pose);
      }),
      (share) => shares.push(share),
    );
    expect(optimum.value).toBeGreaterThan(10.95);
    expect(distance(place, scale(targetAt(0.012, -0.017), R / (R + 0.004)))).toBeLessThan(5e-4);
    expect(optimum.offsetForward).toBeCloseTo(-0.017, 2);
    expect(optimum.offsetRight).toBeCloseTo(0.012, 2);
    expect(atRim).toBe(false);
    expect(poses).toBe(asked);
    expect([shares[0], shares.at(-1)]).toEqual([0, 1]);
    expect(shares).toHaveLength(Math.ceil(197 / 8) + 1);
    expect(Math.max(...shares.slice(0, -1))).toBeLessThan(0.9);
    expect(Math.max(...shares.slice(0, -1))).toBeGreaterThan(0.85);
    expect(map.values).toHaveLength(197);
    expect(norm([map.positions[0], map.positions[1], map.positions[2]])).toBeCloseTo(R, 6);
    expect(Math.max(...map.values)).toBeLessThanOrEqual(optimum.value);
    expect(map.values.every((v) => v > 0)).toBe(true);
  });

  it('stays within its reach and says so where the top lies beyond', () => {
    const { optimum, atRim } = searchPoses(problemOf(hill(targetAt(0, 0.06), 0, false)));
    const length = Math.hypot(optimum.offsetForward, optimum.offsetRight);
    expect(length).toBeLessThanOrEqual(SEARCH_REACH);
    expect(length).toBeGreaterThan(SEARCH_REACH - 5e-4);
    expect(atRim).toBe(true);
  });

  it.each([0, 100, 180, -100])('of two half turns takes that nearer to the present angle of %d°', (present) => {
    const even = searchPoses(problemOf(hill(targetAt(0.01, 0), 0.4, true), present * degree)).optimum;
    const apart = Math.abs(Math.atan2(Math.sin(even.handleAngle - present * degree), Math.cos(even.handleAngle - present * degree)));
    expect(apart).toBeLessThanOrEqual(Math.PI / 2 + 0.02);
    const odd = searchPoses(problemOf(hill(targetAt(0.01, 0), 0.4, false), present * degree)).optimum;
    expect(odd.value).toBeGreaterThan(10.95);
    for (const { handleAngle } of [even, odd]) expect(Math.abs(handleAngle)).toBeLessThanOrEqual(Math.PI + 1e-9);
  });
});
