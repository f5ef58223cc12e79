import { placeDipoles } from '../../coil/placeDipoles';
import type { RigidTransform } from '../../core/rigidTransform';
import { at, type Vec3 } from '../../core/vec3';
import type { Surface } from '../../head/surface';
import type { Dipoles } from '../../physics/dipoles';
import { type FoldedRows, SMOOTH_NUMBERS, TENSOR_NUMBERS } from '../../physics/folded/foldedRows';
import { SLOPE_NUMBERS } from '../../physics/folded/foldedSlopes';
import { smoothModes } from '../../physics/folded/smoothModes';
import { magneticFluxDensity } from '../../physics/magneticFluxDensity';
import { tileIndex } from '../../physics/modes/combineModes';
import type { ModesOperator } from '../../physics/modes/modesOperator';
import { normalFluxDensity } from '../../physics/modes/normalFluxDensity';
import { primaryField } from '../../physics/primaryField';
import { sphereElectricField } from '../../physics/sphereElectricField';
import type { FieldModel } from '../../state/choices';
import type { FieldGrid } from './fieldGrid';
import { targetPatch } from './targetPatch';

/** The corners of the grid's cell around a point and their weights in its trilinear sample; corners without a field have none. */
export interface CellWeights {
  /** Positions in `grid.nodes`. */
  readonly nodes: readonly number[];
  /** Stride 3 [m]. */
  readonly points: Float64Array;
  readonly weights: readonly number[];
}

/** One point of the patch around the target (`targetPatch`): a vertex of the cortex, its share of the mean, and the grid's cell around it. */
export interface TargetCell extends CellWeights {
  readonly vertex: number;
  readonly share: number;
}

/** The patch around a target as a search reads it. */
export const targetCells = (cortex: Surface, grid: FieldGrid, target: Vec3): TargetCell[] => {
  const { vertices, weights } = targetPatch(cortex, target);
  return Array.from(vertices, (vertex, n) => ({ ...cellWeights(grid, at(cortex.positions, vertex)), vertex, share: weights[n] }));
};

/** How the grid's sample at `point` comes from its nodes: the rule of `sampleGrid`, for one point. */
export function cellWeights(grid: Pick<FieldGrid, 'origin' | 'spacing' | 'dimensions' | 'nodes'>, point: Vec3): CellWeights {
  const cell = point.map((x, axis) => {
    const t = Math.min(Math.max((x - grid.origin[axis]) / grid.spacing, 0), grid.dimensions[axis] - 1);
    const i = Math.min(Math.floor(t), grid.dimensions[axis] - 2);
    return { i, f: t - i };
  });
  const nodes: number[] = [];
  const points: number[] = [];
  const weights: number[] = [];
  for (let corner = 0; corner < 8; corner++) {
    const steps = [corner & 1, (corner >> 1) & 1, corner >> 2];
    const [i, j, k] = steps.map((step, axis) => cell[axis].i + step);
    const node = grid.nodes.indexOf(i + grid.dimensions[0] * (j + grid.dimensions[1] * k));
    if (node < 0) continue;
    nodes.push(node);
    points.push(...[i, j, k].map((n, axis) => grid.origin[axis] + grid.spacing * n));
    weights.push(steps.reduce((product, step, axis) => product * (step ? cell[axis].f : 1 - cell[axis].f), 1));
  }
  return { nodes, points: Float64Array.from(points), weights };
}

/** Mean magnitude of the field per unit source around the target, for coil poses one after the other. */
export type TargetField = (pose: RigidTransform) => number;

/** By closed forms at the nodes around the target. `dipoles`: coil frame. */
export function closedFormTargetField(
  model: Exclude<FieldModel, 'modes' | 'folded'>,
  dipoles: Dipoles,
  center: Vec3,
  cells: readonly TargetCell[],
): TargetField {
  const { points, corners } = distinctNodes(cells);
  const field = new Float64Array(points.length);
  const evaluate = {
    sphere: (placed: Dipoles) => sphereElectricField(placed, center, points, field),
    primaryField: (placed: Dipoles) => primaryField(placed, points, field),
    magneticFluxDensity: (placed: Dipoles) => magneticFluxDensity(placed, points, field),
  }[model];
  return (pose) => {
    evaluate(placeDipoles(dipoles, pose));
    return cells.reduce((sum, { share, weights }, n) => sum + share * weightedMagnitude(field, corners[n], weights), 0);
  };
}

/** The nodes of all cells, each once (stride 3 [m]), and where among them the corners of each cell are. */
function distinctNodes(cells: readonly CellWeights[]): { points: Float64Array; corners: number[][] } {
  const known = new Map<number, number>();
  const points: number[] = [];
  const corners = cells.map((cell) =>
    cell.nodes.map((node, n) => {
      if (!known.has(node)) {
        known.set(node, known.size);
        points.push(...at(cell.points, n));
      }
      return known.get(node)!;
    }),
  );
  return { points: Float64Array.from(points), corners };
}

/**
 * By the modes of the three shells, reduced to the target once: E = T (B·n at the sensors), where the three rows of T for a point are the weighted rows
 * of U at the nodes around it times W. A pose then costs the B·n of the coil and three sums a point.
 */
