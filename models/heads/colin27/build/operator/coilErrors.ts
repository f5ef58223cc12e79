import { COIL_IDS } from '../../../../../src/coil/coilLibrary';
import type { FieldGrid } from '../../../../../src/field/grid/fieldGrid';
import type { ModesOperator } from '../../../../../src/physics/modes/modesOperator';
import { COIL_TEST, coilTestPoses } from './coilTestPoses';
import { computed, type ErrorBudget } from './errorBudget';
import type { FieldSolver } from './fieldSolver';
import type { HeadSurfaces } from './headShells';
import { measureErrors } from './measureErrors';
import { type MeanAndWorst, meanAndWorst } from './relativeErrors';

const HOW = `${COIL_TEST.posesPerCoil} random poses of this coil at the same places as every other, none of them in the training set: modes through the sensor matrix against boundary elements, both sampled from the grid, whole cortex`;

/** Error of the modes for each coil, as entries of operator.json: the operator was trained on nine windings, and most coils are others. */
export async function coilErrors(
  operator: ModesOperator,
  grid: FieldGrid,
  surfaces: HeadSurfaces,
  solver: FieldSolver,
): Promise<ErrorBudget> {
  const poses = coilTestPoses(surfaces.displayScalp);
  const sets = poses.map((pose) => pose.dipoles);
  const { modesByPose } = await measureErrors(operator, grid, surfaces, solver, sets);
  return coilEntries(
    errorsByCoil(
      poses.map((pose) => pose.coilId),
      modesByPose,
    ),
  );
}

export const errorsByCoil = (coilOfPose: readonly string[], errors: Float64Array): (readonly [string, MeanAndWorst])[] =>
  COIL_IDS.map((id) => [id, meanAndWorst(errors.filter((_, pose) => coilOfPose[pose] === id))]);

const coilEntries = (errors: readonly (readonly [string, MeanAndWorst])[]): ErrorBudget =>
  Object.fromEntries(
    errors.flatMap(([id, { mean, worst }]) => [
      [`modesMean ${id}`, computed(mean, `Mean over ${HOW}`)],
      [`modesWorst ${id}`, computed(worst, `Largest of ${HOW}`)],
    ]),
  );
