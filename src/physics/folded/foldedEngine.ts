import { combineModes, TILE_ROWS, tileIndex } from '../modes/combineModes';
import { type GridCells, gridCells } from '../modes/gridCells';
import type { EngineParts, ModesEngine } from '../modes/modesEngine';
import { multiplyRows } from '../modes/multiplyRows';
import { addTensorField } from './applyTensors';
import { type FoldedRows, SMOOTH_NUMBERS } from './foldedRows';
import { nodeDifferences, nodeNeighbors } from './nodeDifferences';

/** The folded cortex, going on from a three-shell engine. */
export interface FoldedEngine {
  /** Total field per unit rate [V/m per A/s] of the pose that the three-shell engine evaluated last, stride 3 over the vertices. A view which the next call overwrites. */
  evaluate(): Float32Array;
}

/** `positions`: the vertices [m], stride 3, inside the grid of the engine. */
export function createFoldedEngine({ inside }: ModesEngine, rows: FoldedRows, positions: ArrayLike<number>): FoldedEngine {
  const { vertexCount, modeCount } = rows;
  if (modeCount !== inside.modeCount) throw new Error(`the rows have ${modeCount} modes and the operator ${inside.modeCount}`);
  if (positions.length !== 3 * vertexCount)
    throw new Error(`the rows have ${vertexCount} vertices and the surface ${positions.length / 3}`);
  const expanded: Expanded = {
    vertexCount,
    patternCount: rows.patternCount,
    tiles: patternTiles(rows),
    sensorMatrix: patternMatrix(rows, inside),
    tensors: Float32Array.from(rows.tensors, (value) => value * rows.tensorStep),
    neighbors: nodeNeighbors(inside.grid),
    cells: gridCells(inside.grid, positions),
  };
  return 'placed' in inside.last ? wasmEngine(expanded, inside.last) : typescriptEngine(expanded, inside.last);
}

/** Rows as the kernels read them. */
interface Expanded {
  readonly vertexCount: number;
  readonly patternCount: number;
  /** Patterns in the tiles of `combineModes`, rows x, y, z of vertex 0, then vertex 1, … */
  readonly tiles: Int16Array;
  /** From B·n at the sensors to the strengths of the patterns; the step of their integers is included. */
  readonly sensorMatrix: Float32Array;
  readonly tensors: Float32Array;
  readonly neighbors: Uint16Array;
  readonly cells: GridCells;
}

function patternTiles({ vertexCount, patternCount, patterns }: FoldedRows): Int16Array {
  const rows = 3 * vertexCount;
  const tiles = new Int16Array(TILE_ROWS * Math.ceil(rows / TILE_ROWS) * patternCount);
  for (let k = 0; k < patternCount; k++)
    for (let row = 0; row < rows; row++) tiles[tileIndex(row, k, patternCount)] = patterns[k * rows + row];
  return tiles;
}

/** M W: the strengths of the patterns from B·n at the sensors, row-major, patterns × sensors. */
export function patternMatrix(
  { patternCount, modeCount, mixing, patternStep }: FoldedRows,
  { sensorCount, sensorMatrix }: Pick<EngineParts, 'sensorCount' | 'sensorMatrix'>,
): Float32Array {
  const out = new Float32Array(patternCount * sensorCount);
  const sums = new Float64Array(sensorCount);
  for (let k = 0; k < patternCount; k++) {
    sums.fill(0);
    for (let m = 0; m < modeCount; m++) {
      const factor = patternStep * mixing[k * modeCount + m];
      for (let s = 0, o = m * sensorCount; s < sensorCount; s++, o++) sums[s] += factor * sensorMatrix[o];
    }
    out.set(sums, k * sensorCount);
  }
  return out;
}

function typescriptEngine(rows: Expanded, last: { readonly flux: Float64Array; readonly field: Float32Array }): FoldedEngine {
  const strengths = new Float64Array(rows.patternCount);
  const nodeNumbers = new Float32Array((SMOOTH_NUMBERS * rows.neighbors.length) / 6);
  const out = new Float32Array(3 * rows.vertexCount);
  return {
    evaluate() {
      combineModes(rows.tiles, multiplyRows(rows.sensorMatrix, last.flux, strengths), out);
      return addTensorField(nodeDifferences(last.field, rows.neighbors, nodeNumbers), rows.cells, rows.tensors, out);
    },
  };
}

/** Copies the rows into the memory of the kernels beside the modes. */
function wasmEngine(rows: Expanded, { placed, kernels, memory }: Extract<EngineParts['last'], { kernels: unknown }>): FoldedEngine {
  const { vertexCount, patternCount } = rows;
  const nodeCount = rows.neighbors.length / 6;
  const sensorCount = rows.sensorMatrix.length / patternCount;
  const tileCount = rows.tiles.length / (TILE_ROWS * patternCount);
  const matrix = memory.place(rows.sensorMatrix);
  const tiles = memory.placeAsIs(rows.tiles);
  const tensors = memory.place(rows.tensors);
  const neighbors = memory.placeAsIs(rows.neighbors);
  const corners = memory.placeAsIs(rows.cells.corners);
  const fractions = memory.place(rows.cells.fractions);
  const strengths = memory.allocate(4 * patternCount);
  // The kernel stores four numbers where three belong, also at the last node.
  const nodeNumbers = memory.allocate(4 * (SMOOTH_NUMBERS * nodeCount + 1));
  const out = memory.allocate(4 * TILE_ROWS * tileCount);
  return {
    evaluate() {
      kernels.multiplyRows(matrix, placed.flux, patternCount, sensorCount, strengths);
      kernels.combineModes(tiles, strengths, tileCount, patternCount, out);
      kernels.nodeDifferences(placed.field, neighbors, nodeCount, nodeNumbers);
      kernels.addTensorField(nodeNumbers, corners, fractions, tensors, vertexCount, out);
      return memory.floats(out, 3 * vertexCount);
    },
  };
}
