import { describe, expect, it } from 'vitest';
import type { CoilDescription, Layer, Turns, Wing } from '../../../src/coil/coilDescription';
import { parametricCoil } from '../../../src/coil/parametricCoil';
import { coilWindingPaths } from '../../../src/coil/windings/coilWindingPaths';
import { denseWindingDipoles } from '../../../src/coil/windings/denseWindingDipoles';
import { outerRadius, turnCrossings } from '../../../src/coil/windings/turnCrossings';
import { wingFrame } from '../../../src/coil/windings/wingFrame';
import { isRigid, toMatrix, transformPoint } from '../../../src/core/rigidTransform';
import type { Sourced } from '../../../src/core/sourced';
import { distance, type Vec3 } from '../../../src/core/vec3';
import type { Dipoles } from '../../../src/physics/dipoles';
import { EDITED } from '../editedCoil';

const sourced = <T>(value: T): Sourced<T> => ({ value, unit: 'm', source: 'test', verification: 'assumed' });
const circles = (...radii: number[]): Turns => ({ kind: 'circles', radii: sourced(radii) });
const layerAt = (depth: number, turns: Turns = circles(0.02), share = 1): Layer => ({
  depth: sourced(depth),
  currentShare: sourced(share),
  turns,
});
const wingOf = (more: Partial<Record<'x' | 'y' | 'tilt' | 'hinge' | 'sense', number>>, layers = [layerAt(-0.004)]): Wing => ({
  center: sourced([more.x ?? 0, more.y ?? 0] as const),
  sense: sourced(more.sense ?? 1),
  tilt: sourced(more.tilt ?? 0),
  hinge: sourced(more.hinge ?? 0),
  layers,
});
const coilOf = (...wings: Wing[]): CoilDescription => ({ ...parametricCoil(EDITED), wings });
const totalOf = ({ moments }: Dipoles) => moments.reduce((sum, value, i) => (i % 3 === 2 ? sum + value : sum), 0);
const expectNear = (found: Vec3, expected: Vec3) => expect(distance(found, expected)).toBeLessThan(1e-12);

describe('The frame of a wing', () => {
  it('is moved to its center and nothing else where the wing is flat', () => {
    const frame = wingFrame(wingOf({ x: -0.045, y: 0.01, hinge: 0.01 }));
    expect(transformPoint(frame, [0.001, 0.002, -0.003])).toEqual([-0.044, 0.012, -0.003]);
  });

  it.each([1, -1])('is turned about its hinge, the outer edge toward the head, on side %d', (side) => {
    const frame = wingFrame(wingOf({ x: side * 0.045, hinge: 0.015, tilt: Math.PI / 6 }));
    expect(isRigid(toMatrix({ ...frame, origin: [0, 0, 0] }))).toBe(true);
    // The hinge itself stays where it was; what lies 60 mm farther out has come 30 mm nearer to the head.
    expectNear(transformPoint(frame, [-side * 0.03, 0.02, 0]), [side * 0.015, 0.02, 0]);
    expectNear(transformPoint(frame, [side * 0.03, 0, 0]), [side * (0.015 + 0.06 * Math.cos(Math.PI / 6)), 0, 0.03]);
  });
});

describe('Turns', () => {
  it('are crossed from the inside out, each once', () => {
    expect(turnCrossings(circles(0.03, 0.01, 0.02), 2)).toEqual([0.01, 0.02, 0.03].map((radius) => ({ radius, turns: 1 })));
  });

  it('have the radius of an ellipse in between: x²/a² + y²/b² = 1', () => {
    const turns: Turns = { kind: 'ellipses', semiAxesX: sourced([0.02, 0.03]), semiAxesY: sourced([0.03, 0.05]) };
    const crossings = turnCrossings(turns, 0.7);
    crossings.forEach(({ radius }, i) => {
      const [a, b] = [turns.semiAxesX.value[i], turns.semiAxesY.value[i]];
      expect(((radius * Math.cos(0.7)) / a) ** 2 + ((radius * Math.sin(0.7)) / b) ** 2).toBeCloseTo(1, 12);
    });
    expect(outerRadius(turns)).toBe(0.05);
    expect(outerRadius(circles(0.01, 0.04, 0.02))).toBe(0.04);
  });

  it('make the moment of the areas that they bound, times the share of the current and the sense', () => {
    const ellipse: Turns = { kind: 'ellipses', semiAxesX: sourced([0.02]), semiAxesY: sourced([0.03]) };
    const area = Math.PI * 0.02 * 0.03;
    expect(totalOf(denseWindingDipoles(coilOf(wingOf({}, [layerAt(-0.004, ellipse)])))) / area).toBeCloseTo(1, 4);
    const many = coilOf(wingOf({ sense: -1 }, [layerAt(-0.004, circles(0.01, 0.02, 0.03), 0.5)]));
    expect(totalOf(denseWindingDipoles(many)) / (-0.5 * Math.PI * (0.01 ** 2 + 0.02 ** 2 + 0.03 ** 2))).toBeCloseTo(1, 10);
  });

  it('spread their moment evenly inside: the second moment of a disk is a quarter of its area times its radius squared', () => {
    const { positions, moments } = denseWindingDipoles(coilOf(wingOf({ x: 0.04, y: -0.01 }, [layerAt(-0.004, circles(0.03))])));
    let [x, xx, yy] = [0, 0, 0];
    for (let i = 0; i < moments.length; i += 3) {
      x += moments[i + 2] * positions[i];
      xx += moments[i + 2] * (positions[i] - 0.04) ** 2;
      yy += moments[i + 2] * (positions[i + 1] + 0.01) ** 2;
      expect(positions[i + 2]).toBeCloseTo(-0.004, 15);
    }
    const area = Math.PI * 0.03 ** 2;
    expect(x / (0.04 * area)).toBeCloseTo(1, 10);
    expect(xx / ((area * 0.03 ** 2) / 4)).toBeCloseTo(1, 10);
    expect(yy / ((area * 0.03 ** 2) / 4)).toBeCloseTo(1, 10);
  });
});

