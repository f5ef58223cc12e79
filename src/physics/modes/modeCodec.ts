import { type FieldKernels, KernelMemory } from '../wasm/fieldKernels';
import { tileIndex } from './combineModes';
import { decodeSymbols, encodeSymbols, readSymbolCode, type SymbolCode, slotEntries } from './rangeCoder';

/** The shape of the modes: which nodes of the lattice carry a field. */
export interface ModeShape {
  readonly dimensions: readonly [number, number, number];
  readonly nodes: Uint32Array;
  readonly modeCount: number;
}

/*
 * The modes are smooth in space, so each integer is predicted from neighbors that are already decoded (same mode, same component) and only the difference is
 * coded, with one of 31 fixed distributions chosen by the size of the differences around it.
 * 200 modes on 20 206 nodes, quantization 0.2 %, bytes: as they are with one distribution per mode 7.3 MB, DEFLATE of the 16-bit integers 9.6 MB,
 * predicted 4.0 MB, predicted and by context 3.5 MB. 240 modes: by context 4.40 MB, predicted and DEFLATE (best of five layouts) 4.92 MB.
 */
const CONTEXTS = 31;

/** Differences up to this are symbols of their own; larger ones are written out after the escape symbol. */
const LARGEST = 126;
const ESCAPE = 2 * LARGEST + 1;

/** Neighbors that predict a node, as steps back along x, y, z; the first three also give the context. */
const STEPS = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
  [1, 1, 0],
  [1, 0, 1],
  [0, 1, 1],
  [1, 1, 1],
] as const;
const TAPS = STEPS.length;
/** Prediction weights are stored as integers over this. */
const WEIGHT_UNIT = 64;

const CONTEXT_OF_SUM = Uint8Array.from({ length: 4096 }, (_, sum) => Math.min(CONTEXTS - 1, Math.floor(3 * Math.log2(sum + 1))));

/** Positions in `nodes` of the seven earlier neighbors of each node; `nodes.length`, where zeros are kept, for those that carry no field. */
function earlierNeighbors({ dimensions: [nx, ny, nz], nodes }: ModeShape): Uint16Array {
  const lookup = new Int32Array(nx * ny * nz).fill(-1);
  nodes.forEach((index, n) => {
    lookup[index] = n;
  });
  const out = new Uint16Array(TAPS * nodes.length).fill(nodes.length);
  nodes.forEach((index, n) => {
    const [i, j, k] = [index % nx, Math.floor(index / nx) % ny, Math.floor(index / (nx * ny))];
    STEPS.forEach(([a, b, c], tap) => {
      if (i < a || j < b || k < c) return;
      const found = lookup[index - a - nx * (b + ny * c)];
      if (found >= 0) out[TAPS * n + tap] = found;
    });
  });
  return out;
}

/** Runs through one component of one mode in coding order; `next(context, predicted)` returns the value of the node. */
function visitPlane(
  neighbors: Uint16Array,
  weights: Int16Array,
  values: Int32Array,
  sizes: Int32Array,
  sizesBefore: Int32Array | null,
  next: (context: number, predicted: number, node: number) => number,
): void {
  const count = values.length - 1;
  const [w0, w1, w2, w3, w4, w5, w6] = weights;
  for (let n = 0, o = 0; n < count; n++, o += TAPS) {
    const a = neighbors[o];
    const b = neighbors[o + 1];
    const c = neighbors[o + 2];
    const d = neighbors[o + 3];
    const e = neighbors[o + 4];
    const f = neighbors[o + 5];
    const g = neighbors[o + 6];
    let predicted = 0;
    if (a < count && b < count && c < count && d < count && e < count && f < count && g < count) {
      const sum = w0 * values[a] + w1 * values[b] + w2 * values[c] + w3 * values[d] + w4 * values[e] + w5 * values[f] + w6 * values[g];
      predicted = (sum + WEIGHT_UNIT / 2) >> 6;
    } else {
      const present = (a < count ? 1 : 0) + (b < count ? 1 : 0) + (c < count ? 1 : 0);
      if (present > 0) predicted = Math.floor((2 * (values[a] + values[b] + values[c]) + present) / (2 * present));
    }
    const around = 2 * (sizes[a] + sizes[b] + sizes[c]) + (sizesBefore ? 2 * sizesBefore[n] : 0);
    const value = next(CONTEXT_OF_SUM[Math.min(around, 4095)], predicted, n);
    values[n] = value;
    sizes[n] = value < predicted ? predicted - value : value - predicted;
  }
}

