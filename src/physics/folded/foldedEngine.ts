import type { Dipoles } from '../dipoles';
import { combineModes, TILE_ROWS, tileIndex } from '../modes/combineModes';
import type { ModesOperator } from '../modes/modesOperator';
import { multiplyRows } from '../modes/multiplyRows';
import { normalFluxDensity } from '../modes/normalFluxDensity';
import { placeModes } from '../modes/placedModes';
import { type FieldKernels, instantiateFieldKernels, KernelMemory } from '../wasm/fieldKernels';
import type { FoldedRows } from './foldedRows';
import { forSmoothModes } from './smoothModes';

/** Evaluates the folded cortex for any number of coil poses. The array that it returns is a view which the next call overwrites. */
export interface FoldedEngine {
  readonly backend: 'wasm' | 'typescript';
  /** Total field per unit rate [V/m per A/s], stride 3 over the vertices. Dipoles in the head frame, outside the head. */
  evaluate(dipoles: Dipoles): Float32Array;
}

/** Rows as the kernels read them. */
interface ExpandedRows {
  /** In the tiles of `combineModes`, rows x, y, z of vertex 0, then vertex 1, … */
  readonly tiles: Int16Array;
  /** For each mode, what turns its strength into the factor of its integers. */
  readonly factors: Float32Array;
  /** Matrix from B·n at the sensors to those factors. */
  readonly sensorMatrix: Float32Array;
}

const LARGEST_INTEGER = 32_767;

/** `positions`: the vertices [m]; with `kernels` (the bytes of fieldKernels.wasm) and SIMD in WebAssembly. */
export async function createFoldedEngine(
  operator: ModesOperator,
  rows: FoldedRows,
  positions: ArrayLike<number>,
  kernels: BufferSource | null,
): Promise<FoldedEngine> {
  const expanded = expandRows(operator, rows, positions);
  const instance = kernels && (await instantiateFieldKernels(kernels));
  return instance ? wasmEngine(operator, expanded, rows.vertexCount, instance) : typescriptEngine(operator, expanded, rows.vertexCount);
}

/** T·U + D for all vertices and modes, as integers with one step over the scale of each mode. */
export function expandRows(operator: ModesOperator, rows: FoldedRows, positions: ArrayLike<number>): ExpandedRows {
  const { vertexCount, modeCount, tensors, tensorStep, rest, restStep, modeScales } = rows;
  if (modeCount !== operator.modeCount) throw new Error(`the rows have ${modeCount} modes and the operator ${operator.modeCount}`);
  if (positions.length !== 3 * vertexCount)
    throw new Error(`the rows have ${vertexCount} vertices and the surface ${positions.length / 3}`);
  // Three rows of a vertex at a time, mode by mode; called twice, since the step follows from the largest entry.
  const row = new Float64Array(3 * modeCount);
  const forVertices = (visit: (v: number) => void): void => {
    forSmoothModes(operator, positions, (v, modes) => {
      for (let axis = 0; axis < 3; axis++) {
        const t = 9 * v + 3 * axis;
        const [a, b, c] = [tensorStep * tensors[t], tensorStep * tensors[t + 1], tensorStep * tensors[t + 2]];
        for (let m = 0, o = axis * modeCount, r = 3 * v + axis; m < modeCount; m++, o++, r += 3 * vertexCount) {
          const smooth = a * modes[m] + b * modes[modeCount + m] + c * modes[2 * modeCount + m];
          row[o] = modeScales[m] * smooth + restStep * rest[r];
        }
      }
      visit(v);
    });
  };
  let largest = 0;
  forVertices(() => {
    for (let o = 0; o < row.length; o++) {
      const size = row[o] < 0 ? -row[o] : row[o];
      if (size > largest) largest = size;
    }
  });
  const step = largest / LARGEST_INTEGER || 1;
  const tiles = new Int16Array(TILE_ROWS * Math.ceil((3 * vertexCount) / TILE_ROWS) * modeCount);
  forVertices((v) => {
    for (let axis = 0; axis < 3; axis++) {
      let tile = tileIndex(3 * v + axis, 0, modeCount);
      for (let o = axis * modeCount; o < (axis + 1) * modeCount; o++, tile += TILE_ROWS) tiles[tile] = Math.round(row[o] / step);
    }
  });
  const factors = modeScales.map((scale) => step / scale);
  const sensorCount = operator.sensorPositions.length / 3;
  const sensorMatrix = operator.sensorMatrix.map((entry, i) => entry * factors[Math.floor(i / sensorCount)]);
  return { tiles, factors, sensorMatrix };
}

function typescriptEngine(operator: ModesOperator, { tiles, sensorMatrix }: ExpandedRows, vertexCount: number): FoldedEngine {
  const flux = new Float64Array(operator.sensorPositions.length / 3);
  const matrix = Float32Array.from(sensorMatrix);
  const coefficients = new Float64Array(operator.modeCount);
  const field = new Float32Array(3 * vertexCount);
  return {
    backend: 'typescript',
    evaluate(dipoles) {
      normalFluxDensity(dipoles, operator.sensorPositions, operator.sensorNormals, flux);
      return combineModes(tiles, multiplyRows(matrix, flux, coefficients), field);
    },
  };
}

function wasmEngine(operator: ModesOperator, expanded: ExpandedRows, vertexCount: number, kernels: FieldKernels): FoldedEngine {
  const memory = new KernelMemory(kernels);
  const { field, combine } = placeModes(kernels, memory, { ...operator, ...expanded });
  return {
    backend: 'wasm',
    evaluate(dipoles) {
      combine(dipoles);
      return memory.floats(field, 3 * vertexCount);
    },
  };
}