describe('The drawn copper', () => {
  it('is one strip at their middle where sub-layers share the current, and one strip a layer else', () => {
    const shared = [layerAt(-0.003, circles(0.02), 0.5), layerAt(-0.005, circles(0.02), 0.5), layerAt(-0.01)];
    const paths = coilWindingPaths(coilOf(wingOf({}, shared)));
    expect(paths.map(({ points }) => Number(points[2].toFixed(12)))).toEqual([-0.004, -0.01]);
    expect(coilWindingPaths(coilOf(wingOf({}, [layerAt(-0.003, circles(0.02), 0.5)])))).toHaveLength(1);
  });

  it('lies on its turns, closed, with the current of its wing', () => {
    const paths = coilWindingPaths(coilOf(wingOf({ x: 0.05, sense: -1 }, [layerAt(-0.004, circles(0.01, 0.02))])));
    expect(paths.map(({ closed, currentDirection, wing }) => [closed, currentDirection, wing])).toEqual(Array(2).fill([true, -1, 0]));
    paths.forEach(({ points }, turn) => {
      for (let i = 0; i < points.length; i += 3) expect(Math.hypot(points[i] - 0.05, points[i + 1])).toBeCloseTo(0.01 * (turn + 1), 12);
      const step = Math.hypot(points[3] - points[0], points[4] - points[1], points[5] - points[2]);
      const last = points.length - 3;
      expect(Math.hypot(points[last] - points[0], points[last + 1] - points[1])).toBeCloseTo(step, 12);
    });
  });

  it('follows a spiral from its first angle to its last, in its handedness', () => {
    const spiral: Turns = {
      kind: 'spiral',
      baseRadius: sourced(0.01),
      growth: sourced(0.001),
      startAngle: sourced(1),
      endAngle: sourced(9),
      rotation: sourced(0.5),
      handedness: sourced(-1),
    };
    const [{ points, closed, currentDirection }] = coilWindingPaths(coilOf(wingOf({}, [layerAt(-0.004, spiral)])));
    expect([closed, currentDirection]).toEqual([false, -1]);
    const last = points.length - 3;
    expectNear([points[0], points[1], 0], [0.011 * Math.cos(-0.5), 0.011 * Math.sin(-0.5), 0]);
    expectNear([points[last], points[last + 1], 0], [0.019 * Math.cos(-8.5), 0.019 * Math.sin(-8.5), 0]);
    expect(last / 3).toBe(Math.ceil((8 / (2 * Math.PI)) * 72));
  });

  it('of a coil of dipoles is a small ring around each, or each so many that at most five hundred are drawn', () => {
    const cloud = (count: number): CoilDescription => ({
      ...coilOf(),
      dipoleCloud: {
        positions: Float64Array.from({ length: 3 * count }, (_, i) => i / 1000),
        moments: Float64Array.from({ length: 3 * count }, (_, i) => (i < 3 ? -1 : 1)),
      },
    });
    const paths = coilWindingPaths(cloud(500));
    expect(paths.map(({ currentDirection }) => currentDirection)).toEqual([-1, ...Array(499).fill(1)]);
    expect(new Set(paths.map(({ wing, closed }) => `${wing} ${closed}`))).toEqual(new Set(['-1 true']));
    paths.forEach(({ points }, n) => {
      for (let i = 0; i < points.length; i += 3) {
        expect(Math.hypot(points[i] - 0.003 * n, points[i + 1] - 0.003 * n - 0.001)).toBeCloseTo(0.0012, 9);
        expect(points[i + 2]).toBeCloseTo(0.003 * n + 0.002, 12);
      }
    });
    expect(coilWindingPaths(cloud(501))).toHaveLength(251);
  });
});
