import type { Dipoles } from '../dipoles';
import { DIPOLE_STRIDE, KernelMemory } from '../wasm/fieldKernels';
import { type GridFrame, type GridKernels, type LaneSums, POTENTIAL_UNIT } from './gridKernels';
import type { GridLevel } from './gridLevel';

/** The exports of wasm/assembly/voxelKernels.ts; pointers are byte offsets into `memory`. */
interface VoxelExports {
  readonly memory: WebAssembly.Memory;
  smoothFromZero(level: number): void;
  smoothForward(level: number): void;
  smoothBackward(level: number): void;
  restrictResidual(fine: number, coarse: number, coarseBytes: number, scratch: number, width: number): void;
  prolong(fine: number, coarse: number, scratch: number): void;
  applyMatrix(level: number, p: number, q: number, out: number): void;
  sums(level: number, q: number, out: number): void;
  step(x: number, r: number, p: number, q: number, alpha: number, count: number): void;
  turn(level: number, p: number, factors: number): void;
  potentialRow(level: number, row: number, dipoles: number, count: number, spacing: number, factor: number, potential: number): void;
  edgeSource(level: number, potential: number, lane: number): void;
}

const LANES = 4;
/** Rows between two reports of progress. */
const ROWS_PER_REPORT = 4096;

/** Places of one level in the memory. */
interface PlacedLevel {
  readonly address: number;
  readonly z: number;
  readonly r: number;
  readonly count: number;
}

/** A solver's kernels in WebAssembly, or null where its SIMD is missing. Each level is copied before the next one is asked for. */
export async function createWasmKernels(levels: Iterable<GridLevel>, frame: GridFrame, bytes: BufferSource): Promise<GridKernels | null> {
  if (typeof WebAssembly !== 'object' || !WebAssembly.validate(bytes)) return null;
  const { instance } = await WebAssembly.instantiate(bytes, {});
  return new WasmKernels(instance.exports as unknown as VoxelExports, levels, frame);
}

class WasmKernels implements GridKernels {
  readonly backend = 'wasm';
  readonly lanes = LANES;
  readonly finest: GridKernels['finest'];
  readonly levelCount: number;
  readonly #exports: VoxelExports;
  readonly #frame: GridFrame;
  readonly #memory: KernelMemory;
  readonly #levels: PlacedLevel[] = [];
  readonly #x: number;
  readonly #p: number;
  readonly #q: number;
  readonly #scratch: number;
  readonly #out: number;

