import type { Dipoles } from '../dipoles';
import { DipoleBuffer, type FieldKernels, type KernelMemory } from '../wasm/fieldKernels';
import { pointPlanes } from '../wasm/pointPlanes';
import { TILE_ROWS } from './combineModes';
import type { ModesOperator } from './modesOperator';

/** Modes in the memory of the kernels; `field` and `flux` are the byte offsets of what `combine` writes there: the sums, and B·n at the sensors. */
export interface PlacedModes {
  readonly field: number;
  readonly flux: number;
  combine(dipoles: Dipoles): void;
}

/**
 * Copies sensors, matrix and tiles into the memory and keeps none of them, so that they can be collected. `spare`: numbers behind the field for
 * kernels that read past its end.
 */
export function placeModes(
  kernels: FieldKernels,
  memory: KernelMemory,
  { modeCount, sensorPositions, sensorNormals, sensorMatrix, tiles }: Omit<ModesOperator, 'grid' | 'provenance'>,
  spare = 0,
): PlacedModes {
  const sensorCount = sensorPositions.length / 3;
  const tileCount = tiles.length / (TILE_ROWS * modeCount);
  const positions = memory.place(pointPlanes(sensorPositions));
  const normals = memory.place(pointPlanes(sensorNormals));
  const matrix = memory.place(sensorMatrix);
  const flux = memory.allocate(4 * sensorCount);
  const coefficients = memory.allocate(4 * modeCount);
  const field = memory.allocate(4 * (TILE_ROWS * tileCount + spare));
  const tilesAt = memory.placeAsIs(tiles);
  const buffer = new DipoleBuffer(memory);
  return {
    field,
    flux,
    combine(dipoles) {
      const source = buffer.write(dipoles);
      kernels.normalFluxDensity(source, dipoles.positions.length / 3, positions, normals, sensorCount, flux);
      kernels.multiplyRows(matrix, flux, modeCount, sensorCount, coefficients);
      kernels.combineModes(tilesAt, coefficients, tileCount, modeCount, field);
    },
  };
}
