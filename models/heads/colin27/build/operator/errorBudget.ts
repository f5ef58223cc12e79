import { COIL_IDS, coilById } from '../../../../../src/coil/coilLibrary';
import type { Sourced } from '../../../../../src/core/sourced';
import convergence from './convergence.json';
import type { OperatorErrors } from './measureErrors';
import type { MeanAndWorst } from './relativeErrors';

/** What the interface shows about the accuracy of the realistic head; written beside the operator as operator.json. */
export interface ErrorBudget {
  readonly [entry: string]: Sourced<number>;
}

export const computed = (value: number, note: string, unit = '1'): Sourced<number> => ({
  value: Number(value.toPrecision(3)),
  unit,
  source: 'head-builder',
  verification: 'computed',
  note,
});

/** Every part as a relative error (L2 norm of the field vectors over the cortex, weighted by area), with how it was measured. */
export function errorBudget(errors: OperatorErrors, fileBytes: number): ErrorBudget {
  const poses = `${errors.poses} random poses of the nine coils that were shipped when the operator was built, none of them in the training set`;
  const refined = `${convergence.poses} coils over the left motor cortex, casing 4 mm from the scalp: 3×5120 facets against the same shells with the 768 facets of each that lie nearest to the coil halved (the edges of 3×20480), times 4/3 for the limit of second-order convergence`;
  const pair = (name: string, value: MeanAndWorst, how: string): [string, Sourced<number>][] => [
    [`${name}Mean`, computed(value.mean, `Mean over ${how}`)],
    [`${name}Worst`, computed(value.worst, `Largest of ${how}`)],
  ];
  return Object.fromEntries([
    ['coilDiscretization', coilDiscretization()],
    ...pair(
      'modes',
      errors.modes,
      `${poses}: modes through the sensor matrix against boundary elements, both sampled from the grid, whole cortex`,
    ),
    ...pair(
      'gridDeep',
      errors.gridDeep,
      `${poses}: boundary elements sampled from the grid against boundary elements at the point, 6 mm and more below the inner skull`,
    ),
    ...pair('gridCortex', errors.gridCortex, `${poses}: the same over the whole cortex`),
    ...pair(
      'totalDeep',
      errors.totalDeep,
      `${poses}: modes sampled from the grid against boundary elements at the point, 6 mm and more below the inner skull`,
    ),
    ...pair('totalCortex', errors.totalCortex, `${poses}: the same over the whole cortex`),
    ...pair('boundaryElementsDeep', toLimit(convergence.deep), `${refined}, 6 mm and more below the inner skull`),
    ...pair('boundaryElementsCortex', toLimit(convergence.cortex), `${refined}, whole cortex`),
    ['fileBytes', computed(fileBytes, 'operator.bin', 'B')],
  ] as [string, Sourced<number>][]);
}

/** Taken from the coil files, which hold it per coil. */
function coilDiscretization(): Sourced<number> {
  const largest = Math.max(...COIL_IDS.map((id) => coilById(id).dipoleApproximation?.error.value ?? Number.NaN));
  return computed(
    largest,
    'Largest over the shipped coils of dipoleApproximation.error: dipoles against the dense winding, over a cortical cap in the sphere',
  );
}

/** Halving once more leaves a quarter of the error, so the difference is three quarters of it. */
const toLimit = ({ mean, worst }: MeanAndWorst): MeanAndWorst => ({ mean: (4 / 3) * mean, worst: (4 / 3) * worst });
