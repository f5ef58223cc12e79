import type { Vec3 } from '../core/vec3';
import type { Dipoles } from '../physics/dipoles';
import { regularSolidHarmonics } from '../physics/regularSolidHarmonics';

/** Highest degree of the multipoles that are met. */
const MAX_DEGREE = 6;
/** Relative to columns of unit size: keeps the correction small where the dipoles cannot tell two multipoles apart. */
const DAMPING = 1e-5;

interface Multipole {
  readonly index: number;
  readonly degree: number;
}

/**
 * Moments [A·m²/A], stride 3, of dipoles at `positions` (all in the plane z = center z), such that together they have the multipoles of
 * `dense` (moments along z) about `center` up to degree 6. The axial moments start from `strengths` and change as little as possible; what is
 * odd in z (unlike layers) no axial moment in one plane can produce, so it goes into small radial moments.
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
    regularSolidHarmonics((p[i] - center[0]) / scale, (p[i + 1] - center[1]) / scale, (p[i + 2] - center[2]) / scale, MAX_DEGREE + 1);
  const harmonics = Array.from(strengths, (_, i) => harmonicsAt(positions, 3 * i));
  const target = new Float64Array((MAX_DEGREE + 2) ** 2);
  for (let i = 0; i < dense.moments.length; i += 3) {
    harmonicsAt(dense.positions, i).forEach((value, k) => {
      target[k] += value * dense.moments[i + 2];
    });
  }
  const even = multipoles(0);
  const axial = harmonics.map((h) => even.map(({ index }) => h[index]));
  const missing = even.map(({ index }, row) => axial.reduce((rest, column, i) => rest - column[row] * strengths[i], target[index]));
  const axialChange = leastChange(axial, missing);
  const odd = multipoles(1);
  const radial = harmonics.map((h, i) => radialColumn(odd, h, planarDistance(positions, 3 * i, center) / scale));
  const radialChange = leastChange(
    radial,
    odd.map(({ index }) => target[index]),
  );
  return assemble(
    positions,
    center,
    strengths.map((value, i) => value + axialChange[i]),
    radialChange,
  );
}

/** The multipoles up to the highest degree with l + m even (0) or odd (1), in the order of `regularSolidHarmonics`. */
function multipoles(parity: number): Multipole[] {
  const list: Multipole[] = [];
  for (let l = 0; l <= MAX_DEGREE; l++) {
    for (let k = 0; k < 2 * l + 1; k++) if ((l + Math.ceil(k / 2)) % 2 === parity) list.push({ index: l * l + k, degree: l });
  }
  return list;
}

/** A radial dipole in the plane: the radial slope of the harmonic one degree higher, which is (l + 1)/ρ times the harmonic itself. */
function radialColumn(rows: readonly Multipole[], harmonics: Float64Array, distance: number): number[] {
  return rows.map(({ index, degree }) => ((degree + 1) * harmonics[index + 2 * degree + 1]) / distance);
}

function planarDistance(positions: Float64Array, i: number, center: Vec3): number {
  return Math.sqrt((positions[i] - center[0]) ** 2 + (positions[i + 1] - center[1]) ** 2);
}

function assemble(positions: Float64Array, center: Vec3, axial: Float64Array, radial: Float64Array): Float64Array {
  const moments = new Float64Array(positions.length);
  for (let i = 0; i < axial.length; i++) {
    const distance = planarDistance(positions, 3 * i, center);
    moments[3 * i] = (radial[i] * (positions[3 * i] - center[0])) / distance;
    moments[3 * i + 1] = (radial[i] * (positions[3 * i + 1] - center[1])) / distance;
    moments[3 * i + 2] = axial[i];
  }
  return moments;
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
