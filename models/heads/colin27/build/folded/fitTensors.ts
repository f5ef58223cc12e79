/** Weight of the identity against the data, relative to the mean square of the predicted field. */
const RIDGE = 1e-4;

/** Tensors T (row-major 3 × 3 a point) with target ≈ T · source over all poses: least squares, drawn a little to the identity. Fields: one array of stride 3 a pose. */
export function fitTensors(source: readonly Float32Array[], target: readonly Float32Array[], weights: ArrayLike<number>): Float64Array {
  const count = source[0].length / 3;
  const out = new Float64Array(9 * count);
  const normal = new Float64Array(9);
  const right = new Float64Array(9);
  for (let p = 0; p < count; p++) {
    normal.fill(0);
    right.fill(0);
    for (let pose = 0; pose < target.length; pose++) addProducts(normal, right, source[pose], target[pose], 3 * p, weights[pose] ** 2);
    const ridge = (RIDGE * (normal[0] + normal[4] + normal[8])) / 3;
    for (const d of [0, 4, 8]) {
      normal[d] += ridge;
      right[d] += ridge;
    }
    out.set(product3(right, inverse3(normal)), 9 * p);
  }
  return out;
}

/** Outer products of one pose at one point: source with source, target with source. */
function addProducts(
  normal: Float64Array,
  right: Float64Array,
  source: Float32Array,
  target: Float32Array,
  at: number,
  weight: number,
): void {
  for (let a = 0; a < 3; a++)
    for (let b = 0; b < 3; b++) {
      normal[3 * a + b] += weight * source[at + a] * source[at + b];
      right[3 * a + b] += weight * target[at + a] * source[at + b];
    }
}

/** Product of two row-major 3 × 3 matrices. */
export function product3(left: ArrayLike<number>, right: ArrayLike<number>): Float64Array {
  return Float64Array.from({ length: 9 }, (_, i) => {
    const [a, b] = [Math.floor(i / 3), i % 3];
    return left[3 * a] * right[b] + left[3 * a + 1] * right[3 + b] + left[3 * a + 2] * right[6 + b];
  });
}

function inverse3([a, b, c, d, e, f, g, h, i]: ArrayLike<number> & Iterable<number>): number[] {
  const adjugate = [
    e * i - f * h,
    c * h - b * i,
    b * f - c * e,
    f * g - d * i,
    a * i - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ];
  const determinant = a * adjugate[0] + b * adjugate[3] + c * adjugate[6];
  return adjugate.map((value) => value / determinant);
}

/** T · field at every point. */
export function applyTensors(tensors: ArrayLike<number>, field: ArrayLike<number>): Float32Array {
  const out = new Float32Array(field.length);
  for (let p = 0; 3 * p < field.length; p++)
    for (let a = 0; a < 3; a++) {
      let sum = 0;
      for (let b = 0; b < 3; b++) sum += tensors[9 * p + 3 * a + b] * field[3 * p + b];
      out[3 * p + a] = sum;
    }
  return out;
}
