import type { Dipoles } from '../dipoles';
import { type FieldKernels, instantiateFieldKernels, KernelMemory } from '../wasm/fieldKernels';
import { combineModes } from './combineModes';
import { type GridCells, gridCells } from './gridCells';
import type { ModesOperator } from './modesOperator';
import { multiplyRows } from './multiplyRows';
import { normalFluxDensity } from './normalFluxDensity';
import { type PlacedModes, placeModes } from './placedModes';
import { sampleTrilinear } from './sampleTrilinear';

/** Evaluates one operator for any number of coil poses. Arrays that it returns are views which the next call overwrites. */
export interface ModesEngine {
  readonly backend: 'wasm' | 'typescript';
  /** Total field per unit rate [V/m per A/s], stride 3 over `operator.grid.nodes`. Dipoles in the head frame, outside the head. */
  evaluate(dipoles: Dipoles): Float32Array;
  /** Prepares trilinear samples of the field last evaluated. */
  createSampler(points: ArrayLike<number>): FieldSampler;
  /** What the folded cortex goes on from. */
  readonly inside: EngineParts;
}

/** The parts of an engine that others compute with: its grid, its matrix, and where the last pose's flux at the sensors and field at the nodes lie. */
export interface EngineParts {
  readonly grid: ModesOperator['grid'];
  readonly modeCount: number;
  readonly sensorCount: number;
  readonly sensorMatrix: Float32Array;
  readonly last:
    | { readonly flux: Float64Array; readonly field: Float32Array }
    | { readonly placed: PlacedModes; readonly kernels: FieldKernels; readonly memory: KernelMemory };
}

export interface FieldSampler {
  readonly cells: GridCells;
  /** Stride 4 over the points: the vector and its magnitude [V/m per A/s]. */
  sample(): Float32Array;
}

/**
 * The engine in WebAssembly where `kernels` (the bytes of fieldKernels.wasm) are given and the platform has SIMD, else in TypeScript: the
 * same sums, about ten times slower.
 */
export async function createModesEngine(operator: ModesOperator, kernels: BufferSource | null): Promise<ModesEngine> {
  const instance = kernels && (await instantiateFieldKernels(kernels));
  return instance ? wasmEngine(operator, instance) : typescriptEngine(operator);
}

export function typescriptEngine(operator: ModesOperator): ModesEngine {
  const flux = new Float64Array(operator.sensorPositions.length / 3);
  const coefficients = new Float64Array(operator.modeCount);
  const field = new Float32Array(3 * operator.grid.nodes.length);
  const { grid, modeCount, sensorMatrix } = operator;
  return {
    backend: 'typescript',
    inside: { grid, modeCount, sensorCount: flux.length, sensorMatrix, last: { flux, field } },
    evaluate(dipoles) {
      normalFluxDensity(dipoles, operator.sensorPositions, operator.sensorNormals, flux);
      return combineModes(operator.tiles, multiplyRows(operator.sensorMatrix, flux, coefficients), field);
    },
    createSampler(points) {
      const cells = gridCells(operator.grid, points);
      const out = new Float32Array(4 * cells.covered.length);
      return { cells, sample: () => sampleTrilinear(field, cells, out) };
    },
  };
}

/** Takes the operator apart so that its modes, which are copied into the memory of the kernels, can be collected. */
function wasmEngine({ grid, ...modes }: ModesOperator, kernels: FieldKernels): ModesEngine {
  const memory = new KernelMemory(kernels);
  const rows = 3 * grid.nodes.length;
  // The sampling kernel reads one vector of four numbers per node, also at the last one.
  const placed = placeModes(kernels, memory, modes, 4);
  const { field, combine } = placed;
  const { modeCount, sensorMatrix, sensorPositions } = modes;
  return {
    backend: 'wasm',
    inside: { grid, modeCount, sensorCount: sensorPositions.length / 3, sensorMatrix, last: { placed, kernels, memory } },
    evaluate(dipoles) {
      combine(dipoles);
      return memory.floats(field, rows);
    },
    createSampler: (points) => wasmSampler(kernels, memory, field, gridCells(grid, points)),
  };
}

function wasmSampler(kernels: FieldKernels, memory: KernelMemory, field: number, cells: GridCells): FieldSampler {
  const count = cells.covered.length;
  const corners = memory.placeAsIs(cells.corners);
  const fractions = memory.place(cells.fractions);
  const out = memory.allocate(16 * count);
  return {
    cells,
    sample() {
      kernels.sampleTrilinear(field, corners, fractions, count, out);
      return memory.floats(out, 4 * count);
    },
  };
}
