import type { FieldGrid } from '../../../../../src/field/grid/fieldGrid';
import { TILE_ROWS, tileIndex } from '../../../../../src/physics/modes/combineModes';
import type { ModesOperator, OperatorProvenance } from '../../../../../src/physics/modes/modesOperator';
import type { FieldModes } from './fieldModes';
import type { OutsideNode } from './outsideNodes';
import type { Sensors } from './sensors';

/** Expected relative error of the field from rounding all modes to one step. */
const QUANTIZATION = 0.002;

/**
 * Puts the modes on all nodes of the grid and rounds them, each times the root mean square of its coefficients, to one absolute step: late modes become
 * small integers that need few bits. With coefficients of unit variance the error is step · sqrt(rows · modes / 12) of a field of norm 1.
 *
 * @param modes on the inside nodes, in their order
 * @param sensorMatrix row-major, modes × sensors, for fields divided by their norm
 */
export function quantizeOperator(
  grid: FieldGrid,
  outside: readonly OutsideNode[],
  fieldModes: FieldModes,
  sensors: Sensors,
  sensorMatrix: Float64Array,
  provenance: OperatorProvenance,
): ModesOperator {
  const { modeCount, coefficients } = fieldModes;
  const sets = coefficients.length / modeCount;
  const rows = 3 * grid.inside.reduce((sum, inside) => sum + inside, 0);
  const step = QUANTIZATION * Math.sqrt(12 / (rows * modeCount));
  const spread = Float64Array.from({ length: modeCount }, (_, k) =>
    Math.sqrt(coefficients.subarray(k * sets, (k + 1) * sets).reduce((sum, c) => sum + c * c, 0) / sets),
  );
  const values = onAllNodes(grid, outside, fieldModes);
  const tiles = new Int16Array(TILE_ROWS * Math.ceil((3 * grid.nodes.length) / TILE_ROWS) * modeCount);
  for (let row = 0; row < 3 * grid.nodes.length; row++) {
    for (let k = 0; k < modeCount; k++) {
      const integer = Math.round((values[row * modeCount + k] * spread[k]) / step);
      if (Math.abs(integer) > 32_767) throw new Error('A mode does not fit 16 bits.');
      tiles[tileIndex(row, k, modeCount)] = integer;
    }
  }
  const sensorCount = sensors.positions.length / 3;
  const matrix = Float32Array.from(sensorMatrix, (value, i) => (value * step) / spread[Math.floor(i / sensorCount)]);
  const { origin, spacing, dimensions, nodes } = grid;
  return {
    grid: { origin, spacing, dimensions, nodes },
    modeCount,
    sensorPositions: sensors.positions,
    sensorNormals: sensors.normals,
    sensorMatrix: matrix,
    tiles,
    provenance,
  };
}

/** Modes on every node of the grid, row-major: inside as computed, outside by extrapolation. */
function onAllNodes(grid: FieldGrid, outside: readonly OutsideNode[], { modes, modeCount }: FieldModes): Float64Array {
  const out = new Float64Array(3 * grid.nodes.length * modeCount);
  let next = 0;
  grid.inside.forEach((inside, node) => {
    if (!inside) return;
    out.set(modes.subarray(3 * next * modeCount, 3 * (next + 1) * modeCount), 3 * node * modeCount);
    next++;
  });
  for (const { node, from, weights } of outside) {
    const target = out.subarray(3 * node * modeCount, 3 * (node + 1) * modeCount);
    from.forEach((source, i) => {
      const weight = weights[i];
      const offset = 3 * source * modeCount;
      for (let k = 0; k < target.length; k++) target[k] += weight * out[offset + k];
    });
  }
  return out;
}