/** Calls `visit` for each mode and component with fresh sizes; values and sizes have one zero behind the last node. */
function forPlanes(shape: ModeShape, visit: (mode: number, axis: number, sizes: Int32Array, before: Int32Array | null) => void): void {
  const sizes = [0, 1, 2].map(() => new Int32Array(shape.nodes.length + 1));
  for (let mode = 0; mode < shape.modeCount; mode++) {
    for (let axis = 0; axis < 3; axis++) visit(mode, axis, sizes[axis], axis > 0 ? sizes[axis - 1] : null);
  }
}

/** Bytes of the modes: prediction weights, then the coded differences. */
export function encodeModes(tiles: Int16Array, shape: ModeShape): Uint8Array {
  const { nodes, modeCount } = shape;
  const count = nodes.length;
  const neighbors = earlierNeighbors(shape);
  const weights = new Int16Array(TAPS * modeCount);
  const symbols = new Uint8Array(3 * count * modeCount);
  const contexts = new Uint8Array(3 * count * modeCount);
  const escapes: number[] = [];
  const values = new Int32Array(count + 1);
  let next = 0;
  for (let mode = 0; mode < modeCount; mode++) {
    weights.set(fitWeights(planesOfMode(tiles, count, mode, modeCount), neighbors, count), TAPS * mode);
  }
  forPlanes(shape, (mode, axis, sizes, before) => {
    visitPlane(neighbors, weights.subarray(TAPS * mode, TAPS * (mode + 1)), values, sizes, before, (context, predicted, n) => {
      const value = tiles[tileIndex(3 * n + axis, mode, modeCount)];
      const difference = value - predicted;
      const small = difference >= -LARGEST && difference <= LARGEST;
      contexts[next] = context;
      symbols[next++] = small ? difference + LARGEST : ESCAPE;
      if (!small) escapes.push(value);
      return value;
    });
  });
  const coded = encodeSymbols(symbols, contexts, CONTEXTS, Int16Array.from(escapes));
  const out = new Uint8Array(weights.byteLength + coded.length);
  out.set(new Uint8Array(weights.buffer));
  out.set(coded, weights.byteLength);
  return out;
}

/** Fills the tiles from the bytes of `encodeModes`; throws where the bytes do not fit the shape. */
export function decodeModes(bytes: Uint8Array, shape: ModeShape, tiles: Int16Array, kernels: FieldKernels | null = null): void {
  const weightBytes = 2 * TAPS * shape.modeCount;
  if (bytes.length < weightBytes) throw new Error('the prediction weights are cut off');
  const weights = new Int16Array(bytes.slice(0, weightBytes).buffer);
  const code = readSymbolCode(bytes.subarray(weightBytes), CONTEXTS);
  if (kernels) decodeByKernels(kernels, code, shape, weights, tiles);
  else decodeByTwin(code, shape, weights, tiles);
}

function decodeByTwin(code: SymbolCode, shape: ModeShape, weights: Int16Array, tiles: Int16Array): void {
  const { nodes, modeCount } = shape;
  const count = nodes.length;
  const reader = decodeSymbols(code);
  const neighbors = earlierNeighbors(shape);
  const values = new Int32Array(count + 1);
  forPlanes(shape, (mode, axis, sizes, before) => {
    visitPlane(neighbors, weights.subarray(TAPS * mode, TAPS * (mode + 1)), values, sizes, before, (context, predicted) => {
      const symbol = reader.next(context);
      return symbol === ESCAPE ? reader.nextEscape() : predicted + symbol - LARGEST;
    });
    for (let n = 0; n < count; n++) tiles[tileIndex(3 * n + axis, mode, modeCount)] = values[n];
  });
  reader.finish();
}

