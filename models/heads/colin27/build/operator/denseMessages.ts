import type { ConductorShell } from '../../../../../src/physics/boundaryElements/conductorShell';
import type { Dipoles } from '../../../../../src/physics/dipoles';
import type { DenseLayout } from './denseLayout';

/** What every thread gets once: the shared memory and the shells. */
export interface DenseSetup {
  readonly memory: WebAssembly.Memory;
  readonly index: number;
  readonly count: number;
  readonly shells: readonly ConductorShell[];
}

/** One step of the work; every thread does its share and answers when it is done. */
export type DenseTask =
  | { readonly kind: 'assemble' }
  | { readonly kind: 'factor' }
  | { readonly kind: 'solve'; readonly dipoles: readonly Dipoles[] }
  | {
      readonly kind: 'field';
      readonly dipoles: readonly Dipoles[];
      /** Stride 3 [m]. */
      readonly points: Float64Array;
      /** Row-major, three rows per point, `columns` wide; the batch starts at `column`. */
      readonly out: Float32Array<SharedArrayBuffer>;
      readonly columns: number;
      readonly column: number;
    };

export interface DenseRequest {
  readonly layout: DenseLayout;
  readonly task: DenseTask;
}
