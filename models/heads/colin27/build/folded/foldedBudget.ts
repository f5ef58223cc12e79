import type { Sourced } from '../../../../../src/core/sourced';
import { GRID_TISSUES, type GridTissue } from '../../../../../src/physics/folded/tissueGrid';
import { computed } from '../operator/errorBudget';
import type { MeanAndWorst, RowErrors } from './measureRows';

/** What a block is called in a sentence. */
const NAMES: Readonly<Record<GridTissue, string>> = { white: 'white matter', grey: 'grey matter', csf: 'fluid' };

/** What the interface shows about the accuracy of the folded cortex; written beside the rows as folded.json. */
export function foldedBudget(
  errors: RowErrors & Partial<Record<GridTissue, MeanAndWorst>>,
  fileBytes: number,
): Readonly<Record<string, Sourced<number>>> {
  const pair = (name: string, { mean, worst, poses }: MeanAndWorst, how: string): [string, Sourced<number>][] =>
    poses === 0
      ? []
      : [
          [`${name}Mean`, computed(mean, `Mean over ${poses} random poses of all shipped coils, none of them in the training set: ${how}`)],
          [
            `${name}Worst`,
            computed(worst, `Largest of ${poses} random poses of all shipped coils, none of them in the training set: ${how}`),
          ],
        ];
  return Object.fromEntries([
    ...pair('threeShells', errors.threeShells, 'three shells against five tissues in voxels of 0.5 mm, over the cortex'),
    ...pair('rowsSolver', errors.rowsSolver, 'rows against voxels of 1 mm with the correction from 0.5 mm, over the cortex'),
    ...pair('rowsFine', errors.rowsFine, 'rows against voxels of 0.5 mm, over the cortex'),
    ...pair('coarseFine', errors.coarseFine, 'voxels of 1 mm against voxels of 0.5 mm, over the cortex'),
    ...pair('correctedFine', errors.correctedFine, 'voxels of 1 mm with the correction against voxels of 0.5 mm, over the cortex'),
    ...GRID_TISSUES.flatMap((tissue) => {
      const error = errors[tissue];
      return error ? pair(`${tissue}Blocks`, error, `blocks of 2 mm against voxels of 1 mm in ${NAMES[tissue]}, all blocks alike`) : [];
    }),
    ['fileBytes', computed(fileBytes, 'Size of folded.bin', 'B')],
  ]);
}
