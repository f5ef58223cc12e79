import { corticalAreas } from '../../../../../src/head/corticalAreas';
import type { Dipoles } from '../../../../../src/physics/dipoles';
import { createFoldedEngine } from '../../../../../src/physics/folded/foldedEngine';
import type { FoldedRows } from '../../../../../src/physics/folded/foldedRows';
import { readKernels } from '../../../../../src/physics/wasm/readKernels';
import { smoothFields } from './makeRows';
import type { FoldedFields } from './solveFolded';

export interface MeanAndWorst {
  readonly mean: number;
  readonly worst: number;
  readonly poses: number;
}

/** Relative L2 errors over the cortex, weighted by area, of test poses; vertices without grey matter are left out. */
export interface RowErrors {
  /** Three shells against voxels of 1 mm, and the rows against voxels of 1 mm and of 0.5 mm; 1 mm against 0.5 mm. */
  readonly threeShells: MeanAndWorst;
  readonly rowsCoarse: MeanAndWorst;
  readonly rowsFine: MeanAndWorst;
  readonly coarseFine: MeanAndWorst;
}

export async function measureRows(fields: FoldedFields, rows: FoldedRows): Promise<RowErrors> {
  const { surfaces, operator, test, coarse, fine, vertices } = fields;
  const positions = surfaces.cortex.positions;
  const areas = Float64Array.from(corticalAreas(surfaces.cortex), (area, v) => (vertices.missing[v] ? 0 : area));
  const engine = await createFoldedEngine(operator, rows, positions, readKernels('fieldKernels'));
  const computed = (sets: readonly Dipoles[]): Float32Array[] => sets.map((dipoles) => engine.evaluate(dipoles).slice());
  const ours = computed(test);
  return {
    threeShells: errors(smoothFields(fields, test, positions), coarse.test, areas),
    rowsCoarse: errors(ours, coarse.test, areas),
    rowsFine: errors(ours, fine.test, areas),
    coarseFine: errors(coarse.test, fine.test, areas),
  };
}

/** Over the poses that both have. */
export function errors(values: readonly Float32Array[], references: readonly Float32Array[], areas: ArrayLike<number>): MeanAndWorst {
  const each = references.map((reference, pose) => {
    let [difference, size] = [0, 0];
    for (let c = 0; c < reference.length; c++) {
      const weight = areas[Math.floor(c / 3)];
      difference += weight * (values[pose][c] - reference[c]) ** 2;
      size += weight * reference[c] ** 2;
    }
    return Math.sqrt(difference / size);
  });
  return { mean: each.reduce((sum, value) => sum + value, 0) / each.length, worst: Math.max(...each), poses: each.length };
}
