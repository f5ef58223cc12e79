/** Solves the symmetric positive definite system `matrix` x = `right` by Cholesky's method; both are overwritten. `matrix`: rows one after the other. */
export function solvePositive(matrix: Float64Array, right: Float64Array): Float64Array {
  const n = right.length;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[n * i + j];
      for (let k = 0; k < j; k++) sum -= matrix[n * i + k] * matrix[n * j + k];
      matrix[n * i + j] = i === j ? Math.sqrt(Math.max(sum, 1e-300)) : sum / matrix[n * j + j];
    }
  }
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) right[i] -= matrix[n * i + k] * right[k];
    right[i] /= matrix[n * i + i];
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) right[i] -= matrix[n * k + i] * right[k];
    right[i] /= matrix[n * i + i];
  }
  return right;
}
