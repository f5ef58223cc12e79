import { corticalAreas } from '../../../../../src/head/corticalAreas';
import type { Dipoles } from '../../../../../src/physics/dipoles';
import { createFoldedEngine } from '../../../../../src/physics/folded/foldedEngine';
import { createModesEngine } from '../../../../../src/physics/modes/modesEngine';
import { readKernels } from '../../../../../src/physics/wasm/readKernels';
import { applyTensors } from './fitTensors';
import type { MadeRows } from './makeRows';
import { smoothFields } from './smoothFields';
import type { FoldedFields } from './solveFolded';

export interface MeanAndWorst {
  readonly mean: number;
  readonly worst: number;
  readonly poses: number;
}

/** Relative L2 errors over the cortex, weighted by area, of test poses; vertices without grey matter are left out. */
export interface RowErrors {
  /** Three shells against voxels of 0.5 mm. */
  readonly threeShells: MeanAndWorst;
  /** The rows against what they store: voxels of 1 mm with the correction. */
  readonly rowsSolver: MeanAndWorst;
  /** End to end: the rows against voxels of 0.5 mm. */
  readonly rowsFine: MeanAndWorst;
  /** Voxels of 1 mm, without and with the correction, against 0.5 mm. */
  readonly coarseFine: MeanAndWorst;
  readonly correctedFine: MeanAndWorst;
}

export async function measureRows(fields: FoldedFields, { rows, correction }: MadeRows): Promise<RowErrors> {
  const { surfaces, operator, test, coarse, fine, vertices } = fields;
  const positions = surfaces.cortex.positions;
  const areas = Float64Array.from(corticalAreas(surfaces.cortex), (area, v) => (vertices.missing[v] ? 0 : area));
  const modes = await createModesEngine(operator, readKernels('fieldKernels'));
  const engine = createFoldedEngine(modes, rows, positions);
  const computed = (sets: readonly Dipoles[]): Float32Array[] =>
    sets.map((dipoles) => {
      modes.evaluate(dipoles);
      return engine.evaluate().slice();
    });
  const ours = computed(test);
  const corrected = coarse.test.map((field) => applyTensors(correction, 3, field));
  return {
    threeShells: errors(smoothFields(fields, test, positions), fine.test, areas),
    rowsSolver: errors(ours, corrected, areas),
    rowsFine: errors(ours, fine.test, areas),
    coarseFine: errors(coarse.test, fine.test, areas),
    correctedFine: errors(corrected, fine.test, areas),
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
