import fc from 'fast-check';
import type { RigidTransform } from '../../src/core/rigidTransform';
import { normalize, rotateAbout, type Vec3 } from '../../src/core/vec3';

const coordinate = fc.double({ min: -1, max: 1, noNaN: true });

/** Any direction. */
export const direction = fc
  .tuple(coordinate, coordinate, coordinate)
  .filter(([x, y, z]) => x * x + y * y + z * z > 0.01)
  .map((v) => normalize(v));

/** A point at 5 to 80 mm from the origin. */
export const innerPoint = fc.tuple(direction, fc.double({ min: 0.005, max: 0.08, noNaN: true })).map(scaled);

/** A point at 90 to 300 mm from the origin. */
export const outerPoint = fc.tuple(direction, fc.double({ min: 0.09, max: 0.3, noNaN: true })).map(scaled);

/** A dipole moment of 1 to 1e4 mA·m². */
export const moment = fc.tuple(direction, fc.double({ min: 1e-3, max: 10, noNaN: true })).map(scaled);

export const rotation = fc
  .tuple(direction, fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }))
  .map(([axis, angle]): RigidTransform => {
    const turned = (v: Vec3) => rotateAbout(v, axis, angle);
    return { x: turned([1, 0, 0]), y: turned([0, 1, 0]), z: turned([0, 0, 1]), origin: [0, 0, 0] };
  });

function scaled([unit, length]: [Vec3, number]): Vec3 {
  return [unit[0] * length, unit[1] * length, unit[2] * length];
}
