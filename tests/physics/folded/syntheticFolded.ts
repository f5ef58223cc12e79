import { createRandom } from '../../../models/heads/colin27/build/operator/randomPoses';
import { type FoldedRows, TENSOR_NUMBERS } from '../../../src/physics/folded/foldedRows';
import { tileIndex } from '../../../src/physics/modes/combineModes';
import type { ModesOperator } from '../../../src/physics/modes/modesOperator';
import { NO_PROVENANCE } from '../modes/syntheticOperator';

const MODES = 12;
const SENSORS = 16;
const PATTERNS = 8;
const SIDE = 4;

/** A small operator with random modes on a full grid about the origin. */
export function syntheticOperator(seed = 1): ModesOperator {
  const random = createRandom(seed);
  const nodes = Uint32Array.from({ length: SIDE ** 3 }, (_, i) => i);
  const rows = 3 * nodes.length;
  const tiles = new Int16Array(16 * Math.ceil(rows / 16) * MODES);
  for (let row = 0; row < rows; row++)
    for (let m = 0; m < MODES; m++) tiles[tileIndex(row, m, MODES)] = Math.round(2000 * (random() - 0.5));
  const unit = Float32Array.from({ length: 3 * SENSORS }, () => random() - 0.5);
  return {
    grid: { origin: [-0.03, -0.03, -0.03], spacing: 0.02, dimensions: [SIDE, SIDE, SIDE], nodes },
    modeCount: MODES,
    sensorPositions: unit.map((value) => 0.08 * value),
    sensorNormals: unit,
    sensorMatrix: Float32Array.from({ length: MODES * SENSORS }, () => 1e-3 * (random() - 0.5)),
    tiles,
    provenance: NO_PROVENANCE,
  };
}

/** Vertices inside that grid, stride 3 [m]. */
export const VERTICES = ((): Float64Array => {
  const random = createRandom(5);
  return Float64Array.from({ length: 3 * 40 }, () => 0.058 * (random() - 0.5));
})();

export function syntheticRows(seed = 2): FoldedRows {
  const random = createRandom(seed);
  const vertexCount = VERTICES.length / 3;
  // A few large numbers among many small ones, as in the shipped file; some beyond the symbols.
  const integer = (most: number): number => Math.round(most * (2 * random() - 1) ** 7);
  return {
    vertexCount,
    modeCount: MODES,
    patternCount: PATTERNS,
    tensors: Int16Array.from({ length: TENSOR_NUMBERS * vertexCount }, (_, i) => (i % 13 === 0 ? 128 : 0) + integer(90)),
    tensorStep: 1 / 128,
    patterns: Int16Array.from({ length: 3 * vertexCount * PATTERNS }, () => integer(400)),
    patternStep: 0.75,
    mixing: Float32Array.from({ length: PATTERNS * MODES }, () => 4 * (random() - 0.5)),
    assumed: Uint8Array.of(0, 4, 0, 0, 0),
    provenance: {
      operator: 1,
      labels: 'none',
      builder: 'test',
      conductivities: { white: 0.126, grey: 0.275, csf: 1.654, bone: 0.01, scalp: 0.465 },
      trainingPoses: 3,
      fineTrainingPoses: 1,
    },
  };
}
