import { readKernels } from '../../../../../src/physics/wasm/readKernels';

/** The exports of src/physics/wasm/assembly/denseKernels.ts; pointers are byte offsets into the shared memory. */
export interface DenseKernels {
  packStrips(source: number, ldSource: number, depth: number, columns: number, packed: number): void;
  multiplyPacked(
    a: number,
    ldA: number,
    packed: number,
    c: number,
    ldC: number,
    rows: number,
    columns: number,
    depth: number,
    sign: number,
  ): void;
  factorBlock(a: number, ldA: number, size: number): void;
  solveLower(block: number, ldBlock: number, size: number, b: number, ldB: number, columns: number): void;
  solveUpper(block: number, ldBlock: number, size: number, b: number, ldB: number, columns: number): void;
  solveUpperRight(block: number, ldBlock: number, size: number, b: number, ldB: number, rows: number): void;
}

const PAGE = 65_536;

/** The whole 4 GiB address space may be used; pages are committed when they are touched. */
export const createSharedMemory = (): WebAssembly.Memory => new WebAssembly.Memory({ initial: 65_535, maximum: 65_536, shared: true });

/** First byte that is free for data; the page below holds the barrier. */
export const FIRST_FREE_BYTE = PAGE;

export function instantiateDenseKernels(memory: WebAssembly.Memory): DenseKernels {
  const module = new WebAssembly.Module(readKernels('denseKernels'));
  return new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as DenseKernels;
}
