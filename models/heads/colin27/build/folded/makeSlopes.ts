import { corticalAreas } from '../../../../../src/head/corticalAreas';
import {
  bendField,
  bendTensors,
  type FoldedSlopes,
  SLOPE_NUMBERS,
  SLOPE_TISSUES,
  type SlopeTissue,
} from '../../../../../src/physics/folded/foldedSlopes';
import { fitTensors } from './fitTensors';
import { fillFromNeighbors, neighborsOfMissing } from './makeRows';
import { errors, type MeanAndWorst } from './measureRows';
import { inverseSizes } from './smoothFields';
import { type Factors, ONES, type SlopeFields, type SolvedFactors } from './solveSlopes';

const STEP = 1 / 80;

/** Between half steps of √2 a slope is taken over this difference of the logarithms. */
const SPAN = Math.log(2);

/** The slopes from the solved fields, rounded. `rows`: CRC-32 of the rows that they belong to. */
export function makeSlopes({ surfaces, vertices, training: { base, solved } }: SlopeFields, rows: number): FoldedSlopes {
  const weights = inverseSizes(base);
  const neighbors = neighborsOfMissing(surfaces.cortex.triangles, vertices.missing);
  const slopes = {} as Record<SlopeTissue, Int16Array>;
  for (const tissue of SLOPE_TISSUES) {
    const [low, high] = solved.filter(({ factors }) => factors[tissue] !== 1).sort((a, b) => a.factors[tissue] - b.factors[tissue]);
    const target = base.map((field, pose) => field.map((value, c) => value + (high.fields[pose][c] - low.fields[pose][c]) / SPAN));
    const tensors = fitTensors(base, target, weights);
    for (let v = 0; v < tensors.length; v += SLOPE_NUMBERS) for (let axis = 0; axis < 3; axis++) tensors[v + 4 * axis] -= 1;
    fillFromNeighbors(tensors, neighbors, SLOPE_NUMBERS);
    slopes[tissue] = Int16Array.from(tensors, (value) => Math.round(value / STEP));
  }
  return { vertexCount: vertices.missing.length, slopes, step: STEP, rows };
}

/** What one set of factors does, and how far the slopes are from it: relative L2 over the cortex, of test poses. */
export interface FactorErrors {
  readonly factors: Factors;
  /** The field of these conductivities against that of the standard ones. */
  readonly change: MeanAndWorst;
  /** The slopes against the solver. */
  readonly error: MeanAndWorst;
}

/** What half a millimeter of a border changes: over both ways of moving it. */
export function measureBorders({ surfaces, vertices, test: { base }, borders }: SlopeFields, border: 'pial' | 'white'): MeanAndWorst {
  const areas = Float64Array.from(corticalAreas(surfaces.cortex), (area, v) => (vertices.missing[v] ? 0 : area));
  const each = borders.filter(({ shift }) => shift.name.startsWith(border)).map(({ fields }) => errors(fields, base, areas));
  return {
    mean: each.reduce((sum, { mean }) => sum + mean, 0) / each.length,
    worst: Math.max(...each.map(({ worst }) => worst)),
    poses: base.length,
  };
}

export function measureSlopes({ surfaces, vertices, test: { base, solved } }: SlopeFields, slopes: FoldedSlopes): FactorErrors[] {
  const areas = Float64Array.from(corticalAreas(surfaces.cortex), (area, v) => (vertices.missing[v] ? 0 : area));
  return solved.map(({ factors, fields }: SolvedFactors) => {
    const tensors = bendTensors(slopes, { ...ONES, ...factors });
    const bent = base.map((field) => bendField(tensors, field.slice()));
    return { factors, change: errors(base, fields, areas), error: errors(bent, fields, areas) };
  });
}
