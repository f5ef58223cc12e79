import { describe, expect, it } from 'vitest';
import { coilCasing } from '../../src/coil/coilCasing';
import type { Turns } from '../../src/coil/coilDescription';
import { parametricCoil } from '../../src/coil/parametricCoil';
import { placeDipoles } from '../../src/coil/placeDipoles';
import type { Dipoles } from '../../src/physics/dipoles';
import { EDITED } from './editedCoil';

describe('The coil of the editor', () => {
  it('has its turns at equal steps, its layers behind each other and its wings at half the spacing', () => {
    const coil = parametricCoil(EDITED);
    const [right, left] = coil.wings;
    expect([right.center.value, left.center.value]).toEqual([
      [0.05, 0],
      [-0.05, 0],
    ]);
    expect([right.sense.value, left.sense.value]).toEqual([1, -1]);
    expect(right.layers.map(({ depth }) => Number(depth.value.toFixed(9)))).toEqual([-0.0045, -0.0095]);
    const turns = right.layers[0].turns as Extract<Turns, { kind: 'circles' }>;
    expect(turns.radii.value.map((r) => Number(r.toFixed(9)))).toEqual([0.02, 0.024, 0.028, 0.032, 0.036, 0.04]);
    expect(coil.casing.thickness.value).toBeCloseTo(0.003 + 0.003 + 0.005 + 0.008, 12);
    expect(coil.conductor.width.value).toBeCloseTo(0.0032, 12);
    expect(coil.conductor.height.value).toBeCloseTo(0.003, 12);
    expect(coil.fieldPattern).toBe('figure8');
  });

  it('has strips that fit between its turns and layers, and no tilt with one wing', () => {
    const tight = parametricCoil({ ...EDITED, wings: 1, turns: 21, layerSpacing: 0.002, wingAngle: 0.3 });
    expect(tight.conductor.width.value).toBeCloseTo(0.0008, 12);
    expect(tight.conductor.height.value).toBeCloseTo(0.0018, 12);
    expect(tight.wings.map(({ tilt, center }) => [tilt.value, center.value[0]])).toEqual([[0, 0]]);
    expect(tight.fieldPattern).toBe('circular');
    expect(parametricCoil({ ...EDITED, wingAngle: 0.3 }).wings.map(({ tilt }) => tilt.value)).toEqual([0.3, 0.3]);
  });

  it('takes both ends of each limit, and equal radii', () => {
    expect(parametricCoil({ ...EDITED, turns: 40 }).wings).toHaveLength(2);
    expect(parametricCoil({ ...EDITED, layers: 6, layerSpacing: 0.012 }).wings[0].layers).toHaveLength(6);
    expect(parametricCoil({ ...EDITED, innerRadius: 0.04 }).wings).toHaveLength(2);
    expect(() => parametricCoil({ ...EDITED, turns: 41 })).toThrow('turns must be 1 to 40; instead received 41.');
    expect(() => parametricCoil({ ...EDITED, wingSpacing: -0.01 })).toThrow('wingSpacing must be 0 to 0.25 m; instead received -0.01.');
  });
});

describe('The casing', () => {
  it('bridges wings that do not meet, and only those', () => {
    const apart = coilCasing(parametricCoil({ ...EDITED, wingSpacing: 0.14 }));
    expect(apart.plates).toHaveLength(3);
    // Half the spacing less the outermost turn, half a strip and the margin of 6 mm.
    const inner = 0.07 - (0.04 + 0.0016 + 0.006);
    const half = (0.04 + 0.0016 + 0.006) / 2;
    expect(Array.from(apart.plates[2].outline, (v) => Number(v.toFixed(9)))).toEqual(
      [-inner, -half, inner, -half, inner, half, -inner, half].map((v) => Number(v.toFixed(9))),
    );
    expect(coilCasing(parametricCoil({ ...EDITED, wingSpacing: 0.09 })).plates).toHaveLength(2);
    expect(coilCasing(parametricCoil({ ...EDITED, wings: 1 })).plates).toHaveLength(1);
  });

  it('ends a bent wing at its hinge, a flat one nowhere', () => {
    const bent = coilCasing(parametricCoil({ ...EDITED, wingSpacing: 0.08, wingAngle: 0.3 }));
    const flat = coilCasing(parametricCoil({ ...EDITED, wingSpacing: 0.08 }));
    bent.plates.forEach(({ frame, outline }) => {
      const side = Math.sign(frame.origin[0]);
      const reach = Array.from({ length: outline.length / 2 }, (_, i) => side * outline[2 * i]);
      expect(Math.min(...reach)).toBeCloseTo(-0.04, 12);
      expect(Math.max(...reach)).toBeCloseTo(0.0476, 12);
    });
    expect(Math.min(...flat.plates[0].outline)).toBeCloseTo(-0.0476, 12);
    expect(bent.facePoints.slice(0, 3)).toEqual(Float64Array.of(0, 0, 0));
  });

  it('has points of its face from the middle of each plate to its rim, evenly', () => {
    const { facePoints, plates } = coilCasing(parametricCoil({ ...EDITED, wings: 1 }));
    expect(facePoints.length / 3).toBe(1 + 1 + 6 * (1 + 2 + 3 + 4 + 5 + 6));
    const radii = Array.from({ length: facePoints.length / 3 - 2 }, (_, i) => Math.hypot(facePoints[3 * i + 6], facePoints[3 * i + 7]));
    expect(radii[0]).toBeCloseTo(0.0476 / 6, 12);
    expect(Math.max(...radii)).toBeCloseTo(0.0476, 12);
    expect(plates[0].outline.length).toBe(144);
    const east = Array.from({ length: 36 }, (_, i) => facePoints[facePoints.length - 108 + 3 * i]);
    expect(Math.abs(east.reduce((sum, x) => sum + x, 0))).toBeLessThan(1e-12);
  });
});

describe('Dipoles that are placed', () => {
  it('are moved and turned, their moments turned only, also in place', () => {
    const pose = { x: [0, 1, 0], y: [-1, 0, 0], z: [0, 0, 1], origin: [10, 20, 30] } as const;
    const dipoles: Dipoles = { positions: Float64Array.of(1, 2, 3, 4, 5, 6), moments: Float64Array.of(1, 0, 0, 0, 2, 5) };
    const placed = placeDipoles(dipoles, pose);
    expect(placed.positions).toEqual(Float64Array.of(8, 21, 33, 5, 24, 36));
    expect(placed.moments).toEqual(Float64Array.of(0, 1, 0, -2, 0, 5));
    expect(placeDipoles(dipoles, pose, dipoles)).toEqual(placed);
  });
});
