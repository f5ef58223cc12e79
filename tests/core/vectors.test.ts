import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fromMatrix,
  IDENTITY,
  inverseTransformPoint,
  isRigid,
  type RigidTransform,
  toMatrix,
  transformDirection,
  transformPoint,
} from '../../src/core/rigidTransform';
import {
  add,
  at,
  cross,
  distance,
  dot,
  norm,
  normalize,
  perpendicular,
  reject,
  rotateAbout,
  scale,
  subtract,
  type Vec3,
} from '../../src/core/vec3';
import { evenly } from '../evenly';

const number = evenly(-2, 2);
const vectors = fc.tuple(number, number, number);
const directions = vectors.filter((v) => Math.hypot(...v) > 0.1).map((v): Vec3 => normalize(v));
/** A rotation about any axis, then a move. */
const transforms = fc.record({ axis: directions, angle: number, origin: vectors }).map(
  ({ axis, angle, origin }): RigidTransform => ({
    x: rotateAbout([1, 0, 0], axis, angle),
    y: rotateAbout([0, 1, 0], axis, angle),
    z: rotateAbout([0, 0, 1], axis, angle),
    origin,
  }),
);

const expectNear = (found: Vec3, expected: Vec3) => expect(distance(found, expected)).toBeLessThan(1e-12);

describe('vectors', () => {
  it('add, subtract, scale and multiply component by component', () => {
    expect(add([1, 2, 3], [10, 20, 30])).toEqual([11, 22, 33]);
    expect(subtract([1, 2, 3], [10, 20, 40])).toEqual([-9, -18, -37]);
    expect(scale([1, -2, 3], 2)).toEqual([2, -4, 6]);
    expect(dot([1, 2, 3], [4, 5, 6])).toBe(32);
    expect(norm([2, 3, 6])).toBe(7);
    expect(at([0, 1, 2, 3, 4, 5], 1)).toEqual([3, 4, 5]);
  });

  it('have a cross product that is right-handed, perpendicular to both, and as long as the area between them (Lagrange)', () => {
    expect(cross([1, 0, 0], [0, 1, 0])).toEqual([0, 0, 1]);
    expect(cross([0, 1, 0], [0, 0, 1])).toEqual([1, 0, 0]);
    fc.assert(
      fc.property(vectors, vectors, (a, b) => {
        const c = cross(a, b);
        expect(Math.abs(dot(a, c)) + Math.abs(dot(b, c))).toBeLessThan(1e-12);
        expect(Math.abs(dot(c, c) - (dot(a, a) * dot(b, b) - dot(a, b) ** 2))).toBeLessThan(1e-11);
      }),
    );
  });

  it('keep their direction at length one, and zero stays zero', () => {
    expectNear(normalize([0, -3, 4]), [0, -0.6, 0.8]);
    expectNear(normalize([1e-9, 0, 0]), [1, 0, 0]);
    expect(normalize([0, 0, 0])).toEqual([0, 0, 0]);
  });

  it('part into what lies along a direction and what is perpendicular to it', () => {
    fc.assert(
      fc.property(vectors, directions, (a, unit) => {
        const rest = reject(a, unit);
        expect(Math.abs(dot(rest, unit))).toBeLessThan(1e-12);
        expectNear(add(rest, scale(unit, dot(a, unit))), a);
      }),
    );
  });

  it('have a unit perpendicular in every direction, far from a near-parallel axis', () => {
    fc.assert(
      fc.property(directions, (unit) => {
        const across = perpendicular(unit);
        expect(Math.abs(norm(across) - 1)).toBeLessThan(1e-12);
        expect(Math.abs(dot(across, unit))).toBeLessThan(1e-12);
      }),
    );
    expectNear(perpendicular([0, 0, 1]), [1, 0, 0]);
    expectNear(perpendicular([1, 0, 0]), [0, 1, 0]);
    expectNear(perpendicular([-1, 0, 0]), [0, 1, 0]);
  });

  it('turn right-handed about an axis: a quarter turn of x about z is y, and turns add up', () => {
    expectNear(rotateAbout([1, 0, 5], [0, 0, 1], Math.PI / 2), [0, 1, 5]);
    fc.assert(
      fc.property(vectors, directions, number, number, (a, axis, first, second) => {
        expectNear(rotateAbout(rotateAbout(a, axis, first), axis, second), rotateAbout(a, axis, first + second));
        expect(Math.abs(dot(rotateAbout(a, axis, first), axis) - dot(a, axis))).toBeLessThan(1e-12);
      }),
    );
  });
});

