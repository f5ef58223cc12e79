import { InputError, inputError } from '../../core/inputError';
import { fromMatrix, type RigidTransform } from '../../core/rigidTransform';
import { cross, dot, norm, normalize, scale, type Vec3 } from '../../core/vec3';

/** What rounding to three or four digits leaves of a rotation, with room: entries this close to one are mended, others refused. */
const ROUNDING = 2e-3;

/** A pose made rigid, and how far its axes had to turn for it [rad]. */
export interface MendedPose {
  readonly pose: RigidTransform;
  readonly correction: number;
}

/**
 * A row-major 4×4 as a rotation and a translation. Matrices of navigation systems are rounded: one whose entries are within 2e-3 of a rotation becomes the
 * nearest rotation (polar decomposition), and the angle is told; a mirror, a shear, a scale or another last row is refused by name.
 */
export function rigidPose(matrix: ArrayLike<number>, field: string): MendedPose {
  const m = Array.from(matrix);
  if (m.length !== 16 || !m.every(Number.isFinite)) throw inputError(field, 'hold 4 × 4 finite numbers', m);
  if ([3, 7, 11].every((i) => m[i] === 0) && [12, 13, 14].some((i) => m[i] !== 0))
    throw inputError(
      field,
      'have its center in the last column and the last row 0 0 0 1',
      'a transposed matrix, with the center in the last row',
    );
  if (Math.max(Math.abs(m[12]), Math.abs(m[13]), Math.abs(m[14]), Math.abs(m[15] - 1)) > ROUNDING)
    throw inputError(field, 'have the last row 0 0 0 1', m.slice(12).join(' '));
  const raw = fromMatrix(m);
  const { x, y, z, origin } = raw;
  // An entry that is off by δ changes lengths by up to √3 δ and products by up to 2√3 δ.
  const lengths = [x, y, z].map(norm);
  const worst = lengths.reduce((a, b) => (Math.abs(b - 1) > Math.abs(a - 1) ? b : a));
  // A shear changes lengths too, a scale no angle: angles come first.
  const skew = Math.max(
    ...[dot(x, y) / (lengths[0] * lengths[1]), dot(y, z) / (lengths[1] * lengths[2]), dot(z, x) / (lengths[2] * lengths[0])].map(Math.abs),
  );
  if (skew > 4 * ROUNDING)
    throw inputError(field, 'have axes at right angles, without a shear', `${((Math.asin(skew) * 180) / Math.PI).toPrecision(3)}° off`);
  if (!(Math.abs(worst - 1) <= 2 * ROUNDING)) throw inputError(field, 'have axes of length 1, without a scale', worst.toPrecision(4));
  if (dot(cross(x, y), z) < 0)
    throw new InputError(`${field} must be a rotation; instead received a mirror (its determinant is negative).`);
  const [u, v, w] = nearestRotation([x, y, z]);
  const entries = [u, v, w].flatMap((axis, n) => axis.map((value, k) => Math.abs(value - raw[(['x', 'y', 'z'] as const)[n]][k])));
  if (Math.max(...entries) > ROUNDING) throw inputError(field, `be within ${ROUNDING} of a rotation`, Math.max(...entries).toPrecision(2));
  return { pose: { x: u, y: v, z: w, origin }, correction: Math.max(turnBetween(x, u), turnBetween(y, v), turnBetween(z, w)) };
}

const turnBetween = (a: Vec3, b: Vec3): number => Math.atan2(norm(cross(a, b)), dot(a, b));

/** Newton's iteration for the orthogonal factor of the polar decomposition; axes are the columns. Quadratic, so few rounds are exact. */
function nearestRotation(axes: readonly [Vec3, Vec3, Vec3]): [Vec3, Vec3, Vec3] {
  let [x, y, z] = axes;
  for (let round = 0; round < 6; round++) {
    const volume = dot(cross(x, y), z);
    // The columns of the inverse transpose are the cross products over the determinant.
    const inverse = [cross(y, z), cross(z, x), cross(x, y)].map((axis) => scale(axis, 1 / volume));
    [x, y, z] = [x, y, z].map((axis, n) => axis.map((value, k) => (value + inverse[n][k]) / 2) as unknown as Vec3) as [Vec3, Vec3, Vec3];
  }
  const first = normalize(x);
  const third = normalize(cross(first, y));
  return [first, cross(third, first), third];
}

/** One sentence on the correction, or null where there was practically none. */
export function correctionSentence(correction: number, field: string): string | null {
  if (correction < 1e-6) return null;
  return `${field} was rounded: its axes were turned by ${((correction * 180) / Math.PI).toPrecision(2)}° to stand at right angles.`;
}
