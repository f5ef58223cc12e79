import { beforeAll, describe, expect, it } from 'vitest';
import { distance, norm, subtract, type Vec3 } from '../../src/core/vec3';
import { findScalpPoint } from '../../src/head/landmarks';
import type { HeadModel } from '../../src/head/loadHead';
import { beamF3, linearBeamF3 } from '../../src/placement/beamF3';
import { type PlacementMethodId, placementMethods } from '../../src/placement/placementMethods';
import { createSurfaceQueries, type SurfaceQueries } from '../../src/placement/scalpQueries';
import { layTape, originInPlane } from '../../src/placement/scalpTape';
import { readShippedHead } from '../readShippedHead';
import { ellipsoid } from './ellipsoid';

const measures = (tragusTragus: number, nasionInion: number, circumference: number) => ({
  tragusTragus: tragusTragus / 100,
  nasionInion: nasionInion / 100,
  circumference: circumference / 100,
});

describe('Beam F3', () => {
  it.each([
    [36, 38, 60, 6.95, 9.79],
    [36, 36, 56, 6.47, 9.5],
    [34, 34, 54, 6.24, 8.97],
  ])('by trigonometry is for TT %d, NI %d and HC %d cm: X %d, Y %d cm', (tt, ni, hc, x, y) => {
    const found = beamF3(measures(tt, ni, hc));
    expect(found.alongCircumference * 100).toBeCloseTo(x, 2);
    expect(found.fromVertex * 100).toBeCloseTo(y, 1);
    expect(Math.abs(found.fromVertex * 100 - y)).toBeLessThan(0.006);
    expect(found.adjustedFromVertex - found.fromVertex).toBeCloseTo(0.0035, 12);
  });

  it.each([
    [36, 38, 60, 6.92, 9.76],
    [36, 36, 56, 6.46, 9.49],
    [34, 34, 54, 6.23, 8.97],
  ])('by its straight-line fit is for TT %d, NI %d and HC %d cm: X %d, Y %d cm', (tt, ni, hc, x, y) => {
    const found = linearBeamF3(measures(tt, ni, hc));
    expect(Math.abs(found.alongCircumference * 100 - x)).toBeLessThan(0.006);
    expect(Math.abs(found.fromVertex * 100 - y)).toBeLessThan(0.006);
    if (hc === 60) expect(Math.abs(found.adjustedFromVertex * 100 - 10.11)).toBeLessThan(0.006);
  });

  it('agrees with the fit within 0.8 mm along and 0.4 mm from the vertex over ordinary heads', () => {
    for (const tt of [34, 36, 38]) {
      for (const ni of [34, 36, 38]) {
        if (Math.abs(tt - ni) > 2) continue;
        const [exact, fit] = [beamF3(measures(tt, ni, 57)), linearBeamF3(measures(tt, ni, 57))];
        expect(Math.abs(exact.alongCircumference - fit.alongCircumference)).toBeLessThan(8e-4);
        expect(Math.abs(exact.fromVertex - fit.fromVertex)).toBeLessThan(4e-4);
      }
    }
  });

  it('scales with the head, and refuses what no head measures by one sentence', () => {
    const [one, two] = [beamF3(measures(30, 32, 50)), beamF3(measures(36, 38.4, 60))];
    expect(two.fromVertex / one.fromVertex).toBeCloseTo(1.2, 9);
    expect(two.alongCircumference / one.alongCircumference).toBeCloseTo(1.2, 9);
    expect(() => beamF3(measures(3.6, 38, 60))).toThrow('tragusTragus must be 20 to 80 cm; instead received 0.036');
  });
});

describe('A tape on the scalp', () => {
  const R = 0.09;
  const sphere = createSurfaceQueries(ellipsoid([R, R, R]));

  it('is an arc on a sphere, as long as it says, in its plane', () => {
    const tape = layTape(sphere, [0, 0, 0], [0, 0, R], [-0.05, 0.05, 0.01]);
    for (const length of [0.01, 0.05, 0.098, 0.15]) {
      const { position } = tape.pointAt(length);
      expect((R * Math.atan2(Math.hypot(position[0], position[1]), position[2])) / length).toBeCloseTo(1, 3);
      expect(position[0]).toBeCloseTo(-position[1], 5);
      expect(tape.lengthTo(position) / length).toBeCloseTo(1, 4);
    }
  });

  it('stays in a plane that misses the center: a parallel of the sphere', () => {
    const height = 0.03;
    const radius = Math.sqrt(R * R - height * height);
    const [a, b, c]: Vec3[] = [
      [0, radius, height],
      [-radius, 0, height],
      [0, -radius, height],
    ];
    const tape = layTape(sphere, originInPlane([0, 0, 0], a, b, c), a, b);
    expect(tape.lengthTo(b) / ((Math.PI / 2) * radius)).toBeCloseTo(1, 3);
    expect(tape.pointAt(0.05).position[2]).toBeCloseTo(height, 5);
  });
});

describe('The rules of the clinic on the shipped head', () => {
  let head: HeadModel;
  let scalp: SurfaceQueries;
  let found: ReturnType<typeof placementMethods>;
  const at = (id: PlacementMethodId): Vec3 => found.methods.find((method) => method.id === id)!.point.position;
  beforeAll(async () => {
    head = await readShippedHead();
    scalp = createSurfaceQueries(head.shells.scalp);
    const { preauricular, nasionInion, circumference } = head.landmarks.tape;
    found = placementMethods(scalp, head.sphere.center, head.landmarks, { tragusTragus: preauricular, nasionInion, circumference });
  });

  it('put Beam F3 at its distances from the vertex and from the midline', () => {
    const { center } = head.sphere;
    const cz = findScalpPoint(head.landmarks, 'Cz').position;
    expect(layTape(scalp, center, cz, at('beamF3')).lengthTo(at('beamF3')) / found.lengths.fromVertex).toBeCloseTo(1, 2);
    expect(at('beamF3')[0]).toBeLessThan(-0.02);
  });

  it('put the 5 cm point in front of the motor spot in the same parasagittal plane', () => {
    const forward = subtract(at('fiveCentimeters'), scalp.closest([-0.037, -0.021, 0.058]).position);
    expect(Math.abs(forward[0])).toBeLessThan(0.003);
    expect(forward[1]).toBeGreaterThan(0.03);
    expect(norm(forward)).toBeLessThan(0.0505);
  });

  it('put Beam F3 near the electrode F3 and well in front of the 5 cm point, as comparisons on people do', () => {
    expect(distance(at('beamF3'), at('f3'))).toBeLessThan(0.015);
    expect(at('beamF3')[1] - at('fiveCentimeters')[1]).toBeGreaterThan(0.01);
  });
});
