import type { GridKernels } from './gridKernels';

/** Symmetric sweeps on the coarsest level. */
const COARSEST_SWEEPS = 30;

export interface SolveOptions {
  /** Ends the iteration where the preconditioned residual has fallen to this part of its start (energy norm). */
  readonly tolerance?: number;
  readonly mostIterations?: number;
  /** Called between parts of the work with the finished share; may wait, so that a page stays alive. */
  readonly progress?: (share: number) => void | Promise<void>;
  /** Ends the work with its reason. */
  readonly signal?: AbortSignal;
}

export const DEFAULT_TOLERANCE = 2e-4;
export const MOST_ITERATIONS = 16;

/** Iterations that were made and the residual that is left, as a part of the first, per lane. */
export interface Convergence {
  readonly iterations: number;
  readonly residual: Float64Array;
}

/**
 * Solves A x = r for all lanes by conjugate gradients, preconditioned with one multigrid V-cycle (one Gauss-Seidel sweep down, its mirror up). In single precision
 * this needs two precautions: the constant, which A does not see, is taken out of every preconditioned residual, and the direction follows
 * Polak and Ribière, which forgives a preconditioner that rounding made unsymmetric. Without them it stalls at 3e-4 and grows.
 */
export async function solveByGradients(
  kernels: GridKernels,
  { tolerance = DEFAULT_TOLERANCE, mostIterations = MOST_ITERATIONS, progress, signal }: SolveOptions,
): Promise<Convergence> {
  const { lanes } = kernels;
  const { conducting } = kernels.finest;
  let rz = new Float64Array(lanes);
  let first = new Float64Array(lanes);
  let alpha = new Float64Array(lanes);
  for (let iteration = 0; ; iteration++) {
    precondition(kernels);
    const sums = kernels.sums();
    const mean = sums.z.map((sum) => sum / conducting);
    // Dot products with z less its mean.
    const next = sums.rz.map((sum, lane) => sum - mean[lane] * sums.r[lane]);
    const qz = sums.qz.map((sum, lane) => sum - mean[lane] * sums.q[lane]);
    const beta = rz.map((before, lane) => (before > 0 ? (-alpha[lane] * qz[lane]) / before : 0));
    rz = next;
    if (iteration === 0) first = next;
    const residual = rz.map((value, lane) => (first[lane] > 0 ? Math.sqrt(Math.max(0, value) / first[lane]) : 0));
    const worst = Math.max(...residual);
    await progress?.(iteration === 0 ? 0 : Math.min(1, Math.max(Math.log(worst) / Math.log(tolerance), iteration / mostIterations)));
    signal?.throwIfAborted();
    if (worst <= tolerance || iteration === mostIterations) return { iterations: iteration, residual };
    kernels.turn(beta, mean);
    const pq = kernels.applyMatrix();
    alpha = rz.map((value, lane) => (pq[lane] > 0 ? value / pq[lane] : 0));
    kernels.step(alpha);
  }
}

/** z = one V-cycle for A z = r. */
function precondition(kernels: GridKernels): void {
  const coarsest = kernels.levelCount - 1;
  for (let level = 0; level < coarsest; level++) {
    kernels.smoothFromZero(level);
    kernels.restrictResidual(level);
  }
  kernels.centerCoarsest();
  kernels.smoothFromZero(coarsest);
  kernels.smoothBackward(coarsest);
  for (let sweep = 1; sweep < COARSEST_SWEEPS; sweep++) {
    kernels.smoothForward(coarsest);
    kernels.smoothBackward(coarsest);
  }
  for (let level = coarsest - 1; level >= 0; level--) {
    kernels.prolong(level);
    kernels.smoothBackward(level);
  }
}
