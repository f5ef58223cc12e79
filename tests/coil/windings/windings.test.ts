import { describe, expect, it } from 'vitest';
import { coilCasing } from '../../../src/coil/coilCasing';
import { COIL_IDS, coilById } from '../../../src/coil/coilLibrary';
import { contactOnSphere } from '../../../src/coil/contactOnSphere';
import { PARAMETRIC_LIMITS, parametricCoil } from '../../../src/coil/parametricCoil';
import { coilWindingPaths } from '../../../src/coil/windings/coilWindingPaths';
import { denseWindingDipoles } from '../../../src/coil/windings/denseWindingDipoles';
import { dipoleError } from '../../../src/coil/windings/dipoleError';
import { gaussRule } from '../../../src/coil/windings/gaussRule';
import { outerRadius, turnCrossings } from '../../../src/coil/windings/turnCrossings';
import { coilDipoles } from '../../../src/coil/windings/windingsToDipoles';
import { wingFrame } from '../../../src/coil/windings/wingFrame';
import { inverseTransformPoint } from '../../../src/core/rigidTransform';
import { segmentVectorPotential } from '../../../src/physics/segmentVectorPotential';
import { vectorPotential } from '../../../src/physics/vectorPotential';
import { relativeDifference } from '../../physics/relativeDifference';

const EDITED = {
  wings: 2,
  innerRadius: 0.02,
  outerRadius: 0.04,
  turns: 8,
  layers: 2,
  layerSpacing: 0.005,
  wingSpacing: 0.09,
  wingAngle: 0.2,
} as const;

describe('The dense winding', () => {
  it.each(COIL_IDS)('of %s has the vector potential of its copper, drawn as wires', (id) => {
    const coil = coilById(id);
    const points = [0, 0, 0.03, 0.02, 0.03, 0.035, -0.05, 0.01, 0.06, 0.03, -0.06, 0.05];
    const expected = new Float64Array(points.length);
    for (const path of coilWindingPaths(coil)) {
      // A spiral is closed by the straight way back.
      const loop = [...path.points, path.points[0], path.points[1], path.points[2]];
      // What is drawn as one tall strip carries its current in sub-layers through its height.
      const { layers } = coil.wings[path.wing];
      const strip = layers[0].currentShare.value < 1;
      const heights = strip ? [-1, 0, 1].map((step) => (step * path.stripHeight) / layers.length) : [0];
      const { z } = wingFrame(coil.wings[path.wing]);
      for (const height of heights) {
        const wire = segmentVectorPotential(
          loop.map((value, i) => value + height * z[i % 3]),
          points,
          new Float64Array(points.length),
        );
        wire.forEach((value, k) => {
          expected[k] += (path.currentDirection * value) / heights.length;
        });
      }
    }
    // Drawn spirals have a radial current besides; a wrong sense, layer, height or turn count would be far off.
    const dense = vectorPotential(denseWindingDipoles(coil), points, new Float64Array(points.length));
    const spiral = coil.wings[0].layers[0].turns.kind === 'spiral';
    expect(relativeDifference(dense, expected)).toBeLessThan(spiral ? 0.06 : 0.005);
  });
});

describe('A ray from the center of the turns', () => {
  const sourced = <T>(value: T) => ({ value, unit: 'm', source: 'test', verification: 'assumed' }) as const;

  it('meets a spiral as pieces that together are its turns and bound its area', () => {
    const spiral = {
      kind: 'spiral' as const,
      baseRadius: sourced(0.01),
      growth: sourced(0.001),
      startAngle: sourced(0),
      endAngle: sourced(6 * Math.PI),
      rotation: sourced(0.3),
      handedness: sourced(-1),
    };
    const crossings = turnCrossings(spiral, 1);
    expect(crossings.reduce((sum, c) => sum + c.turns, 0)).toBeCloseTo(3, 12);
    // ½ ∫ r² dθ of r = 0.01 + 0.001 θ.
    const area = ((0.01 + 0.006 * Math.PI) ** 3 - 0.01 ** 3) / 0.006;
    expect(crossings.reduce((sum, c) => sum + c.turns * Math.PI * c.radius ** 2, 0) / area).toBeCloseTo(1, 12);
    expect(outerRadius(spiral)).toBeCloseTo(0.01 + 0.006 * Math.PI, 12);
  });

  it('crosses an ellipse on its semi-axes', () => {
    const ellipses = { kind: 'ellipses' as const, semiAxesX: sourced([0.02]), semiAxesY: sourced([0.03]) };
    expect(turnCrossings(ellipses, 0)[0].radius).toBeCloseTo(0.02, 12);
    expect(turnCrossings(ellipses, Math.PI / 2)[0].radius).toBeCloseTo(0.03, 12);
  });
});

