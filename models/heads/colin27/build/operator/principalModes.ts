import { createRandom } from './randomPoses';

/** The largest eigenvalues of a symmetric matrix and their unit eigenvectors (columns of a row-major n × count array), in falling order. */
export interface LeadingEigenpairs {
  readonly values: Float64Array;
  readonly vectors: Float64Array;
}

/** Extra directions of the search space: with 1.5 times as many, six rounds bring the last wanted eigenvalue to 1e-6 for the spectra met here. */
const OVERSAMPLING = 1.5;
const ROUNDS = 6;

/** Subspace iteration from a fixed random start with a Rayleigh-Ritz step (Halko, Martinsson & Tropp 2011, SIAM Rev 53:217). */
export function leadingEigenpairs(matrix: Float64Array, n: number, count: number): LeadingEigenpairs {
  const width = Math.min(n, Math.ceil(OVERSAMPLING * count));
  const random = createRandom(1);
  // Rows are the search directions, so that inner products run along memory.
  let basis: Float64Array = Float64Array.from({ length: width * n }, () => random() - 0.5);
  for (let round = 0; round < ROUNDS; round++) {
    basis = applyToRows(matrix, basis, n, width);
    orthonormalizeRows(basis, n, width);
  }
  const image = applyToRows(matrix, basis, n, width);
  const small = new Float64Array(width * width);
  for (let i = 0; i < width; i++) {
    for (let j = 0; j <= i; j++) small[i * width + j] = small[j * width + i] = dotRows(basis, i, image, j, n);
  }
  const rotation = jacobiEigenvectors(small, width);
  const order = Array.from({ length: width }, (_, i) => i).sort((a, b) => small[b * width + b] - small[a * width + a]);
  const vectors = new Float64Array(n * count);
  for (let k = 0; k < count; k++) {
    for (let i = 0; i < width; i++) {
      const weight = rotation[i * width + order[k]];
      for (let j = 0; j < n; j++) vectors[j * count + k] += weight * basis[i * n + j];
    }
  }
  return { values: Float64Array.from({ length: count }, (_, k) => small[order[k] * width + order[k]]), vectors };
}

function dotRows(a: Float64Array, i: number, b: Float64Array, j: number, n: number): number {
  let s0 = 0;
  let s1 = 0;
  const [p, q] = [i * n, j * n];
  let k = 0;
  for (; k + 1 < n; k += 2) {
    s0 += a[p + k] * b[q + k];
    s1 += a[p + k + 1] * b[q + k + 1];
  }
  return s0 + s1 + (k < n ? a[p + k] * b[q + k] : 0);
}

/** Every row times the symmetric matrix; four columns of the matrix at a time share a pass over the rows. */
function applyToRows(matrix: Float64Array, rows: Float64Array, n: number, count: number): Float64Array {
  const out = new Float64Array(count * n);
  for (let j = 0; j < n; j++) for (let i = 0; i < count; i++) out[i * n + j] = dotRows(rows, i, matrix, j, n);
  return out;
}

/** Modified Gram-Schmidt, twice. */
function orthonormalizeRows(rows: Float64Array, n: number, count: number): void {
  for (let i = 0; i < count; i++) {
    for (let pass = 0; pass < 2; pass++) {
      for (let j = 0; j < i; j++) {
        const overlap = dotRows(rows, i, rows, j, n);
        for (let k = 0; k < n; k++) rows[i * n + k] -= overlap * rows[j * n + k];
      }
    }
    const length = Math.sqrt(dotRows(rows, i, rows, i, n));
    for (let k = 0; k < n; k++) rows[i * n + k] /= length;
  }
}

/** Cyclic Jacobi: diagonalizes the symmetric matrix in place and returns the eigenvectors as columns. */
export function jacobiEigenvectors(a: Float64Array, n: number): Float64Array {
  const v = new Float64Array(n * n);
  for (let i = 0; i < n; i++) v[i * n + i] = 1;
  for (let sweep = 0; sweep < 30; sweep++) {
    let off = 0;
    let diagonal = 0;
    for (let i = 0; i < n; i++) {
      diagonal += a[i * n + i] ** 2;
      for (let j = 0; j < i; j++) off += a[i * n + j] ** 2;
    }
    if (off <= 1e-26 * diagonal) break;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotatePair(a, v, n, p, q);
  }
  return v;
}

function rotatePair(a: Float64Array, v: Float64Array, n: number, p: number, q: number): void {
  const apq = a[p * n + q];
  if (apq === 0) return;
  const theta = (a[q * n + q] - a[p * n + p]) / (2 * apq);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  const turn = (m: Float64Array, i: number, j: number): void => {
    const [x, y] = [m[i], m[j]];
    m[i] = c * x - s * y;
    m[j] = s * x + c * y;
  };
  for (let k = 0; k < n; k++) turn(a, p * n + k, q * n + k);
  for (let k = 0; k < n; k++) {
    turn(a, k * n + p, k * n + q);
    turn(v, k * n + p, k * n + q);
  }
}
