import { jacobiEigenvectors } from '../operator/principalModes';
import { factorCholesky } from './cholesky';

/** Weight of the identity in the covariance of the typical strengths, relative to its mean diagonal: keeps the factor from breaking down. */
const FLOOR = 1e-6;

/** Leading patterns of a rest that is linear in the strengths, and what turns strengths into theirs. */
export interface Patterns {
  /** One array of rows a pattern; for typical poses its strength has a mean square of one. */
  readonly patterns: Float32Array[];
  /** Row-major, patterns × modes: strength of a pattern from the scaled strengths of the modes. */
  readonly mixing: Float64Array;
}

/**
 * Principal patterns over typical poses (Karhunen-Loève): with the covariance L Lᵀ of the strengths, Lᵀ D has coefficients that are uncorrelated and of size one, and its leading
 * singular vectors leave the least error for their number. All patterns then bear the same step when they are rounded.
 *
 * @param rest D, modes × rows: overwritten
 * @param typical poses × modes, scaled strengths of fields of size one
 * @param weights one a row
 */
export function leadingPatterns(rest: Float32Array[], typical: Float64Array, weights: Float32Array, count: number): Patterns {
  const modes = rest.length;
  const factor = covarianceFactor(typical, modes);
  timesTransposed(factor, rest);
  const vectors = principalAxes(rest, weights);
  const patterns = Array.from({ length: count }, (_, k) => {
    const sums = new Float64Array(weights.length);
    for (let m = 0; m < modes; m++) {
      const share = vectors[m * modes + k];
      for (let row = 0; row < sums.length; row++) sums[row] += share * rest[m][row];
    }
    return Float32Array.from(sums);
  });
  const mixing = new Float64Array(count * modes);
  // Wᵀ L⁻¹: each row solves x L = w from the back.
  for (let k = 0; k < count; k++)
    for (let m = modes - 1; m >= 0; m--) {
      let sum = vectors[m * modes + k];
      for (let i = m + 1; i < modes; i++) sum -= mixing[k * modes + i] * factor[i * modes + m];
      mixing[k * modes + m] = sum / factor[m * modes + m];
    }
  return { patterns, mixing };
}

/** Lower Cholesky factor of the mean outer product. */
function covarianceFactor(typical: Float64Array, modes: number): Float64Array {
  const poses = typical.length / modes;
  const covariance = new Float64Array(modes * modes);
  for (let pose = 0, p = 0; pose < poses; pose++, p += modes)
    for (let a = 0; a < modes; a++) {
      const value = typical[p + a] / poses;
      for (let b = 0; b <= a; b++) covariance[a * modes + b] += value * typical[p + b];
    }
  let trace = 0;
  for (let a = 0; a < modes; a++) trace += covariance[a * modes + a];
  for (let a = 0; a < modes; a++) covariance[a * modes + a] += (FLOOR * trace) / modes;
  factorCholesky(covariance, modes);
  return covariance;
}

/** Lᵀ D in place: row a takes the rows below it. */
function timesTransposed(factor: Float64Array, rest: Float32Array[]): void {
  const modes = rest.length;
  const sums = new Float64Array(rest[0].length);
  for (let a = 0; a < modes; a++) {
    sums.fill(0);
    for (let m = a; m < modes; m++) {
      const share = factor[m * modes + a];
      const row = rest[m];
      for (let i = 0; i < sums.length; i++) sums[i] += share * row[i];
    }
    rest[a].set(sums);
  }
}

/** Eigenvectors of the weighted Gram matrix of the rows as columns, in falling order of their values. */
function principalAxes(rest: readonly Float32Array[], weights: Float32Array): Float64Array {
  const modes = rest.length;
  const gram = new Float64Array(modes * modes);
  const weighted = new Float32Array(weights.length);
  for (let a = 0; a < modes; a++) {
    for (let i = 0; i < weights.length; i++) weighted[i] = rest[a][i] * weights[i];
    for (let b = 0; b <= a; b++) gram[a * modes + b] = gram[b * modes + a] = dotOf(weighted, rest[b]);
  }
  const vectors = jacobiEigenvectors(gram, modes);
  const order = Array.from({ length: modes }, (_, i) => i).sort((a, b) => gram[b * modes + b] - gram[a * modes + a]);
  return Float64Array.from({ length: modes * modes }, (_, i) => vectors[i - (i % modes) + order[i % modes]]);
}

function dotOf(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
