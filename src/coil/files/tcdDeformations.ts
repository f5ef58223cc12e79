import { inputError } from '../../core/inputError';
import { IDENTITY, type RigidTransform, transformDirection, transformPoint } from '../../core/rigidTransform';
import { add, norm, rotateAbout, scale, subtract, type Vec3 } from '../../core/vec3';
import { asVector, isObject, type Json } from './tcdForm';

const MOST_DEFORMATIONS = 200;

/**
 * The movable parts of a `.tcd` coil at their initial values: for the indices that an element lists the product of its translations (mm along an axis)
 * and rotations (degrees about the line through two points), each after those before it. Newer files keep initial values in a list of ranges.
 */
export function deformationOf(root: Json, indices: unknown, field: string, unit: number): RigidTransform {
  if (indices === undefined || indices === null) return IDENTITY;
  if (!Array.isArray(indices) || indices.length > MOST_DEFORMATIONS)
    throw inputError(`${field}.deformations`, `be a list of at most ${MOST_DEFORMATIONS} numbers`, indices);
  let total = IDENTITY;
  for (const index of indices) {
    const entry = Array.isArray(root.deformList) ? root.deformList[index] : undefined;
    if (!isObject(entry)) throw inputError(`${field}.deformations`, 'point into deformList', index);
    total = after(motion(entry, initialValue(root, entry, `deformList[${index}]`), `deformList[${index}]`, unit), total);
  }
  return total;
}

function initialValue(root: Json, entry: Json, field: string): number {
  const ranges = root.deformRangeList;
  const range = Array.isArray(ranges) && typeof entry.deformRange === 'number' ? ranges[entry.deformRange] : entry;
  const value = isObject(range) ? range.initial : undefined;
  if (typeof value !== 'number' || !Number.isFinite(value)) throw inputError(`${field}.initial`, 'be a finite number', value);
  return value;
}

function motion(entry: Json, value: number, field: string, unit: number): RigidTransform {
  const axis = ['x', 'y', 'z'].indexOf(String(entry.type));
  if (axis >= 0) return { ...IDENTITY, origin: [0, 1, 2].map((k) => (k === axis ? value * unit : 0)) as unknown as Vec3 };
  if (entry.type !== 'rot2p') throw inputError(`${field}.type`, 'be x, y, z or rot2p', entry.type);
  const first = scale(asVector(entry.point1, `${field}.point1`), unit);
  const along = subtract(scale(asVector(entry.point2, `${field}.point2`), unit), first);
  if (norm(along) < 1e-9) throw inputError(`${field}.point2`, 'differ from point1', entry.point2);
  const axisUnit = scale(along, 1 / norm(along));
  const turn = (v: Vec3) => rotateAbout(v, axisUnit, (value * Math.PI) / 180);
  return { x: turn([1, 0, 0]), y: turn([0, 1, 0]), z: turn([0, 0, 1]), origin: add(first, scale(turn(first), -1)) };
}

const after = (second: RigidTransform, first: RigidTransform): RigidTransform => ({
  x: transformDirection(second, first.x),
  y: transformDirection(second, first.y),
  z: transformDirection(second, first.z),
  origin: transformPoint(second, first.origin),
});
