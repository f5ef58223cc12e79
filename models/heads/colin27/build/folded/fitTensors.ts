import { factorCholesky, solveFactored } from './cholesky';

/** Weight of the identity against the data, relative to the mean square of the field that is turned. */
const RIDGE = 1e-4;

/** Tensors T (row-major 3 × 3 a point) with target ≈ T · source over all poses: least squares, drawn a little to the identity. Fields: one array of stride 3 a pose. */
export function fitTensors(source: readonly Float32Array[], target: readonly Float32Array[], weights: ArrayLike<number>): Float64Array {
  return fitWideTensors(source, 3, target, weights, RIDGE);
}

/**
 * Tensors T (row-major 3 × width a point) with target ≈ T · source over all poses: least squares, drawn a little to the identity on the first three numbers, which are
 * the field itself.
 *
 * @param source one array of stride `width` a pose
 * @param ridge weight of the identity, relative to the mean square of the first three numbers
 */
export function fitWideTensors(
  source: readonly Float32Array[],
  width: number,
  target: readonly Float32Array[],
  weights: ArrayLike<number>,
  ridge: number,
): Float64Array {
  const count = source[0].length / width;
  const out = new Float64Array(3 * width * count);
  const normal = new Float64Array(width * width);
  const right = new Float64Array(3 * width);
  for (let p = 0; p < count; p++) {
    normal.fill(0);
    right.fill(0);
    for (let pose = 0; pose < target.length; pose++) addProducts(normal, right, width, source[pose], target[pose], p, weights[pose] ** 2);
    const drawn = (ridge * (normal[0] + normal[width + 1] + normal[2 * width + 2])) / 3;
    for (let a = 0; a < width; a++) normal[a * width + a] += drawn;
    for (let a = 0; a < 3; a++) right[a * width + a] += drawn;
    factorCholesky(normal, width);
    for (let a = 0; a < 3; a++) solveFactored(normal, width, right.subarray(a * width, (a + 1) * width));
    out.set(right, 3 * width * p);
  }
  return out;
}

/** Outer products of one pose at one point: source with source (lower half), target with source. */
function addProducts(
  normal: Float64Array,
  right: Float64Array,
  width: number,
  source: Float32Array,
  target: Float32Array,
  point: number,
  weight: number,
): void {
  const at = width * point;
  for (let a = 0; a < width; a++) {
    const weighted = weight * source[at + a];
    for (let b = 0; b <= a; b++) normal[a * width + b] += weighted * source[at + b];
    for (let c = 0; c < 3; c++) right[c * width + a] += weighted * target[3 * point + c];
  }
}

/** T · numbers at every point: row-major 3 × width tensors, numbers of stride `width`; the result has stride 3. */
export function applyTensors(tensors: ArrayLike<number>, width: number, numbers: ArrayLike<number>): Float32Array {
  const out = new Float32Array((3 * numbers.length) / width);
  for (let p = 0; 3 * p < out.length; p++)
    for (let a = 0, t = 3 * width * p; a < 3; a++) {
      let sum = 0;
      for (let b = 0; b < width; b++, t++) sum += tensors[t] * numbers[width * p + b];
      out[3 * p + a] = sum;
    }
  return out;
}
