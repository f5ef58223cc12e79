import { waitForAll } from './barrier';
import type { DenseKernels } from './denseKernels';

/** Rows and columns per step of the factorization. */
export const BLOCK = 128;

/** Rows that share a pass over a packed panel: 64 rows × 128 columns of L stay in the second-level cache. */
const ROWS_PER_PASS = 64;

/** What one of several threads needs to work on the shared matrix. */
export interface DenseThread {
  readonly kernels: DenseKernels;
  readonly index: number;
  readonly count: number;
  readonly barrier: Int32Array;
}

/** Smallest multiple of the block that holds `n`; the matrix is padded to it with the identity. */
export const paddedSize = (n: number): number => BLOCK * Math.ceil(n / BLOCK);

/**
 * LU factors of the size × size single-precision matrix at `matrix`, in place, all threads together, without pivoting: the charge equation is
 * of the second kind, its blocks stay well conditioned (the builder prints the residual). Right-looking, `panel` is room for
 * BLOCK × size packed values. 15360²: 2.4e12 operations.
 */
export function factorMatrix(thread: DenseThread, matrix: number, size: number, panel: number, progress?: (done: number) => void): void {
  const { kernels, index, count, barrier } = thread;
  const at = (row: number, column: number): number => matrix + 4 * (row * size + column);
  const blocks = size / BLOCK;
  for (let k = 0; k < blocks; k++) {
    const start = k * BLOCK;
    const next = start + BLOCK;
    if (index === 0) kernels.factorBlock(at(start, start), size, BLOCK);
    waitForAll(barrier, count);
    const rest = blocks - k - 1;
    const from = next + BLOCK * Math.floor((rest * index) / count);
    const to = next + BLOCK * Math.floor((rest * (index + 1)) / count);
    if (to > from) {
      kernels.solveLower(at(start, start), size, BLOCK, at(start, from), size, to - from);
      kernels.packStrips(at(start, from), size, BLOCK, to - from, panel + 4 * BLOCK * (from - next));
    }
    waitForAll(barrier, count);
    for (let block = k + 1 + ((index + k) % count); block < blocks; block += count) {
      kernels.solveUpperRight(at(start, start), size, BLOCK, at(block * BLOCK, start), size, BLOCK);
      for (let row = block * BLOCK; row < (block + 1) * BLOCK; row += ROWS_PER_PASS) {
        kernels.multiplyPacked(at(row, start), size, panel, at(row, next), size, ROWS_PER_PASS, size - next, BLOCK, -1);
      }
    }
    waitForAll(barrier, count);
    progress?.((k + 1) / blocks);
  }
}

/**
 * Solves L U X = B in place for the columns `from … to-1` of B (size × ldB, both multiples of 8). `scratch` is room for BLOCK × COLUMNS_PER_PASS.
 */
export function solveFactored(
  kernels: DenseKernels,
  matrix: number,
  size: number,
  b: number,
  ldB: number,
  from: number,
  to: number,
  scratch: number,
): void {
  const at = (row: number, column: number): number => matrix + 4 * (row * size + column);
  for (let column = from; column < to; column += COLUMNS_PER_PASS) {
    const width = Math.min(COLUMNS_PER_PASS, to - column);
    const rhs = (row: number): number => b + 4 * (row * ldB + column);
    for (let row = 0; row < size; row += BLOCK) {
      kernels.solveLower(at(row, row), size, BLOCK, rhs(row), ldB, width);
      const below = row + BLOCK;
      if (below === size) break;
      kernels.packStrips(rhs(row), ldB, BLOCK, width, scratch);
      kernels.multiplyPacked(at(below, row), size, scratch, rhs(below), ldB, size - below, width, BLOCK, -1);
    }
    for (let row = size - BLOCK; row >= 0; row -= BLOCK) {
      kernels.solveUpper(at(row, row), size, BLOCK, rhs(row), ldB, width);
      if (row === 0) break;
      kernels.packStrips(rhs(row), ldB, BLOCK, width, scratch);
      kernels.multiplyPacked(at(0, row), size, scratch, rhs(0), ldB, row, width, BLOCK, -1);
    }
  }
}

/** Right-hand sides per pass over the factors: the packed block of 128 KB stays in the cache. */
export const COLUMNS_PER_PASS = 256;
