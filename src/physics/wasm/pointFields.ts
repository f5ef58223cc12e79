import type { Dipoles } from '../dipoles';
import { primaryField } from '../primaryField';
import { sphereElectricField } from '../sphereElectricField';
import { DipoleBuffer, type FieldKernels, instantiateFieldKernels, KernelMemory } from './fieldKernels';
import { paddedCount, pointPlanes } from './pointPlanes';

/** Closed-form fields at fixed points, pose after pose. Arrays that it returns are overwritten by the next call. */
export interface PointFields {
  readonly backend: 'wasm' | 'typescript';
  /** Total field in the sphere about `center` per unit rate [V/m per A/s], stride 3 over the points. */
  sphereElectricField(dipoles: Dipoles): Float32Array;
  /** Primary field per unit rate [V/m per A/s], stride 3 over the points. */
  primaryField(dipoles: Dipoles): Float32Array;
}

/** In WebAssembly where `kernels` (the bytes of fieldKernels.wasm) are given and the platform has SIMD, else in TypeScript: single against double precision. */
export async function createPointFields(
  points: ArrayLike<number>,
  center: readonly [number, number, number],
  kernels: BufferSource | null,
): Promise<PointFields> {
  const instance = kernels && (await instantiateFieldKernels(kernels));
  return instance ? wasmPointFields(points, center, instance) : typescriptPointFields(points, center);
}

function typescriptPointFields(points: ArrayLike<number>, center: readonly [number, number, number]): PointFields {
  const field = new Float64Array(points.length);
  const out = new Float32Array(points.length);
  const asSingle = (): Float32Array => {
    out.set(field);
    return out;
  };
  return {
    backend: 'typescript',
    sphereElectricField(dipoles) {
      sphereElectricField(dipoles, center, points, field);
      return asSingle();
    },
    primaryField(dipoles) {
      primaryField(dipoles, points, field);
      return asSingle();
    },
  };
}

function wasmPointFields(points: ArrayLike<number>, center: readonly [number, number, number], kernels: FieldKernels): PointFields {
  const memory = new KernelMemory(kernels);
  const count = paddedCount(points.length / 3);
  // Everything relative to the center: the sphere formula needs it, and single precision keeps more digits.
  const planes = memory.place(pointPlanes(points, center));
  const field = memory.allocate(12 * count);
  const buffer = new DipoleBuffer(memory);
  const out = new Float32Array(points.length);
  const interleave = (): Float32Array => {
    const values = memory.floats(field, 3 * count);
    for (let i = 0, p = 0; p < out.length; i++, p += 3) {
      out[p] = values[i];
      out[p + 1] = values[i + count];
      out[p + 2] = values[i + 2 * count];
    }
    return out;
  };
  return {
    backend: 'wasm',
    sphereElectricField(dipoles) {
      kernels.sphereElectricField(buffer.write(dipoles, center), dipoles.positions.length / 3, planes, count, field);
      return interleave();
    },
    primaryField(dipoles) {
      kernels.vectorPotential(buffer.write(dipoles, center), dipoles.positions.length / 3, planes, count, -1, field);
      return interleave();
    },
  };
}
