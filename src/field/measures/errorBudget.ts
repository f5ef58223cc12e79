import folded from '../../../models/heads/colin27/folded.json';
import slopes from '../../../models/heads/colin27/foldedSlopes.json';
import measured from '../../../models/heads/colin27/operator.json';
import type { CoilDescription } from '../../coil/coilDescription';
import type { Sourced } from '../../core/sourced';
import type { FieldModel } from '../../state/choices';

/** One part of how far the shown field is from the exact field of the model it stands for; relative L2 norms. */
export interface ErrorPart {
  readonly name: string;
  readonly mean: Sourced<number>;
  /** The largest that was met; absent where there is one value only. */
  readonly worst?: Sourced<number>;
}

type Entries = Readonly<Record<string, Sourced<number>>>;
const ofOperator = measured as unknown as Entries;
const ofRows = folded as unknown as Entries;
const ofSlopes = slopes as unknown as Entries;

/**
 * Error budget of a head for a coil, measured by its builder over the whole cortex; empty for closed forms. The modes of the three shells are
 * measured for every coil of the library by itself; an own coil is told what was found for those that the modes were trained on. It says nothing of what the model leaves out
 * (`leftOut`).
 */
export function errorBudget(coil: CoilDescription, model: FieldModel): ErrorPart[] {
  const parts = model === 'folded' ? foldedParts() : model === 'modes' ? shellParts(coil) : [];
  const own = coil.dipoleApproximation?.error;
  return own && parts.length > 0 ? [{ name: `${coil.name} as dipoles`, mean: own }, ...parts] : parts;
}

const shellParts = (coil: CoilDescription): ErrorPart[] => [
  {
    name: 'Modes in place of direct boundary elements',
    mean: ofOperator[`modesMean ${coil.id}`] ?? ofOperator.modesMean,
    worst: ofOperator[`modesWorst ${coil.id}`] ?? ofOperator.modesWorst,
  },
  { name: 'The 5 mm grid', mean: ofOperator.gridCortexMean, worst: ofOperator.gridCortexWorst },
  {
    name: 'Boundary elements, 3 × 5120 facets',
    mean: ofOperator.boundaryElementsCortexMean,
    worst: ofOperator.boundaryElementsCortexWorst,
  },
];

const foldedParts = (): ErrorPart[] => [
  { name: 'Rows in place of a solution on 0.5 mm voxels', mean: ofRows.rowsFineMean, worst: ofRows.rowsFineWorst },
  { name: 'of which: few patterns, rounded', mean: ofRows.rowsSolverMean, worst: ofRows.rowsSolverWorst },
  { name: 'of which: the correction from 1 mm voxels', mean: ofRows.correctedFineMean, worst: ofRows.correctedFineWorst },
];

/** What no part of the budget counts, since the model leaves it out or takes it as given. */
export interface LeftOut {
  /** Sentence parts around the share, where one is known. */
  readonly before: string;
  readonly share?: Sourced<number>;
  readonly after: string;
}

export const leftOut = (model: FieldModel): LeftOut =>
  model === 'folded'
    ? {
        before:
          'Not counted, and larger than all of these: where the borders of the tissues were drawn in the scan (half a millimeter of that between gray matter and fluid changes the field over the cortex by ',
        share: ofSlopes.pialBorderMean,
        after: '). Left out: fiber directions in white matter, vessels and membranes, the layers of the skull.',
      }
    : {
        before: 'Left out, and larger than all of these: the folds of the cortex and the fluid over them (on this head ',
        share: ofRows.threeShellsMean,
        after: ' over the cortex), white matter and its fiber directions, the layers of the skull.',
      };
