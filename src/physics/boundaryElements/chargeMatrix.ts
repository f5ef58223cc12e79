import type { Facets } from './facets';
import { solidAngle } from './solidAngle';

/**
 * Rows `from … to-1` of the matrix A of the charge equation A Q = 2 K Φ, row-major, written to `out` from its start:
 * A_ij = δ_ij - 2 K_i Ω_i(c_j)/4π + S_i/S when i and j lie on the same shell (S_i facet area, S area of the shell).
 *
 * The last term removes the null space of the outermost surface (K = 1) and the factor 1/(1-K) of the others; it changes nothing in the
 * solution, because the net flux through each shell, and with it the net charge, is zero.
 */
export function fillChargeMatrixRows(facets: Facets, from: number, to: number, out: Float32Array): void {
  const { count, corners, centroids, contrasts, areas, shellStarts } = facets;
  for (let i = from; i < to; i++) {
    const row = (i - from) * count;
    const factor = -contrasts[i] / (2 * Math.PI);
    for (let j = 0; j < count; j++) {
      out[row + j] = factor * solidAngle(corners, 9 * i, centroids[3 * j], centroids[3 * j + 1], centroids[3 * j + 2]);
    }
    const shell = shellStarts.findIndex((start) => start > i) - 1;
    const deflation = areas[i] / shellArea(facets, shell);
    for (let j = shellStarts[shell]; j < shellStarts[shell + 1]; j++) out[row + j] += deflation;
    out[row + i] = 1 + deflation;
  }
}

export function shellArea(facets: Facets, shell: number): number {
  let area = 0;
  for (let i = facets.shellStarts[shell]; i < facets.shellStarts[shell + 1]; i++) area += facets.areas[i];
  return area;
}

/** `out` = A x for a row-major square matrix in single precision; sums in double precision. */
export function multiplyMatrix(matrix: Float32Array, x: Float64Array, out: Float64Array): void {
  const n = x.length;
  for (let i = 0; i < n; i++) {
    const row = i * n;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    const whole = n - (n % 4);
    for (let j = 0; j < whole; j += 4) {
      a += matrix[row + j] * x[j];
      b += matrix[row + j + 1] * x[j + 1];
      c += matrix[row + j + 2] * x[j + 2];
      d += matrix[row + j + 3] * x[j + 3];
    }
    for (let j = whole; j < n; j++) a += matrix[row + j] * x[j];
    out[i] = a + b + (c + d);
  }
}
