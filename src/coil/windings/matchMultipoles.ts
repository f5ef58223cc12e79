import type { Vec3 } from '../../core/vec3';
import type { Dipoles } from '../../physics/dipoles';
import { regularSolidHarmonics } from '../../physics/regularSolidHarmonics';

/** Highest degree of the multipoles that are met. */
const MAX_DEGREE = 6;
/** Relative to columns of unit size: keeps the correction small where the dipoles cannot tell two multipoles apart. */
const DAMPING = 1e-5;

/**
 * Strengths [A·m²/A] of dipoles along z at `positions` (all in the plane z = center z) that together have the multipoles of `dense` (moments along
 * z) about `center` up to degree 6, as far as a plane can: those even in z. They start from `strengths` and change as little as possible.
 * `scale`: the length in whose units multipoles are compared, about the radius of the wing.
 */
export function matchMultipoles(
  dense: Dipoles,
  positions: Float64Array,
  strengths: Float64Array,
  center: Vec3,
  scale: number,
): Float64Array {
  const harmonicsAt = (p: Float64Array, i: number) =>
    regularSolidHarmonics((p[i] - center[0]) / scale, (p[i + 1] - center[1]) / scale, (p[i + 2] - center[2]) / scale, MAX_DEGREE);
  const target = new Float64Array((MAX_DEGREE + 1) ** 2);
  for (let i = 0; i < dense.moments.length; i += 3) {
    harmonicsAt(dense.positions, i).forEach((value, k) => {
      target[k] += value * dense.moments[i + 2];
    });
  }
  const even = evenMultipoles();
  const columns = Array.from(strengths, (_, i) => {
    const harmonics = harmonicsAt(positions, 3 * i);
    return even.map((index) => harmonics[index]);
  });
  const missing = even.map((index, row) => columns.reduce((rest, column, i) => rest - column[row] * strengths[i], target[index]));
  const change = leastChange(columns, missing);
  return strengths.map((value, i) => value + change[i]);
}

/** Places in `regularSolidHarmonics` of the multipoles with l + m even, which do not vanish in the plane. */
function evenMultipoles(): number[] {
  const list: number[] = [];
  for (let l = 0; l <= MAX_DEGREE; l++) {
    for (let k = 0; k < 2 * l + 1; k++) if ((l + Math.ceil(k / 2)) % 2 === 0) list.push(l * l + k);
  }
  return list;
}

/** Damped least squares for `Σ columns[i] x[i] = right`, rows brought to one size. */
function leastChange(columns: readonly (readonly number[])[], right: readonly number[]): Float64Array {
  const n = columns.length;
  const size = right.map((_, k) => Math.sqrt(columns.reduce((sum, c) => sum + c[k] ** 2, 1e-30)));
  const scaled = columns.map((c) => Float64Array.from(c, (value, k) => value / size[k]));
  const matrix = new Float64Array(n * n);
  const vector = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) matrix[i * n + j] = dotProduct(scaled[i], scaled[j]) + (i === j ? DAMPING : 0);
    vector[i] = dotProduct(
      scaled[i],
      right.map((value, k) => value / size[k]),
    );
  }
  return solveSymmetric(matrix, vector);
}

function dotProduct(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** Cholesky, in place; `a` is row-major and positive definite. */
function solveSymmetric(a: Float64Array, b: Float64Array): Float64Array {
  const n = b.length;
  for (let j = 0; j < n; j++) {
    for (let k = 0; k < j; k++) for (let i = j; i < n; i++) a[i * n + j] -= a[i * n + k] * a[j * n + k];
    const pivot = Math.sqrt(a[j * n + j]);
    for (let i = j; i < n; i++) a[i * n + j] /= pivot;
  }
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) b[i] -= a[i * n + k] * b[k];
    b[i] /= a[i * n + i];
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) b[i] -= a[k * n + i] * b[k];
    b[i] /= a[i * n + i];
  }
  return b;
}
