import { gramMatrix, multiply } from './denseProduct';
import { leadingEigenpairs } from './principalModes';

/** Orthonormal modes of a set of fields and the coefficients of each field. */
export interface FieldModes {
  readonly modeCount: number;
  /** Row-major, rows × modeCount, orthonormal columns in falling order of their share. */
  readonly modes: Float64Array;
  /** Row-major, modeCount × sets: each field over its norm is the sum of the modes with these coefficients. */
  readonly coefficients: Float64Array;
  /** One over the norm of each field. */
  readonly scales: Float64Array;
}

/**
 * Singular value decomposition of fields (row-major, rows × sets), every field first divided by its norm so that relative errors count. By the eigenvectors of the Gram
 * matrix: it resolves singular values down to 1e-4 of the largest, below the ones kept.
 */
export function fieldModes(fields: Float32Array, rows: number, sets: number, modeCount: number): FieldModes {
  const scales = new Float64Array(sets);
  for (let i = 0; i < rows; i++) for (let j = 0; j < sets; j++) scales[j] += fields[i * sets + j] ** 2;
  for (let j = 0; j < sets; j++) scales[j] = 1 / Math.sqrt(scales[j]);
  // The fields are 1e-6 V/m per A/s: scaled to order one before the products in single precision.
  const scaled = new Float32Array(fields.length);
  for (let i = 0; i < rows; i++) for (let j = 0; j < sets; j++) scaled[i * sets + j] = fields[i * sets + j] * scales[j];
  const { values, vectors } = leadingEigenpairs(gramMatrix(scaled, rows, sets), sets, modeCount);
  const coefficients = new Float64Array(modeCount * sets);
  const toModes = new Float64Array(sets * modeCount);
  for (let k = 0; k < modeCount; k++) {
    const singular = Math.sqrt(values[k]);
    for (let j = 0; j < sets; j++) {
      coefficients[k * sets + j] = singular * vectors[j * modeCount + k];
      toModes[j * modeCount + k] = vectors[j * modeCount + k] / singular;
    }
  }
  return { modeCount, modes: multiply(scaled, toModes, rows, sets, modeCount), coefficients, scales };
}
