import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ConductorShell } from '../../../../../src/physics/boundaryElements/conductorShell';
import type { Dipoles } from '../../../../../src/physics/dipoles';
import { createSharedMemory } from './denseKernels';
import { BATCH, type DenseLayout, planLayout } from './denseLayout';
import type { DenseRequest, DenseSetup, DenseTask } from './denseMessages';

/** Starts a TypeScript worker in a process run by tsx, whose loader Node does not hand on to threads. */
const BOOT = `const { workerData } = require('node:worker_threads');
import(workerData.loader).then(({ register }) => { register(); return import(workerData.file); });`;

/** Threads that hold the factored matrix of a set of shells and solve for many coil poses at a time. */
export class DensePool {
  readonly #workers: Worker[];
  readonly #layout: DenseLayout;

  private constructor(workers: Worker[], layout: DenseLayout) {
    this.#workers = workers;
    this.#layout = layout;
  }

  /** Builds and factors the matrix; the number of facets must be a multiple of 128. */
  static async create(
    shells: readonly ConductorShell[],
    report: (text: string) => void,
    threads = availableParallelism(),
  ): Promise<DensePool> {
    const memory = createSharedMemory();
    const workers = Array.from({ length: threads }, (_, index) => {
      const setup: DenseSetup = { memory, index, count: threads, shells };
      const workerData = { setup, loader: import.meta.resolve('tsx/esm/api'), file: new URL('./denseWorker.ts', import.meta.url).href };
      const worker = new Worker(BOOT, { eval: true, workerData });
      worker.setMaxListeners(0);
      return worker;
    });
    const pool = new DensePool(workers, planLayout(shells, threads));
    await pool.#run({ kind: 'assemble' });
    report('matrix assembled');
    await pool.#run({ kind: 'factor' });
    report('matrix factored');
    return pool;
  }

  /**
   * Total field per unit rate at the points for every set of dipoles: row-major, three rows per point, one column per set.
   * `progress` gets the number of finished sets.
   */
  async fields(dipoles: readonly Dipoles[], points: Float64Array, progress?: (done: number) => void): Promise<Float32Array> {
    const columns = dipoles.length;
    const out = new Float32Array(new SharedArrayBuffer(4 * points.length * columns));
    for (let column = 0; column < columns; column += BATCH) {
      const batch = dipoles.slice(column, column + BATCH);
      await this.#run({ kind: 'solve', dipoles: batch });
      await this.#run({ kind: 'field', dipoles: batch, points, out, columns, column });
      progress?.(Math.min(columns, column + BATCH));
    }
    return out;
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  async #run(task: DenseTask): Promise<void> {
    const request: DenseRequest = { layout: this.#layout, task };
    await Promise.all(
      this.#workers.map(
        (worker) =>
          new Promise<void>((resolve, reject) => {
            worker.once('error', reject);
            worker.once('message', () => {
              worker.off('error', reject);
              resolve();
            });
            worker.postMessage(request);
          }),
      ),
    );
  }
}
