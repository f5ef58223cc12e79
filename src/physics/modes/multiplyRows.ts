/** `out` = W b for a row-major matrix of `out.length` rows and `vector.length` columns. */
export function multiplyRows(matrix: Float32Array, vector: Float64Array, out: Float64Array): Float64Array {
  const columns = vector.length;
  for (let r = 0; r < out.length; r++) {
    const row = r * columns;
    let sum = 0;
    for (let j = 0; j < columns; j++) sum += matrix[row + j] * vector[j];
    out[r] = sum;
  }
  return out;
}