describe('rigid transforms', () => {
  it('carry the local axes and origin where they say', () => {
    const t: RigidTransform = { x: [0, 1, 0], y: [-1, 0, 0], z: [0, 0, 1], origin: [10, 20, 30] };
    expect(transformPoint(t, [1, 2, 3])).toEqual([8, 21, 33]);
    expect(transformDirection(t, [1, 2, 3])).toEqual([-2, 1, 3]);
    expect(transformPoint(IDENTITY, [1, 2, 3])).toEqual([1, 2, 3]);
  });

  it('come back through their inverse and through a matrix', () => {
    fc.assert(
      fc.property(transforms, vectors, (t, p) => {
        expectNear(inverseTransformPoint(t, transformPoint(t, p)), p);
        expect(isRigid(toMatrix(t))).toBe(true);
        expect(fromMatrix(toMatrix(t))).toEqual(t);
      }),
    );
  });

  it('are the columns of a row-major matrix whose last row is 0 0 0 1', () => {
    const t: RigidTransform = { x: [1, 2, 3], y: [4, 5, 6], z: [7, 8, 9], origin: [10, 11, 12] };
    expect(toMatrix(t)).toEqual([1, 4, 7, 10, 2, 5, 8, 11, 3, 6, 9, 12, 0, 0, 0, 1]);
  });

  it('are told from what stretches, shears, mirrors, projects, is too short or is not finite', () => {
    const identity = toMatrix(IDENTITY);
    const changed = (place: number, value: number) => identity.map((old, i) => (i === place ? value : old));
    expect(isRigid(identity)).toBe(true);
    expect(isRigid(identity.slice(0, 15))).toBe(false);
    expect(isRigid([...identity, 0])).toBe(false);
    for (const place of [0, 5, 10]) {
      expect(isRigid(changed(place, -1))).toBe(false);
      expect(isRigid(changed(place, 1.001))).toBe(false);
    }
    for (const place of [1, 2, 4, 6, 8, 9]) {
      expect(isRigid(changed(place, 0.01))).toBe(false);
      expect(isRigid(changed(place, -0.01))).toBe(false);
    }
    for (const [place, value] of [
      [12, 0.5],
      [12, -0.5],
      [13, -0.5],
      [14, -0.5],
      [15, 1.5],
      [15, 0.5],
      [3, Number.NaN],
    ]) {
      expect(isRigid(changed(place, value))).toBe(false);
    }
    expect(isRigid(changed(12, 0.01).map((v, i) => (i === 13 ? -0.01 : v)))).toBe(false);
    expect(isRigid(changed(1, 0.5), 0.6)).toBe(true);
    const rows = { x: [1, 0, 0], y: [0, 2, 0], z: [0, 0, 0.5] } as const;
    expect(isRigid(toMatrix({ ...rows, origin: [0, 0, 0] }))).toBe(false);
    expect(isRigid(toMatrix({ x: [2, 0, 0], y: [0, 0.5, 0], z: [0, 0, 1], origin: [0, 0, 0] }))).toBe(false);
    expect(isRigid(toMatrix({ x: [1, 0, 0], y: [0, 0.5, 0], z: [0, 0, 2], origin: [0, 0, 0] }))).toBe(false);
  });
});
