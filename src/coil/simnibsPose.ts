import { inputError } from '../core/inputError';
import { fromMatrix, isRigid, type RigidTransform, toMatrix } from '../core/rigidTransform';

/**
 * A coil pose as SimNIBS writes it (`matsimnibs`): 4×4, columns x, y, z and center, the center in millimeters; axes as in the coil frame here.
 * `matrix`: sixteen numbers row by row, or four rows of four.
 */
export function readSimnibsPose(matrix: unknown, field = 'matsimnibs'): RigidTransform {
  const rows = Array.isArray(matrix) ? matrix.slice(0, 17).flat() : [];
  if (rows.length !== 16 || !rows.every((value) => typeof value === 'number' && Number.isFinite(value))) {
    throw inputError(field, 'hold 4 × 4 finite numbers', matrix);
  }
  const meters = rows.map((value: number, i) => (i % 4 === 3 && i < 12 ? value * 1e-3 : value));
  // Written with few digits by some programs: the tolerance is wider than for poses in meters.
  if (!isRigid(meters, 1e-3)) throw inputError(field, 'be a rotation and a translation (determinant +1)', matrix);
  return fromMatrix(meters);
}

/** Four rows of four, center in millimeters. */
export function writeSimnibsPose(pose: RigidTransform): number[][] {
  const m = toMatrix(pose).map((value, i) => (i % 4 === 3 && i < 12 ? value * 1e3 : value));
  return [m.slice(0, 4), m.slice(4, 8), m.slice(8, 12), m.slice(12, 16)];
}
