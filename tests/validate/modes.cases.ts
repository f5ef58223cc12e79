import { errorsByCoil } from '../../models/heads/colin27/build/operator/coilErrors';
import { COIL_TEST, coilTestPoses } from '../../models/heads/colin27/build/operator/coilTestPoses';
import finer from '../../models/heads/colin27/build/operator/convergence.json';
import { FieldSolver } from '../../models/heads/colin27/build/operator/fieldSolver';
import { readHeadSurfaces } from '../../models/heads/colin27/build/operator/headShells';
import { measureErrors } from '../../models/heads/colin27/build/operator/measureErrors';
import type { MeanAndWorst } from '../../models/heads/colin27/build/operator/relativeErrors';
import { selfConvergence } from '../../models/heads/colin27/build/operator/selfConvergence';
import { COIL_IDS, coilById } from '../../src/coil/coilLibrary';
import { createFieldGrid } from '../../src/field/grid/fieldGrid';
import { headConductorShells } from '../../src/physics/boundaryElements/headConductorShells';
import { readOperator } from '../../src/physics/modes/readOperator';
import { readKernels } from '../../src/physics/wasm/readKernels';
import { readShippedOperator } from '../readShippedOperator';
import type { ValidationCase } from './validationCase';

export const title = 'Modes of the shipped head against boundary elements';
/** Factors the 15 360 equations and solves for all poses: about five minutes on two cores. */
export const long = true;

const FINER = 'stored: models/heads/colin27/build/operator/measureConvergence.ts, one pose per coil over the left motor cortex';

export async function modesCases(): Promise<ValidationCase[]> {
  const surfaces = await readHeadSurfaces();
  const shells = headConductorShells(surfaces);
  const operator = await readOperator(readShippedOperator(), 'operator.bin', readKernels('fieldKernels'));
  const solver = new FieldSolver(shells, surfaces.shellsChecksum, (text) => console.error(text));
  const placed = coilTestPoses(surfaces.displayScalp);
  const sets = placed.map((pose) => pose.dipoles);
  const errors = await measureErrors(operator, createFieldGrid(surfaces.innerSkull), surfaces, solver, sets);
  const direct = await solver.fields('poses on the cortex', sets, Float64Array.from(surfaces.cortex.positions));
  await solver.close();
  const one = Array.from(COIL_IDS, (_, i) => i * COIL_TEST.posesPerCoil);
  const convergence = selfConvergence(surfaces, sets, direct, sets.length, one);
  const poses = `${sets.length} random poses of the ${COIL_IDS.length} shipped coils, ${COIL_TEST.posesPerCoil} for each at the same places, 0-40 mm, tilted up to 30°, seed ${COIL_TEST.seed}`;
  const byCoil = errorsByCoil(
    placed.map((pose) => pose.coilId),
    errors.modesByPose,
  );
  return [
    ...limits('modes through W against boundary elements, both on the grid, whole cortex', errors.modes, 0.005, 0.015, poses),
    ...byCoil.flatMap(([id, error]) =>
      limits(`the same, ${coilById(id).name}`, error, 0.005, 0.02, `${COIL_TEST.posesPerCoil} poses of this coil, the same places for all`),
    ),
    ...limits('grid against boundary elements at the points, ≥ 6 mm below the inner skull', errors.gridDeep, 0.005, undefined, poses),
    ...limits('modes sampled from the grid, ≥ 6 mm below the inner skull', errors.totalDeep, 0.005, undefined, poses),
    ...limits('grid, whole cortex', errors.gridCortex, undefined, undefined, poses),
    ...limits('modes sampled from the grid, whole cortex', errors.totalCortex, undefined, undefined, poses),
    ...limits(
      'self-convergence from coarser shells (3×1280 to 3×5120, a third), ≥ 6 mm',
      convergence.deep,
      undefined,
      undefined,
      'one pose per coil',
    ),
    ...limits('self-convergence from coarser shells, whole cortex', convergence.cortex, undefined, undefined, 'one pose per coil'),
    ...limits(
      'self-convergence to finer shells (3×5120 to 3×20480 near the coil, 4/3), ≥ 6 mm',
      toLimit(finer.deep),
      0.005,
      undefined,
      FINER,
    ),
    ...limits('self-convergence to finer shells, whole cortex', toLimit(finer.cortex), 0.015, undefined, FINER),
  ];
}

/** Halving once more leaves a quarter of the error of second order, so the difference is three quarters of it. */
const toLimit = ({ mean, worst }: MeanAndWorst): MeanAndWorst => ({ mean: (4 / 3) * mean, worst: (4 / 3) * worst });

/** Mean and worst with their limits; without a limit the figure is printed only. */
function limits(name: string, value: MeanAndWorst, mean: number | undefined, worst: number | undefined, source: string): ValidationCase[] {
  const row = (what: string, computed: number, limit: number | undefined): ValidationCase => ({
    case: `${name}: ${what}`,
    expected: limit === undefined ? 'no limit' : `≤ ${limit}`,
    computed,
    unit: '1',
    relativeError: limit === undefined ? 0 : Math.max(0, computed / limit - 1),
    tolerance: 0,
    source,
  });
  return [row('mean', value.mean, mean), row('worst', value.worst, worst)];
}
