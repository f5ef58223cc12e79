import type { FieldGrid } from '../../../../../src/field/grid/fieldGrid';
import { corticalAreas } from '../../../../../src/head/corticalAreas';
import type { Dipoles } from '../../../../../src/physics/dipoles';
import { gridCells } from '../../../../../src/physics/modes/gridCells';
import { typescriptEngine } from '../../../../../src/physics/modes/modesEngine';
import type { ModesOperator } from '../../../../../src/physics/modes/modesOperator';
import { sampleTrilinear } from '../../../../../src/physics/modes/sampleTrilinear';
import { createSurfaceQueries } from '../../../../../src/placement/scalpQueries';
import type { FieldSolver } from './fieldSolver';
import type { HeadSurfaces } from './headShells';
import { insideNodePositions } from './insideNodePositions';
import { type OutsideNode, outsideNodes } from './outsideNodes';
import { columnErrors, type MeanAndWorst, meanAndWorst, relativeErrors } from './relativeErrors';

/** Depth below the inner skull [m] from which facets of 5 mm no longer show in the field. */
export const DEEP = 0.006;

/** Relative errors over the cortex, each of them mean and worst over the test poses. */
export interface OperatorErrors {
  readonly poses: number;
  /** End to end through W against boundary elements, both on the grid. */
  readonly modes: MeanAndWorst;
  /** Boundary elements on the grid against boundary elements at the points. */
  readonly gridDeep: MeanAndWorst;
  readonly gridCortex: MeanAndWorst;
  /** Modes, sampled from the grid, against boundary elements at the points. */
  readonly totalDeep: MeanAndWorst;
  readonly totalCortex: MeanAndWorst;
  /** `modes` pose by pose, in the order of the sets. */
  readonly modesByPose: Float64Array;
}

/** Compares the operator with direct boundary elements on poses that it was not trained on. */
export async function measureErrors(
  operator: ModesOperator,
  grid: FieldGrid,
  surfaces: HeadSurfaces,
  solver: FieldSolver,
  sets: readonly Dipoles[],
): Promise<OperatorErrors> {
  const points = Float64Array.from(surfaces.cortex.positions);
  const onNodes = await solver.fields('test poses on the grid', sets, insideNodePositions(grid));
  const direct = await solver.fields('test poses on the cortex', sets, points);
  const columns = sets.length;
  const sampledDirect = sampleColumns(operator, points, columns, nodeFields(grid, outsideNodes(grid), onNodes, columns));
  const engine = typescriptEngine(operator);
  const sampledModes = sampleColumns(operator, points, columns, (column) => engine.evaluate(sets[column]));
  const { whole, deep } = corticalWeights(surfaces);
  const modesByPose = columnErrors(sampledModes, sampledDirect, columns, whole);
  return {
    poses: columns,
    modesByPose,
    modes: meanAndWorst(modesByPose),
    gridDeep: relativeErrors(sampledDirect, direct, columns, deep),
    gridCortex: relativeErrors(sampledDirect, direct, columns, whole),
    totalDeep: relativeErrors(sampledModes, direct, columns, deep),
    totalCortex: relativeErrors(sampledModes, direct, columns, whole),
  };
}

/** Area of each cortical vertex that lies inside the brain shell, and of those at least `DEEP` below it. */
export function corticalWeights({ cortex, innerSkull }: HeadSurfaces): { whole: Float64Array; deep: Float64Array } {
  const queries = createSurfaceQueries(innerSkull);
  const areas = Float64Array.from(corticalAreas(cortex));
  const depths = areas.map(
    (_, v) => -queries.closest([cortex.positions[3 * v], cortex.positions[3 * v + 1], cortex.positions[3 * v + 2]]).distance,
  );
  return { whole: areas.map((area, v) => (depths[v] > 0 ? area : 0)), deep: areas.map((area, v) => (depths[v] >= DEEP ? area : 0)) };
}

/** Field of one column on all nodes: inside as solved, outside by the extrapolation that the operator uses. */
function nodeFields(
  grid: FieldGrid,
  outside: readonly OutsideNode[],
  onInside: Float32Array,
  columns: number,
): (column: number) => Float32Array {
  const field = new Float32Array(3 * grid.nodes.length);
  const inside = Array.from(grid.inside.keys()).filter((node) => grid.inside[node]);
  return (column) => {
    inside.forEach((node, i) => {
      for (let axis = 0; axis < 3; axis++) field[3 * node + axis] = onInside[(3 * i + axis) * columns + column];
    });
    for (const { node, from, weights } of outside) {
      for (let axis = 0; axis < 3; axis++) {
        let sum = 0;
        for (let i = 0; i < from.length; i++) sum += weights[i] * field[3 * from[i] + axis];
        field[3 * node + axis] = sum;
      }
    }
    return field;
  };
}

/** Trilinear samples at the points, row-major with three rows per point, for the node fields of every column. */
function sampleColumns(
  operator: ModesOperator,
  points: Float64Array,
  columns: number,
  field: (column: number) => Float32Array,
): Float32Array {
  const cells = gridCells(operator.grid, points);
  const samples = new Float32Array((4 * points.length) / 3);
  const out = new Float32Array(points.length * columns);
  for (let column = 0; column < columns; column++) {
    sampleTrilinear(field(column), cells, samples);
    for (let i = 0; i < points.length; i++) out[i * columns + column] = samples[4 * Math.floor(i / 3) + (i % 3)];
  }
  return out;
}
