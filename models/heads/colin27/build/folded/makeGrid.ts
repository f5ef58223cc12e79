import { GRID_TISSUES, type GridTissue, type TissueGrid } from '../../../../../src/physics/folded/tissueGrid';
import { tissueCode } from '../../../../../src/physics/voxels/tissues';
import { BLOCK } from './blockGrid';
import { applyTensors, fitTensors } from './fitTensors';
import { provenanceOf } from './makeRows';
import { errors, type MeanAndWorst } from './measureRows';
import { inverseSizes, smoothFields } from './smoothFields';
import type { FoldedFields } from './solveFolded';

const BUILDER = 'blocks of 2 mm from voxels of 1 mm, version 1';
/** The form itself is 6 to 8 % off: finer steps would only be larger. */
const TENSOR_STEP = 1 / 32;

export interface MadeGrid {
  readonly grid: TissueGrid;
  /** Against voxels of 1 mm on test poses, per tissue. */
  readonly errors: Readonly<Record<GridTissue, MeanAndWorst>>;
}

/** The tissue grid from the fields in blocks; null where they were not asked for. */
export function makeGrid(fields: FoldedFields): MadeGrid | null {
  if (!fields.grid) return null;
  const { blocks, points, codes, fields: inBlocks } = fields.grid;
  const smooth = smoothFields(fields, fields.training.slice(0, inBlocks.training.length), points);
  const fitted = fitTensors(smooth, inBlocks.training, inverseSizes(smooth));
  const rounded = Int16Array.from(fitted, (value) => Math.max(-32_768, Math.min(32_767, Math.round(value / TENSOR_STEP))));
  const shares = GRID_TISSUES.map((tissue) => {
    const first = codes.indexOf(tissueCode(tissue));
    return [tissue, rounded.slice(9 * first, 9 * (codes.lastIndexOf(tissueCode(tissue)) + 1))] as const;
  });
  const grid: TissueGrid = {
    origin: blocks.origin,
    spacing: BLOCK,
    dimensions: blocks.size,
    blocks: blocks.places,
    tensors: Object.fromEntries(shares) as Record<GridTissue, Int16Array>,
    tensorStep: TENSOR_STEP,
    provenance: provenanceOf(fields, BUILDER),
  };
  const steps = Float64Array.from(rounded, (value) => TENSOR_STEP * value);
  const test = smoothFields(fields, fields.test.slice(0, inBlocks.test.length), points).map((field) => applyTensors(steps, 3, field));
  const measured = GRID_TISSUES.map((tissue) => {
    const weights = Float64Array.from(codes, (code) => (code === tissueCode(tissue) ? 1 : 0));
    return [tissue, errors(test, inBlocks.test, weights)] as const;
  });
  return { grid, errors: Object.fromEntries(measured) as Record<GridTissue, MeanAndWorst> };
}
