import measured from '../../../models/heads/colin27/operator.json';
import type { CoilDescription } from '../../coil/coilDescription';
import type { Sourced } from '../../core/sourced';

/** One part of how far the shown field is from the exact field of the model it stands for; relative L2 norms. */
export interface ErrorPart {
  readonly name: string;
  readonly mean: Sourced<number>;
  /** The largest that was met; absent where there is one value only. */
  readonly worst?: Sourced<number>;
}

const entries = measured as unknown as Readonly<Record<string, Sourced<number>>>;

/**
 * Error budget of the realistic head for a coil, measured by the builder of the operator over the whole cortex. The modes are
 * measured for every coil of the library by itself; an own coil is told what was found for those that the modes were trained on. It says nothing of what the model leaves out: the folded boundary of the grey matter is larger than all of it.
 */
export function errorBudget(coil: CoilDescription): ErrorPart[] {
  const parts: ErrorPart[] = [
    {
      name: 'Modes in place of direct boundary elements',
      mean: entries[`modesMean ${coil.id}`] ?? entries.modesMean,
      worst: entries[`modesWorst ${coil.id}`] ?? entries.modesWorst,
    },
    { name: 'The 5 mm grid', mean: entries.gridCortexMean, worst: entries.gridCortexWorst },
    { name: 'Boundary elements, 3 × 5120 facets', mean: entries.boundaryElementsCortexMean, worst: entries.boundaryElementsCortexWorst },
  ];
  const own = coil.dipoleApproximation?.error;
  return own ? [{ name: `${coil.name} as dipoles`, mean: own }, ...parts] : parts;
}