export const modesTargetField = (operator: ModesOperator, dipoles: Dipoles, cells: readonly TargetCell[]): TargetField =>
  rowsTargetField(
    operator,
    cells.map((cell) => ({ ...cell, rows: targetRows(operator, cell) })),
    dipoles,
  );

/** By the rows of the folded cortex at the patch's vertices, reduced in the same way. `bend`: what other conductivities make of the field (`bendTensors`), or null. */
export const foldedTargetField = (
  operator: ModesOperator,
  rows: FoldedRows,
  dipoles: Dipoles,
  cells: readonly TargetCell[],
  bend: Float32Array | null = null,
): TargetField =>
  rowsTargetField(
    operator,
    cells.map((cell) => ({ ...cell, rows: bentRows(vertexRows(operator, rows, cell), bend, cell.vertex) })),
    dipoles,
  );

function rowsTargetField(
  operator: ModesOperator,
  points: readonly { readonly share: number; readonly rows: Float64Array }[],
  dipoles: Dipoles,
): TargetField {
  const sensors = operator.sensorPositions.length / 3;
  const flux = new Float64Array(sensors);
  const magnitude = (rows: Float64Array): number => {
    let square = 0;
    for (let axis = 0; axis < 3; axis++) {
      let sum = 0;
      for (let s = 0, o = axis * sensors; s < sensors; s++, o++) sum += rows[o] * flux[s];
      square += sum * sum;
    }
    return Math.sqrt(square);
  };
  return (pose) => {
    normalFluxDensity(placeDipoles(dipoles, pose), operator.sensorPositions, operator.sensorNormals, flux);
    return points.reduce((sum, { share, rows }) => sum + share * magnitude(rows), 0);
  };
}

/** T, row-major, 3 × sensors [V/m per A/s, per T/A]. */
export function targetRows(operator: ModesOperator, cell: CellWeights): Float64Array {
  const { modeCount, tiles } = operator;
  const shares = new Float64Array(3 * modeCount);
  cell.nodes.forEach((node, n) => {
    for (let axis = 0; axis < 3; axis++)
      for (let mode = 0; mode < modeCount; mode++)
        shares[axis * modeCount + mode] += cell.weights[n] * tiles[tileIndex(3 * node + axis, mode, modeCount)];
  });
  return onSensors(operator, shares);
}

/** The same for a vertex of the folded cortex. */
export function vertexRows(operator: ModesOperator, rows: FoldedRows, cell: CellWeights & { readonly vertex: number }): Float64Array {
  const { modeCount } = operator;
  const smooth = smoothModes(operator, cell);
  const shares = new Float64Array(3 * modeCount);
  for (let axis = 0; axis < 3; axis++) {
    for (let k = 0; k < SMOOTH_NUMBERS; k++) {
      const factor = rows.tensorStep * rows.tensors[TENSOR_NUMBERS * cell.vertex + SMOOTH_NUMBERS * axis + k];
      for (let m = 0; m < modeCount; m++) shares[axis * modeCount + m] += factor * smooth[k * modeCount + m];
    }
    for (let p = 0; p < rows.patternCount; p++) {
      const factor = rows.patternStep * rows.patterns[p * 3 * rows.vertexCount + 3 * cell.vertex + axis];
      for (let m = 0; m < modeCount; m++) shares[axis * modeCount + m] += factor * rows.mixing[p * modeCount + m];
    }
  }
  return onSensors(operator, shares);
}

/** T turned by the 3 × 3 tensor of a vertex. */
function bentRows(rows: Float64Array, bend: Float32Array | null, vertex: number): Float64Array {
  if (!bend) return rows;
  const sensors = rows.length / 3;
  return rows.map((_, i) => {
    const [axis, s] = [Math.floor(i / sensors), i % sensors];
    const t = SLOPE_NUMBERS * vertex + 3 * axis;
    return bend[t] * rows[s] + bend[t + 1] * rows[sensors + s] + bend[t + 2] * rows[2 * sensors + s];
  });
}

/** Shares of the modes (rows × modes) as shares of B·n at the sensors. */
function onSensors({ modeCount, sensorMatrix, sensorPositions }: ModesOperator, shares: Float64Array): Float64Array {
  const sensors = sensorPositions.length / 3;
  const rows = new Float64Array(3 * sensors);
  for (let axis = 0; axis < 3; axis++)
    for (let mode = 0; mode < modeCount; mode++) {
      const share = shares[axis * modeCount + mode];
      for (let s = 0; s < sensors; s++) rows[axis * sensors + s] += share * sensorMatrix[mode * sensors + s];
    }
  return rows;
}

function weightedMagnitude(field: Float64Array, corners: readonly number[], weights: readonly number[]): number {
  let [x, y, z] = [0, 0, 0];
  for (let n = 0; n < weights.length; n++) {
    const p = 3 * corners[n];
    x += weights[n] * field[p];
    y += weights[n] * field[p + 1];
    z += weights[n] * field[p + 2];
  }
  return Math.sqrt(x * x + y * y + z * z);
}
