import type { Dipoles } from '../dipoles';

/** The exports of assembly/fieldKernels.ts; pointers are byte offsets into `memory`, whose layout the caller owns. */
export interface FieldKernels {
  readonly memory: WebAssembly.Memory;
  normalFluxDensity(dipoles: number, dipoleCount: number, points: number, normals: number, count: number, out: number): void;
  vectorPotential(dipoles: number, dipoleCount: number, points: number, count: number, factor: number, out: number): void;
  sphereElectricField(dipoles: number, dipoleCount: number, points: number, count: number, out: number): void;
  multiplyRows(matrix: number, vector: number, rows: number, columns: number, out: number): void;
  combineModes(tiles: number, coefficients: number, tileCount: number, modeCount: number, out: number): void;
  sampleTrilinear(field: number, corners: number, fractions: number, count: number, out: number): void;
  nodeDifferences(field: number, neighbors: number, count: number, out: number): void;
  addTensorField(nodes: number, corners: number, fractions: number, tensors: number, count: number, out: number): void;
  decodePlane(
    control: number,
    neighbors: number,
    count: number,
    weights: number,
    values: number,
    sizes: number,
    before: number,
    entries: number,
    contextOfSum: number,
    tiles: number,
    mode: number,
    modeCount: number,
    axis: number,
  ): void;
}

/** A fresh instance with its own memory, or null where the bytes are no valid module here: WebAssembly or its SIMD is missing. */
export async function instantiateFieldKernels(bytes: BufferSource): Promise<FieldKernels | null> {
  if (typeof WebAssembly !== 'object' || !WebAssembly.validate(bytes)) return null;
  const { instance } = await WebAssembly.instantiate(bytes, {});
  return instance.exports as unknown as FieldKernels;
}

/** Numbers per dipole in the memory of the kernels. */
export const DIPOLE_STRIDE = 8;

const PAGE = 65_536;

/** Hands out 16-byte aligned places in the memory of one instance, which grows as needed; nothing is given back. */
export class KernelMemory {
  readonly #memory: WebAssembly.Memory;
  #next = PAGE;

  constructor({ memory }: { readonly memory: WebAssembly.Memory }) {
    this.#memory = memory;
  }

  /** Byte offset of `bytes` fresh bytes. */
  allocate(bytes: number): number {
    const start = this.#next;
    this.#next = start + 16 * Math.ceil(bytes / 16);
    const missing = Math.ceil((this.#next - this.#memory.buffer.byteLength) / PAGE);
    if (missing > 0) this.#memory.grow(missing);
    return start;
  }

  /** Copies values in as single precision and returns their byte offset. */
  place(values: ArrayLike<number>): number {
    const start = this.allocate(4 * values.length);
    this.floats(start, values.length).set(values);
    return start;
  }

  /** Copies values in byte by byte and returns their byte offset. */
  placeAsIs({ buffer, byteOffset, byteLength }: ArrayBufferView): number {
    const start = this.allocate(byteLength);
    this.bytes(start, byteLength).set(new Uint8Array(buffer, byteOffset, byteLength));
    return start;
  }

  /** A view that is valid until the next allocation. */
  floats(start: number, length: number): Float32Array<ArrayBuffer> {
    return new Float32Array(this.#memory.buffer as ArrayBuffer, start, length);
  }

  bytes(start: number, length: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#memory.buffer as ArrayBuffer, start, length);
  }
}

/** Room for dipoles that grows when a coil with more of them comes. */
export class DipoleBuffer {
  readonly #memory: KernelMemory;
  #start = 0;
  #capacity = 0;

  constructor(memory: KernelMemory) {
    this.#memory = memory;
  }

  /** Writes the dipoles, positions relative to `center` [m]; returns their byte offset. */
  write({ positions, moments }: Dipoles, center: readonly [number, number, number] = [0, 0, 0]): number {
    const count = positions.length / 3;
    if (count > this.#capacity) {
      this.#capacity = Math.max(count, 2 * this.#capacity);
      this.#start = this.#memory.allocate(4 * DIPOLE_STRIDE * this.#capacity);
    }
    const target = this.#memory.floats(this.#start, DIPOLE_STRIDE * count);
    for (let d = 0; d < count; d++) {
      for (let axis = 0; axis < 3; axis++) {
        target[DIPOLE_STRIDE * d + axis] = positions[3 * d + axis] - center[axis];
        target[DIPOLE_STRIDE * d + 4 + axis] = moments[3 * d + axis];
      }
    }
    return this.#start;
  }
}
