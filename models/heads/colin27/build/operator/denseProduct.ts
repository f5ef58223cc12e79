import { createSharedMemory, FIRST_FREE_BYTE, instantiateDenseKernels } from './denseKernels';

/** Rows of the second factor that are packed at a time. */
const DEPTH = 256;
/** Products of this many packed blocks are summed in single precision before they go to double precision. */
const BLOCKS_PER_SUM = 4;

const kernels = { memory: undefined as WebAssembly.Memory | undefined };

/**
 * A B for row-major matrices in single precision (rows × depth times depth × columns), with sums over more than 1024 terms in double precision. `a(i, k)`
 * and `b(k, j)` give the entries' blocks: they write `count` rows starting at `from` into the target, whose rows have the given width.
 */
export function denseProduct(
  rows: number,
  depth: number,
  columns: number,
  fillA: (target: Float32Array, fromDepth: number, count: number) => void,
  fillB: (target: Float32Array, fromDepth: number, count: number) => void,
): Float64Array {
  kernels.memory ??= createSharedMemory();
  const memory = kernels.memory;
  const { packStrips, multiplyPacked } = instantiateDenseKernels(memory);
  const paddedRows = 4 * Math.ceil(rows / 4);
  const width = 8 * Math.ceil(columns / 8);
  const aAt = FIRST_FREE_BYTE;
  const bAt = aAt + 4 * paddedRows * DEPTH;
  const packedAt = bAt + 4 * DEPTH * width;
  const sumAt = packedAt + 4 * DEPTH * width;
  const a = new Float32Array(memory.buffer, aAt, paddedRows * DEPTH);
  const b = new Float32Array(memory.buffer, bAt, DEPTH * width);
  const sum = new Float32Array(memory.buffer, sumAt, paddedRows * width);
  const out = new Float64Array(rows * columns);
  sum.fill(0);
  for (let from = 0, block = 1; from < depth; from += DEPTH, block++) {
    const count = Math.min(DEPTH, depth - from);
    a.fill(0);
    b.fill(0);
    fillA(a, from, count);
    fillB(b, from, count);
    packStrips(bAt, width, DEPTH, width, packedAt);
    multiplyPacked(aAt, DEPTH, packedAt, sumAt, width, paddedRows, width, DEPTH, 1);
    if (block % BLOCKS_PER_SUM !== 0 && from + DEPTH < depth) continue;
    for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) out[i * columns + j] += sum[i * width + j];
    sum.fill(0);
  }
  return out;
}

/** Aᵀ A of a rows × columns matrix. */
export function gramMatrix(matrix: Float32Array, rows: number, columns: number): Float64Array {
  const width = 8 * Math.ceil(columns / 8);
  return denseProduct(
    columns,
    rows,
    columns,
    (target, from, count) => {
      for (let k = 0; k < count; k++) for (let i = 0; i < columns; i++) target[i * DEPTH + k] = matrix[(from + k) * columns + i];
    },
    (target, from, count) => {
      for (let k = 0; k < count; k++) target.set(matrix.subarray((from + k) * columns, (from + k + 1) * columns), k * width);
    },
  );
}

/** A B of a rows × depth and a depth × columns matrix. */
export function multiply(a: Float32Array, b: Float64Array | Float32Array, rows: number, depth: number, columns: number): Float64Array {
  const width = 8 * Math.ceil(columns / 8);
  return denseProduct(
    rows,
    depth,
    columns,
    (target, from, count) => {
      for (let i = 0; i < rows; i++) target.set(a.subarray(i * depth + from, i * depth + from + count), i * DEPTH);
    },
    (target, from, count) => {
      for (let k = 0; k < count; k++) target.set(b.subarray((from + k) * columns, (from + k + 1) * columns), k * width);
    },
  );
}