describe('A Gauss rule from moments', () => {
  it('is that of Legendre for a constant weight', () => {
    const rule = gaussRule([1, 1 / 2, 1 / 3, 1 / 4, 1 / 5, 1 / 6], 1)!;
    const expected = [0.5 - Math.sqrt(0.15), 0.5, 0.5 + Math.sqrt(0.15)];
    rule.nodes.forEach((node, i) => {
      expect(node).toBeCloseTo(expected[i], 12);
    });
    expect(rule.weights[1]).toBeCloseTo(8 / 18, 12);
  });

  it('does not exist for moments of no positive weight', () => {
    expect(gaussRule([1, 0.5, 0.2, 0.1], 1)).toBeUndefined();
  });
});

describe('The casing', () => {
  it.each(COIL_IDS)('of %s has its copper behind the face and inside the outline', (id) => {
    const coil = coilById(id);
    const casing = coilCasing(coil);
    // Each pose casts a ray from every point: a coil of more than six plates would make dragging it slow.
    expect(casing.plates.length).toBeLessThanOrEqual(6);
    expect(casing.facePoints.length / 3).toBe(1 + 127 * casing.plates.length);
    for (const path of coilWindingPaths(coil)) {
      const plate = casing.plates[path.wing];
      const reach = Math.max(...Array.from(plate.outline, Math.abs));
      for (let i = 0; i < path.points.length; i += 3) {
        const local = inverseTransformPoint(plate.frame, [path.points[i], path.points[i + 1], path.points[i + 2]]);
        expect(local[2] + path.stripHeight / 2).toBeLessThan(0);
        expect(local[2] - path.stripHeight / 2).toBeGreaterThan(-casing.thickness);
        expect(Math.hypot(local[0], local[1])).toBeLessThan(reach);
      }
    }
  });

  it('touches a sphere: flat coils with their center, bent ones with their wings', () => {
    expect(contactOnSphere(coilById('magstim-70mm-figure8'), 0.085).origin[2]).toBeCloseTo(0.085, 12);
    const bent = contactOnSphere(parametricCoil({ ...EDITED, wingAngle: Math.PI / 6 }), 0.085).origin[2];
    // Planes at 30° through the center line touch the sphere when the line is at R / cos 30°.
    expect(Math.abs(bent / (0.085 / Math.cos(Math.PI / 6)) - 1)).toBeLessThan(2e-3);
    expect(contactOnSphere(coilById('magstim-d50'), 0.085, 0.004).origin[2]).toBeCloseTo(0.089, 12);
  });
});

describe('The coil of the editor', () => {
  it('is a coil like any other, good to 0.5 % with 80 dipoles', () => {
    const coil = parametricCoil(EDITED);
    expect(dipoleError(coil).relative).toBeLessThan(0.005);
    expect(coilCasing(coil).plates).toHaveLength(2);
    const single = parametricCoil({ ...EDITED, wings: 1 });
    expect(coilDipoles(single).moments.length).toBe(3 * 80);
    expect(dipoleError(single).relative).toBeLessThan(0.005);
  });

  it('has the moment of its turns', () => {
    const coil = parametricCoil({ ...EDITED, wings: 1, turns: 1, layers: 1 });
    const dense = denseWindingDipoles(coil);
    const moment = dense.moments.reduce((sum, value) => sum + value, 0);
    expect(Math.abs(moment / (Math.PI * 0.03 ** 2) - 1)).toBeLessThan(1e-9);
  });

  it.each(Object.keys(PARAMETRIC_LIMITS))('refuses %s outside its limits, by name', (name) => {
    const { least, most } = PARAMETRIC_LIMITS[name as keyof typeof PARAMETRIC_LIMITS];
    for (const value of [least - 1, most + 1, Number.NaN]) {
      expect(() => parametricCoil({ ...EDITED, [name]: value })).toThrow(new RegExp(`^${name} must be`));
    }
  });

  it('refuses half a turn and an outer radius inside the inner', () => {
    expect(() => parametricCoil({ ...EDITED, turns: 2.5 })).toThrow(/^turns must be a whole number/);
    expect(() => parametricCoil({ ...EDITED, innerRadius: 0.05 })).toThrow(/^outerRadius must be at least/);
  });
});
