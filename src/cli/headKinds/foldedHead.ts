import { crc32 } from '../../core/crc32';
import { inputError } from '../../core/inputError';
import { createFieldGrid } from '../../field/grid/fieldGrid';
import { tissueAt, tissueFieldAt } from '../../field/grid/tissueField';
import type { Surface } from '../../head/surface';
import { createFoldedEngine } from '../../physics/folded/foldedEngine';
import { readTissueGrid } from '../../physics/folded/gridFile';
import { readRows } from '../../physics/folded/rowsFile';
import { createModesEngine } from '../../physics/modes/modesEngine';
import { readOperator } from '../../physics/modes/readOperator';
import { readKernels } from '../../physics/wasm/readKernels';
import { createSurfaceQueries } from '../../placement/scalpQueries';
import type { HeadField } from './headKind';
import { refuseDipolesInside } from './shellsHead';

/** Points this near to the cortical surface are read from its rows, as the page's cortex is; deeper ones from the blocks of 2 mm, as its cuts are. Meters. */
const ON_CORTEX = 1e-3;

/** The surfaces and files of a head that its folded cortex is computed from. */
export interface FoldedFiles {
  readonly scalp: Surface;
  readonly innerSkull: Surface;
  readonly cortex: Surface;
  /** Reads a file of the head by its name. */
  readonly read: (name: string) => Uint8Array;
}

/** The five tissues of a shipped head. Points that lie in no tissue of the brain and in no fluid around it are refused by index. */
export async function foldedHead({ scalp, innerSkull, cortex, read }: FoldedFiles): Promise<HeadField> {
  const kernels = readKernels('fieldKernels');
  const operatorFile = read('operator.bin');
  const engine = await createModesEngine(await readOperator(operatorFile, 'operator.bin', kernels), kernels);
  const rows = readRows(read('folded.bin'), 'folded.bin');
  const blocks = readTissueGrid(read('foldedGrid.bin'), 'foldedGrid.bin');
  for (const [name, { operator }] of [['folded.bin', rows.provenance] as const, ['foldedGrid.bin', blocks.provenance] as const])
    if (operator !== crc32(operatorFile)) throw inputError(name, 'belong to the operator of this head', 'one of another');
  const folded = createFoldedEngine(engine, rows, cortex.positions);
  const queries = createSurfaceQueries(cortex);
  const grid = createFieldGrid(innerSkull);
  return {
    electricField(dipoles, points) {
      refuseDipolesInside(scalp, dipoles);
      const onCortex = Array.from({ length: points.length / 3 }, (_, p) => {
        const point = [points[3 * p], points[3 * p + 1], points[3 * p + 2]] as const;
        const near = Math.abs(queries.closest(point).distance) <= ON_CORTEX;
        if (!near && !tissueAt(blocks, point))
          throw inputError(`points[${p}]`, 'lie in the brain or the fluid around it', point.join(', '));
        return near;
      });
      const nodes = engine.evaluate(dipoles);
      const [nx, ny, nz] = grid.dimensions;
      const values = new Float32Array(3 * nx * ny * nz);
      grid.nodes.forEach((place, n) => {
        values.set(nodes.subarray(3 * n, 3 * n + 3), 3 * place);
      });
      const inside = tissueFieldAt(blocks, grid, values, points);
      const vertices = folded.evaluate();
      const out = Float64Array.from(inside);
      onCortex.forEach((near, p) => {
        if (near) out.set(queries.valueAt(vertices, [points[3 * p], points[3 * p + 1], points[3 * p + 2]]), 3 * p);
      });
      return out;
    },
  };
}
