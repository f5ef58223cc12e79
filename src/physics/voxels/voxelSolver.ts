import type { Dipoles } from '../dipoles';
import { type Convergence, type SolveOptions, solveByGradients } from './conjugateGradients';
import { type GridKernels, POTENTIAL_UNIT } from './gridKernels';
import { gridLevels, rowOf } from './gridLevel';
import { createTwinKernels } from './twinKernels';
import type { VoxelGrid } from './voxelGrid';
import { createWasmKernels } from './wasmKernels';

/** Potentials of up to `lanes` coils on the nodes of a grid; overwritten by the next solution. */
export interface Potentials extends Convergence {
  /** Element × lanes + lane; times `unit` in V per A/s. */
  readonly values: Float32Array | Float64Array;
  readonly lanes: number;
  readonly unit: number;
}

/** Solves div σ (∂A/∂t + grad φ) = 0 on one voxel grid for coil after coil. */
export interface VoxelSolver {
  readonly backend: 'wasm' | 'typescript';
  /** Coils that are solved together. */
  readonly lanes: number;
  /** Stored nodes. */
  readonly nodeCount: number;
  /** Element of node (i, j, k) in the potentials, or -1 where it does not conduct. */
  elementOf(i: number, j: number, k: number): number;
  /** Potentials per unit rate for at most `lanes` sets of dipoles (head frame, outside the conductor). */
  solve(coils: readonly Dipoles[], options?: SolveOptions): Promise<Potentials>;
}

/** Share of the work that the right-hand sides take. */
const SOURCE_SHARE = 0.2;

/**
 * Scalar-potential finite differences (Dawson & Stuchly 1996; Laakso & Hirata 2012, doi 10.1088/0031-9155/57/23/7753) on a grid, in WebAssembly where
 * `kernels` (the bytes of voxelKernels.wasm) are given and the platform has SIMD, else in TypeScript.
 */
export async function createVoxelSolver(grid: VoxelGrid, kernels: BufferSource | null): Promise<VoxelSolver> {
  const wasm = kernels && (await createWasmKernels(gridLevels(grid), grid, kernels));
  return solverOf(wasm ?? createTwinKernels(gridLevels(grid), grid), grid);
}

function solverOf(kernels: GridKernels, { spacing }: VoxelGrid): VoxelSolver {
  const { finest, lanes } = kernels;
  return {
    backend: kernels.backend,
    lanes,
    nodeCount: finest.count,
    elementOf(i, j, k) {
      const row = rowOf(finest, j, k);
      return i >= finest.from[row] && i < finest.to[row] ? finest.base[row] + i : -1;
    },
    async solve(coils, { progress, signal, ...options } = {}) {
      if (coils.length > lanes) throw new Error(`at most ${lanes} coils are solved together, not ${coils.length}`);
      kernels.clear();
      for (const [lane, dipoles] of coils.entries()) {
        await kernels.source(lane, dipoles, async (share) => {
          await progress?.((SOURCE_SHARE * (lane + share)) / coils.length);
          signal?.throwIfAborted();
        });
      }
      const convergence = await solveByGradients(kernels, {
        ...options,
        signal,
        progress: (share) => progress?.(SOURCE_SHARE + (1 - SOURCE_SHARE) * share),
      });
      return { ...convergence, values: kernels.solution(), lanes, unit: POTENTIAL_UNIT * spacing };
    },
  };
}
