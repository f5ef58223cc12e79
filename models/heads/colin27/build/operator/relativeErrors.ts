/** Mean and largest of a list. */
export interface MeanAndWorst {
  readonly mean: number;
  readonly worst: number;
}

/**
 * Relative error of each column, √(Σ w |a-b|² / Σ w |b|²) over the chosen points; row-major with three rows per point.
 *
 * @param weights one per point; points of weight 0 are left out
 */
export function columnErrors(a: Float32Array, b: Float32Array, columns: number, weights: Float64Array): Float64Array {
  const differences = new Float64Array(columns);
  const references = new Float64Array(columns);
  weights.forEach((weight, p) => {
    if (weight === 0) return;
    for (let row = 3 * p; row < 3 * p + 3; row++) {
      for (let c = 0, o = row * columns; c < columns; c++) {
        differences[c] += weight * (a[o + c] - b[o + c]) ** 2;
        references[c] += weight * b[o + c] ** 2;
      }
    }
  });
  return differences.map((difference, c) => Math.sqrt(difference / references[c]));
}

export const meanAndWorst = (errors: Float64Array): MeanAndWorst => ({
  mean: errors.reduce((sum, e) => sum + e, 0) / errors.length,
  worst: errors.reduce((most, e) => Math.max(most, e), 0),
});

/** Mean and worst of `columnErrors`. */
export const relativeErrors = (a: Float32Array, b: Float32Array, columns: number, weights: Float64Array): MeanAndWorst =>
  meanAndWorst(columnErrors(a, b, columns, weights));
