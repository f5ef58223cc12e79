import { factorCholesky, solveFactored } from './cholesky';

/** Damping of the strengths, relative to the mean diagonal of their normal equations. */
const DAMPING = 1e-7;

/**
 * D, modes × rows: rest field of pose j ≈ Σ_m D(m, row) · strengths(j, m), by damped least squares.
 *
 * @param rest one array a pose, already over the norm of its field
 * @param strengths poses × modes, over the same norms and the scales of the modes
 */
export function fitRest(rest: readonly Float32Array[], strengths: Float64Array, modes: number, damping = DAMPING): Float32Array {
  const poses = rest.length;
  const rows = rest[0].length;
  const projection = pseudoInverse(strengths, poses, modes, damping);
  const out = new Float32Array(modes * rows);
  const sums = new Float64Array(modes);
  for (let row = 0; row < rows; row++) {
    sums.fill(0);
    for (let pose = 0; pose < poses; pose++) {
      const value = rest[pose][row];
      for (let m = 0, q = pose * modes; m < modes; m++, q++) sums[m] += value * projection[q];
    }
    for (let m = 0; m < modes; m++) out[m * rows + row] = sums[m];
  }
  return out;
}

/** C (Cᵀ C + λ)⁻¹, poses × modes. */
function pseudoInverse(strengths: Float64Array, poses: number, modes: number, damping: number): Float64Array {
  const gram = new Float64Array(modes * modes);
  for (let pose = 0; pose < poses; pose++)
    for (let a = 0; a < modes; a++)
      for (let b = 0; b <= a; b++) gram[a * modes + b] += strengths[pose * modes + a] * strengths[pose * modes + b];
  let trace = 0;
  for (let a = 0; a < modes; a++) trace += gram[a * modes + a];
  for (let a = 0; a < modes; a++) gram[a * modes + a] += (damping * trace) / modes;
  factorCholesky(gram, modes);
  const out = strengths.slice();
  for (let pose = 0; pose < poses; pose++) solveFactored(gram, modes, out.subarray(pose * modes, (pose + 1) * modes));
  return out;
}
