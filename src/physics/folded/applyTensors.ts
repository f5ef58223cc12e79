import type { GridCells } from '../modes/gridCells';
import { SMOOTH_NUMBERS, TENSOR_NUMBERS } from './foldedRows';

const _smooth = new Float64Array(SMOOTH_NUMBERS);

/** The twelve numbers of point p, trilinear between the corners of its cell. The array is overwritten by the next call. */
export function smoothAt(nodeNumbers: ArrayLike<number>, { corners, fractions }: GridCells, p: number): Float64Array {
  _smooth.fill(0);
  for (let corner = 0; corner < 8; corner++) {
    let weight = 1;
    for (let axis = 0; axis < 3; axis++) {
      const fraction = fractions[3 * p + axis];
      weight *= (corner >> axis) & 1 ? fraction : 1 - fraction;
    }
    const node = SMOOTH_NUMBERS * corners[8 * p + corner];
    for (let k = 0; k < SMOOTH_NUMBERS; k++) _smooth[k] += weight * nodeNumbers[node + k];
  }
  return _smooth;
}

/**
 * Adds T·(E₃, ΔE₃) at every vertex to `out` (stride 3). `tensors`: in the unit of the field, 36 a vertex.
 * Twin of `addTensorField` in wasm/assembly/foldedField.ts.
 */
export function addTensorField(
  nodeNumbers: ArrayLike<number>,
  cells: GridCells,
  tensors: ArrayLike<number>,
  out: Float32Array,
): Float32Array {
  for (let p = 0; 3 * p < out.length; p++) {
    const smooth = smoothAt(nodeNumbers, cells, p);
    for (let axis = 0, t = TENSOR_NUMBERS * p; axis < 3; axis++) {
      let sum = out[3 * p + axis];
      for (let k = 0; k < SMOOTH_NUMBERS; k++, t++) sum += tensors[t] * smooth[k];
      out[3 * p + axis] = sum;
    }
  }
  return out;
}
