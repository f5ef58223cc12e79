import { TILE_ROWS, tileIndex } from '../../../src/physics/modes/combineModes';
import type { ModesOperator, OperatorProvenance } from '../../../src/physics/modes/modesOperator';

/** Of an operator that no builder made. */
export const NO_PROVENANCE: OperatorProvenance = {
  shells: 'none',
  conductivities: { scalp: 0.465, skull: 0.01, brain: 0.33 },
  builder: 'test',
  trainingPoses: 0,
  trainingSeed: 0,
};

/** Smooth made-up modes on a ball of nodes; the numbers mean nothing, their shapes are those of a real operator. */
export function syntheticOperator(modeCount = 12, sensorCount = 20, largest = 900): ModesOperator {
  const dimensions = [9, 8, 7] as const;
  const nodes: number[] = [];
  for (let k = 0; k < 7; k++) {
    for (let j = 0; j < 8; j++) {
      for (let i = 0; i < 9; i++) if ((i - 4) ** 2 + (j - 3.5) ** 2 + (k - 3) ** 2 < 14) nodes.push(i + 9 * (j + 8 * k));
    }
  }
  const tiles = new Int16Array(TILE_ROWS * Math.ceil((3 * nodes.length) / TILE_ROWS) * modeCount);
  nodes.forEach((index, n) => {
    for (let axis = 0; axis < 3; axis++) {
      for (let mode = 0; mode < modeCount; mode++) {
        const wave = Math.sin(0.3 * (mode + 1) * (index % 9) + axis) * Math.cos(0.2 * mode * Math.floor(index / 9));
        tiles[tileIndex(3 * n + axis, mode, modeCount)] = Math.round((largest / (1 + mode * mode)) * wave);
      }
    }
  });
  const direction = (i: number): number[] => {
    const z = 1 - (2 * i + 1) / sensorCount;
    return [Math.sqrt(1 - z * z) * Math.cos(2.4 * i), Math.sqrt(1 - z * z) * Math.sin(2.4 * i), z];
  };
  const normals = Float32Array.from(Array.from({ length: sensorCount }, (_, i) => direction(i)).flat());
  return {
    grid: { origin: [-0.02, -0.0175, -0.015], spacing: 0.005, dimensions, nodes: Uint32Array.from(nodes) },
    modeCount,
    sensorPositions: normals.map((x) => 0.08 * x),
    sensorNormals: normals,
    sensorMatrix: Float32Array.from({ length: modeCount * sensorCount }, (_, i) => Math.sin(i * i)),
    tiles,
    provenance: NO_PROVENANCE,
  };
}
