/** W so that coefficients ≈ W · flux, and how well it does on the sets held back. */
export interface SensorFit {
  /** Row-major, modes × sensors, in the units of the inputs. */
  readonly matrix: Float64Array;
  readonly damping: number;
  /** Root mean square over the sets held back of ‖coefficients - W flux‖; the coefficients belong to fields of norm 1. */
  readonly heldBackError: number;
}

/** Every fifth set is held back to choose the damping. */
const HELD_BACK = 5;
/** Tried damping, relative to the mean diagonal of the normal equations. */
const DAMPINGS = [1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-11];

/**
 * Ridge regression over the training sets: W = C Bᵀ (B Bᵀ + λ)⁻¹ with λ chosen on sets held back.
 *
 * @param flux row-major, sensors × sets: B·n of each set over the norm of its field
 * @param coefficients row-major, modes × sets
 */
export function fitSensorMatrix(flux: Float64Array, coefficients: Float64Array, sensors: number, modes: number, sets: number): SensorFit {
  const kept = Array.from({ length: sets }, (_, i) => i).filter((i) => i % HELD_BACK !== 0);
  const held = Array.from({ length: sets }, (_, i) => i).filter((i) => i % HELD_BACK === 0);
  const trial = normalEquations(flux, coefficients, sensors, modes, sets, kept);
  let best = { damping: 0, heldBackError: Number.POSITIVE_INFINITY };
  for (const damping of DAMPINGS) {
    const matrix = solveRidge(trial.gram, trial.right, sensors, modes, damping);
    const heldBackError = matrix ? residual(matrix, flux, coefficients, sensors, modes, sets, held) : Number.POSITIVE_INFINITY;
    if (heldBackError < best.heldBackError) best = { damping, heldBackError };
  }
  const all = normalEquations(flux, coefficients, sensors, modes, sets, [...kept, ...held]);
  const matrix = solveRidge(all.gram, all.right, sensors, modes, best.damping);
  if (!matrix) throw new Error('The sensors do not determine the coefficients.');
  return { matrix, ...best };
}

function normalEquations(
  flux: Float64Array,
  coefficients: Float64Array,
  sensors: number,
  modes: number,
  sets: number,
  chosen: readonly number[],
): { gram: Float64Array; right: Float64Array } {
  const pick = (rows: Float64Array, count: number): Float64Array => {
    const out = new Float64Array(count * chosen.length);
    for (let i = 0; i < count; i++) for (let k = 0; k < chosen.length; k++) out[i * chosen.length + k] = rows[i * sets + chosen[k]];
    return out;
  };
  const b = pick(flux, sensors);
  return {
    gram: rowProducts(b, b, sensors, sensors, chosen.length),
    right: rowProducts(b, pick(coefficients, modes), sensors, modes, chosen.length),
  };
}

/** X Yᵀ of two row-major matrices with the same row length. */
function rowProducts(x: Float64Array, y: Float64Array, xRows: number, yRows: number, length: number): Float64Array {
  const out = new Float64Array(xRows * yRows);
  for (let i = 0; i < xRows; i++) {
    for (let j = 0; j < yRows; j++) {
      let sum = 0;
      for (let k = 0, p = i * length, q = j * length; k < length; k++) sum += x[p + k] * y[q + k];
      out[i * yRows + j] = sum;
    }
  }
  return out;
}

/** W row-major from (gram + λ) Wᵀ = right by Cholesky, or undefined where the damped matrix is not positive definite. */
function solveRidge(gram: Float64Array, right: Float64Array, sensors: number, modes: number, damping: number): Float64Array | undefined {
  const a = gram.slice();
  let trace = 0;
  for (let i = 0; i < sensors; i++) trace += gram[i * sensors + i];
  for (let i = 0; i < sensors; i++) a[i * sensors + i] += (damping * trace) / sensors;
  if (!factorCholesky(a, sensors)) return undefined;
  const x = right.slice();
  for (let i = 0; i < sensors; i++) eliminate(a, x, sensors, modes, i, (k) => a[i * sensors + k], 0, i);
  for (let i = sensors - 1; i >= 0; i--) eliminate(a, x, sensors, modes, i, (k) => a[k * sensors + i], i + 1, sensors);
  const out = new Float64Array(modes * sensors);
  for (let i = 0; i < sensors; i++) for (let m = 0; m < modes; m++) out[m * sensors + i] = x[i * modes + m];
  return out;
}

/** One step of a substitution for all right-hand sides: row i minus the known rows, over the diagonal. */
function eliminate(
  a: Float64Array,
  x: Float64Array,
  n: number,
  modes: number,
  i: number,
  factorOf: (k: number) => number,
  from: number,
  to: number,
): void {
  for (let k = from; k < to; k++) {
    const factor = factorOf(k);
    for (let m = 0; m < modes; m++) x[i * modes + m] -= factor * x[k * modes + m];
  }
  for (let m = 0; m < modes; m++) x[i * modes + m] /= a[i * n + i];
}

/** Lower factor in place; false where a pivot is not positive. */
function factorCholesky(a: Float64Array, n: number): boolean {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = a[i * n + j];
      for (let k = 0; k < j; k++) sum -= a[i * n + k] * a[j * n + k];
      if (i !== j) a[i * n + j] = sum / a[j * n + j];
      else if (sum > 0) a[i * n + i] = Math.sqrt(sum);
      else return false;
    }
  }
  return true;
}

function residual(
  matrix: Float64Array,
  flux: Float64Array,
  coefficients: Float64Array,
  sensors: number,
  modes: number,
  sets: number,
  chosen: readonly number[],
): number {
  let squares = 0;
  for (const set of chosen) {
    for (let m = 0; m < modes; m++) {
      let sum = -coefficients[m * sets + set];
      for (let s = 0; s < sensors; s++) sum += matrix[m * sensors + s] * flux[s * sets + set];
      squares += sum * sum;
    }
  }
  return Math.sqrt(squares / chosen.length);
}