/** 150 ms instead of 700 ms for 12 million values. */
function decodeByKernels(kernels: FieldKernels, code: SymbolCode, shape: ModeShape, weights: Int16Array, tiles: Int16Array): void {
  const { nodes, modeCount } = shape;
  const memory = new KernelMemory(kernels);
  const plane = new Int32Array(nodes.length + 1);
  // A damaged code may read beyond its words: other bytes, or a trap at the end of the memory; either way it is refused below or by the caller.
  const words = memory.placeAsIs(code.words);
  const escapes = memory.placeAsIs(code.escapes);
  const control = memory.placeAsIs(Uint32Array.of(code.state, words, escapes));
  const neighbors = memory.placeAsIs(earlierNeighbors(shape));
  const weightsAt = memory.placeAsIs(Int32Array.from(weights));
  const values = memory.placeAsIs(plane);
  const sizes = [memory.placeAsIs(plane), memory.placeAsIs(plane), memory.placeAsIs(plane)];
  const none = memory.placeAsIs(plane);
  const entries = memory.placeAsIs(slotEntries(code, CONTEXTS));
  const contextOfSum = memory.placeAsIs(CONTEXT_OF_SUM);
  const tilesAt = memory.allocate(tiles.byteLength);
  for (let mode = 0; mode < modeCount; mode++) {
    for (let axis = 0; axis < 3; axis++) {
      const before = axis > 0 ? sizes[axis - 1] : none;
      const own = weightsAt + 4 * TAPS * mode;
      kernels.decodePlane(
        control,
        neighbors,
        nodes.length,
        own,
        values,
        sizes[axis],
        before,
        entries,
        contextOfSum,
        tilesAt,
        mode,
        modeCount,
        axis,
      );
    }
  }
  const [state, word, escapeAt] = new Uint32Array(memory.bytes(control, 12).slice().buffer);
  if (state !== code.lowest || word !== words + code.words.byteLength || escapeAt !== escapes + code.escapes.byteLength) {
    throw new Error('the code does not end as it should');
  }
  new Uint8Array(tiles.buffer, tiles.byteOffset, tiles.byteLength).set(memory.bytes(tilesAt, tiles.byteLength));
}

function planesOfMode(tiles: Int16Array, count: number, mode: number, modeCount: number): Float64Array[] {
  return [0, 1, 2].map((axis) => Float64Array.from({ length: count }, (_, n) => tiles[tileIndex(3 * n + axis, mode, modeCount)]));
}

/** Least-squares weights over the nodes with all seven neighbors, the three components together. */
function fitWeights(planes: readonly Float64Array[], neighbors: Uint16Array, count: number): number[] {
  const normal = Array.from({ length: TAPS }, (_, i) => Array.from({ length: TAPS + 1 }, (_, j) => (i === j ? 1 : 0)));
  for (let n = 0; n < count; n++) {
    const taps = neighbors.subarray(TAPS * n, TAPS * (n + 1));
    if (taps.includes(count)) continue;
    for (const plane of planes) {
      for (let i = 0; i < TAPS; i++) {
        for (let j = 0; j < TAPS; j++) normal[i][j] += plane[taps[i]] * plane[taps[j]];
        normal[i][TAPS] += plane[taps[i]] * plane[n];
      }
    }
  }
  return eliminate(normal).map((weight) => Math.max(-32_768, Math.min(32_767, Math.round(WEIGHT_UNIT * weight))));
}

/** Solution of a small positive definite system, given with its right-hand side as last column. */
function eliminate(rows: number[][]): number[] {
  rows.forEach((pivot, k) => {
    rows.forEach((row, i) => {
      if (i === k) return;
      const factor = row[k] / pivot[k];
      for (let j = k; j < row.length; j++) row[j] -= factor * pivot[j];
    });
  });
  return rows.map((row, k) => row[rows.length] / row[k]);
}
