import { describe, expect, it } from 'vitest';
import { coilCasing } from '../../../src/coil/coilCasing';
import { contactOnSphere } from '../../../src/coil/contactOnSphere';
import type { CoilFile } from '../../../src/coil/files/coilFile';
import { CLOUD_MARGIN, cloudCasing, dipoleCloudCoil } from '../../../src/coil/files/dipoleCloudCoil';
import type { Dipoles } from '../../../src/physics/dipoles';

/** Dipoles at the corners of a box, moments along z as given, the last ones repeated. */
function box([x, y, z]: readonly [number, number, number], up: readonly number[] = [1], height = 0): Dipoles {
  const corners = [-1, 1].flatMap((a) => [-1, 1].flatMap((b) => [-1, 1].map((c) => [a * x, b * y, height + c * z])));
  return {
    positions: Float64Array.from(corners.flat()),
    moments: Float64Array.from(corners.flatMap((_, n) => [0.3, 0.2, up[Math.min(n, up.length - 1)]])),
  };
}

const read = (name: string, dipoles: Dipoles): CoilFile => ({ name, dipoles, windings: dipoles.positions, maxdIdt: [], notes: [] });

describe('A coil of dipoles alone', () => {
  it('is a figure-8 where both senses carry weight, else a circle', () => {
    const pattern = (...up: number[]) => dipoleCloudCoil('own-1', read('x', box([0.05, 0.05, 0.001], up)), 'x.ccd').fieldPattern;
    expect(pattern(1)).toBe('circular');
    expect(pattern(-1)).toBe('circular');
    expect(pattern(1, -1, 1, -1, 1, -1, 1, -1)).toBe('figure8');
    // Seven up, one down by a little less and a little more than a tenth of them.
    expect(pattern(-0.69, 1)).toBe('circular');
    expect(pattern(-0.71, 1)).toBe('figure8');
    expect(pattern(0.69, -1)).toBe('circular');
    expect(pattern(0.71, -1)).toBe('figure8');
  });

  it('says how many dipoles it has, from which file, and how wide its casing is taken', () => {
    const coil = dipoleCloudCoil('own-1', read('Lab', box([0.05, 0.05, 0.001])), 'lab.ccd');
    expect(coil.description).toBe('8 dipoles from lab.ccd. The casing is taken 4 mm around the windings, since the file describes none.');
    expect([coil.id, coil.name, coil.wings.length, coil.casing.margin.value]).toEqual(['own-1', 'Lab', 0, CLOUD_MARGIN]);
  });
});

describe('The casing around dipoles', () => {
  const wide = box([0.05, 0.03, 0.002]);

  it('has a face at their height plus the margin, the outline of their hull plus the margin, and their depth between', () => {
    const { facePoints, outline, faceHeight, thickness } = cloudCasing(wide);
    const of = (axis: number) => outline.filter((_, n) => n % 2 === axis);
    expect(Math.max(...of(0))).toBeCloseTo(0.05 + CLOUD_MARGIN, 4);
    expect(Math.min(...of(0))).toBeCloseTo(-0.05 - CLOUD_MARGIN, 4);
    expect(Math.max(...of(1))).toBeCloseTo(0.03 + CLOUD_MARGIN, 4);
    expect(Math.min(...of(1))).toBeCloseTo(-0.03 - CLOUD_MARGIN, 4);
    expect(faceHeight).toBeCloseTo(0.002 + CLOUD_MARGIN, 4);
    expect(thickness).toBeCloseTo(0.004 + 2 * CLOUD_MARGIN, 4);
    expect(facePoints.length / 3).toBe(2 + 10 * (1 + 2 + 3 + 4 + 5 + 6));
    expect(outline.length).toBe(144);
    for (let n = 0; n < 72; n++) {
      const next = 2 * ((n + 1) % 72);
      // Counterclockwise: each turn is to the left.
      expect(outline[2 * n] * outline[next + 1] - outline[2 * n + 1] * outline[next]).toBeGreaterThan(0);
    }
  });

  it('is convex and holds every dipole with the margin on all sides', () => {
    const { facePoints, outline } = cloudCasing(wide);
    for (let n = 0; n < 72; n++) {
      const [x, y] = [outline[2 * n], outline[2 * n + 1]];
      const [dx, dy] = [outline[2 * ((n + 1) % 72)] - x, outline[2 * ((n + 1) % 72) + 1] - y];
      const length = Math.hypot(dx, dy);
      for (let i = 0; length > 1e-12 && i < wide.positions.length; i += 3) {
        const outward = (dy * (wide.positions[i] - x) - dx * (wide.positions[i + 1] - y)) / length;
        expect(outward).toBeLessThan(-CLOUD_MARGIN + 1e-9);
      }
    }
    for (let i = 3; i < facePoints.length; i += 3) expect(facePoints[i + 2]).toBeLessThan(0.002 + CLOUD_MARGIN + 1e-12);
  });

  it('lies where the dipoles lie, its points in rings about their middle', () => {
    const moved = { ...wide, positions: wide.positions.map((value, i) => value + [0.02, -0.01, 0.005][i % 3]) };
    const [here, there] = [cloudCasing(wide), cloudCasing(moved)];
    for (let i = 3; i < here.facePoints.length; i++) {
      expect(there.facePoints[i] - here.facePoints[i]).toBeCloseTo([0.02, -0.01, 0.005][i % 3], 9);
    }
    expect(Array.from(there.facePoints.slice(0, 3))).toEqual([0, 0, 0]);
    const [mx, my] = [here.facePoints[3], here.facePoints[4]];
    expect(Math.hypot(mx, my)).toBeLessThan(1e-9);
    // Ring 3 of 6 is half the outline.
    const third = 3 * (2 + 10 + 20);
    expect(here.facePoints[third]).toBeCloseTo(here.outline[0] / 2, 12);
    expect(here.facePoints[third + 1]).toBeCloseTo(here.outline[1] / 2, 12);
  });

  it('is drawn at least 12 mm thick', () => {
    expect(cloudCasing(box([0.05, 0.05, 0.0001])).thickness).toBe(0.012);
  });

  it('is the plate that touches a sphere with its face', () => {
    const coil = dipoleCloudCoil('own-1', read('x', box([0.05, 0.05, 0.001], [1], -0.005)), 'x.ccd');
    const { plates, thickness } = coilCasing(coil);
    expect(plates).toHaveLength(1);
    expect(plates[0].frame.origin[2]).toBeCloseTo(-0.004 + CLOUD_MARGIN, 4);
    expect(thickness).toBe(coil.casing.thickness.value);
    const pose = contactOnSphere(coil, 0.085, 0.003);
    expect(pose).toEqual({ x: [-1, 0, 0], y: [0, 1, 0], z: [0, 0, -1], origin: pose.origin });
    expect(pose.origin[0]).toBe(0);
    expect(pose.origin[1]).toBe(0);
    expect(pose.origin[2]).toBeCloseTo(0.088, 4);
  });
});
