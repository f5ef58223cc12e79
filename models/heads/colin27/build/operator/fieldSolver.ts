import type { ConductorShell } from '../../../../../src/physics/boundaryElements/conductorShell';
import type { Dipoles } from '../../../../../src/physics/dipoles';
import { cachedFields } from './cachedFields';
import { DensePool } from './densePool';

/** Solves for fields on one set of shells; the matrix is factored when the first field is not in the cache. */
export class FieldSolver {
  readonly #shells: readonly ConductorShell[];
  readonly #checksum: string;
  readonly #report: (text: string) => void;
  #pool: DensePool | undefined;

  constructor(shells: readonly ConductorShell[], checksum: string, report: (text: string) => void) {
    this.#shells = shells;
    this.#checksum = checksum;
    this.#report = report;
  }

  /** Total field per unit rate: row-major, three rows per point, one column per set of dipoles. `what` names them in the progress. */
  fields(what: string, dipoles: readonly Dipoles[], points: Float64Array): Promise<Float32Array> {
    return cachedFields(this.#checksum, dipoles, points, async () => {
      this.#pool ??= await DensePool.create(this.#shells, this.#report);
      const start = performance.now();
      return this.#pool.fields(dipoles, points, (done) => {
        const left = ((performance.now() - start) / done) * (dipoles.length - done);
        this.#report(`${done} of ${dipoles.length} ${what}, ${(left / 1000).toFixed(0)} s left`);
      });
    });
  }

  async close(): Promise<void> {
    await this.#pool?.close();
  }
}
