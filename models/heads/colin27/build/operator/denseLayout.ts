import type { ConductorShell } from '../../../../../src/physics/boundaryElements/conductorShell';
import { FIRST_FREE_BYTE } from './denseKernels';
import { BLOCK } from './factorMatrix';

/** Right-hand sides that are worked on at a time. */
export const BATCH = 512;

/** Rows of point charges that are packed together: 256 × 8 columns stay in the first-level cache. */
export const DEPTH = 256;

/** Points whose kernel rows a thread holds at a time. */
export const POINTS_PER_CHUNK = 16;

/** Places of the shared arrays, as byte offsets. All are single precision and row-major. */
export interface DenseLayout {
  /** Facets: rows and columns of the matrix. */
  readonly size: number;
  readonly matrix: number;
  /** BLOCK × size. */
  readonly panel: number;
  /** size × batch: right-hand sides, then charges. */
  readonly charges: number;
  /** Point charges in blocks of DEPTH rows, each packed for `multiplyPacked`: sourceRows × batch. */
  readonly packed: number;
  /** Facets and vertices, rounded up to a multiple of DEPTH. */
  readonly sourceRows: number;
  /** 3 size × batch: densities at the corners of the facets. */
  readonly corners: number;
  /** One scratch area per thread, `scratchBytes` each. */
  readonly scratch: number;
  readonly scratchBytes: number;
  /** Right-hand sides per batch. */
  readonly batch: number;
}

/** Lays out the shared memory; the number of facets must be a multiple of 128. */
export function planLayout(shells: readonly ConductorShell[], threads: number): DenseLayout {
  const size = shells.reduce((sum, shell) => sum + shell.triangles.length / 3, 0);
  if (size % BLOCK !== 0) throw new Error(`The number of facets must be a multiple of ${BLOCK}.`);
  const vertices = shells.reduce((sum, shell) => sum + shell.vertices.length / 3, 0);
  const sourceRows = DEPTH * Math.ceil((size + vertices) / DEPTH);
  let next = FIRST_FREE_BYTE;
  const place = (values: number): number => {
    const start = next;
    next += 4 * values;
    return start;
  };
  const matrix = place(size * size);
  const panel = place(BLOCK * size);
  const charges = place(size * BATCH);
  const packed = place(sourceRows * BATCH);
  const corners = place(3 * size * BATCH);
  const scratchValues = Math.max(BLOCK * BATCH, 3 * POINTS_PER_CHUNK * (sourceRows + BATCH));
  const scratch = place(scratchValues * threads);
  if (next > 2 ** 32 - 2 ** 16) throw new Error('The shells have too many facets for 4 GB.');
  return { size, matrix, panel, charges, packed, sourceRows, corners, scratch, scratchBytes: 4 * scratchValues, batch: BATCH };
}