  constructor(exports: VoxelExports, levels: Iterable<GridLevel>, frame: GridFrame) {
    this.#exports = exports;
    this.#frame = frame;
    this.#memory = new KernelMemory(exports);
    let finest: GridKernels['finest'] | undefined;
    for (const level of levels) {
      const { nodes, stride, base, from, to, count, conducting } = level;
      finest ??= { nodes, stride, base, from, to, count, conducting };
      this.#levels.push(this.#placeLevel(level));
    }
    this.finest = finest!;
    this.levelCount = this.#levels.length;
    const vector = 4 * LANES * this.finest.count;
    [this.#x, this.#p, this.#q] = [0, 1, 2].map(() => this.#memory.allocate(vector));
    this.#scratch = this.#memory.allocate(2 * 16 * (this.finest.nodes[0] + 8));
    this.#out = this.#memory.allocate(160);
  }

  #placeLevel({ stride, base, from, to, count, cx, cy, cz, inverse }: GridLevel): PlacedLevel {
    const tables = [base, from, to, cx, cy, cz, inverse].map((values) => this.#memory.placeAsIs(values));
    const vector = 4 * LANES * count;
    const [z, r] = [this.#memory.allocate(vector), this.#memory.allocate(vector)];
    const address = this.#memory.placeAsIs(Int32Array.of(stride, base.length, ...tables, z, r));
    return { address, z, r, count };
  }

  #floats(start: number, length: number): Float32Array {
    return new Float32Array(this.#exports.memory.buffer, start, length);
  }

  #sumsAt(index: number): Float64Array {
    return new Float64Array(this.#exports.memory.buffer, this.#out + 32 * index, LANES).slice();
  }

  clear(): void {
    const { count, r } = this.#levels[0];
    for (const start of [this.#x, this.#p, this.#q, r]) this.#floats(start, LANES * count).fill(0);
  }

  async source(lane: number, dipoles: Dipoles, progress: (share: number) => Promise<void>): Promise<void> {
    const { spacing } = this.#frame;
    const [{ address, z }] = this.#levels;
    const count = dipoles.positions.length / 3;
    const placed = this.#memory.placeAsIs(relativeDipoles(dipoles, this.#frame.origin));
    const rows = this.finest.from.length;
    for (let row = 0; row < rows; row++) {
      if (this.finest.from[row] >= this.finest.to[row]) continue;
      this.#exports.potentialRow(address, row, placed, count, spacing, 1e-7 / POTENTIAL_UNIT, z);
      if (row % ROWS_PER_REPORT === 0) await progress(row / rows);
    }
    this.#exports.edgeSource(address, z, lane);
  }

  smoothFromZero(level: number): void {
    this.#exports.smoothFromZero(this.#levels[level].address);
  }

  smoothForward(level: number): void {
    this.#exports.smoothForward(this.#levels[level].address);
  }

  smoothBackward(level: number): void {
    this.#exports.smoothBackward(this.#levels[level].address);
  }

  restrictResidual(fineLevel: number): void {
    const { address, count } = this.#levels[fineLevel + 1];
    const width = this.finest.nodes[0];
    this.#exports.restrictResidual(this.#levels[fineLevel].address, address, 4 * LANES * count, this.#scratch, width);
  }

  prolong(fineLevel: number): void {
    this.#exports.prolong(this.#levels[fineLevel].address, this.#levels[fineLevel + 1].address, this.#scratch);
  }

  centerCoarsest(): void {
    const { address, r, count } = this.#levels[this.levelCount - 1];
    const values = this.#floats(r, LANES * count);
    const inverse = this.#floats(new Int32Array(this.#exports.memory.buffer, address, 11)[8] >>> 0, count);
    const means = new Float64Array(LANES);
    let conducting = 0;
    for (let n = 0; n < count; n++) {
      if (inverse[n] === 0) continue;
      conducting++;
      for (let lane = 0; lane < LANES; lane++) means[lane] += values[LANES * n + lane];
    }
    for (let n = 0; n < count; n++) {
      if (inverse[n] === 0) continue;
      for (let lane = 0; lane < LANES; lane++) values[LANES * n + lane] -= means[lane] / conducting;
    }
  }

  applyMatrix(): Float64Array {
    this.#exports.applyMatrix(this.#levels[0].address, this.#p, this.#q, this.#out);
    return this.#sumsAt(0);
  }

  sums(): LaneSums {
    this.#exports.sums(this.#levels[0].address, this.#q, this.#out);
    return { z: this.#sumsAt(0), r: this.#sumsAt(1), q: this.#sumsAt(2), rz: this.#sumsAt(3), qz: this.#sumsAt(4) };
  }

  step(alpha: ArrayLike<number>): void {
    this.#floats(this.#out, LANES).set(alpha);
    this.#exports.step(this.#x, this.#levels[0].r, this.#p, this.#q, this.#out, this.finest.count);
  }

  turn(beta: ArrayLike<number>, mean: ArrayLike<number>): void {
    this.#floats(this.#out, LANES).set(beta);
    this.#floats(this.#out + 16, LANES).set(mean);
    this.#exports.turn(this.#levels[0].address, this.#p, this.#out);
  }

  solution(): Float32Array {
    return this.#floats(this.#x, LANES * this.finest.count);
  }
}

/** As the kernels read them: position, 0, moment, 0. */
function relativeDipoles({ positions, moments }: Dipoles, origin: readonly [number, number, number]): Float32Array {
  const out = new Float32Array((DIPOLE_STRIDE * positions.length) / 3);
  for (let p = 0, o = 0; p < positions.length; p += 3, o += DIPOLE_STRIDE)
    for (let axis = 0; axis < 3; axis++) {
      out[o + axis] = positions[p + axis] - origin[axis];
      out[o + 4 + axis] = moments[p + axis];
    }
  return out;
}
