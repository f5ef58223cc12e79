import { describe, expect, it } from 'vitest';
import type { Dipoles } from '../../../src/physics/dipoles';
import { createPointFields } from '../../../src/physics/wasm/pointFields';
import { readKernels } from '../../../src/physics/wasm/readKernels';
import { relativeError } from '../boundaryElements/relativeError';

const CENTER = [0.002, -0.015, 0.01] as const;
/** 101 points in the sphere (not a multiple of four) and 37 dipoles above it. */
const POINTS = Float64Array.from({ length: 303 }, (_, i) => CENTER[i % 3] + 0.06 * Math.sin(1 + i * i) * 0.8);
const DIPOLES: Dipoles = {
  positions: Float64Array.from({ length: 111 }, (_, i) => (i % 3 === 2 ? 0.11 : 0.04 * Math.cos(i * i))),
  moments: Float64Array.from({ length: 111 }, (_, i) => Math.sin(3 * i)),
};

describe('closed-form fields at fixed points', () => {
  it.each(['sphereElectricField', 'primaryField'] as const)('%s is the same in WebAssembly and TypeScript within 1e-5', async (name) => {
    const wasm = await createPointFields(POINTS, CENTER, readKernels('fieldKernels'));
    const twin = await createPointFields(POINTS, CENTER, null);
    expect([wasm.backend, twin.backend]).toEqual(['wasm', 'typescript']);
    expect(relativeError(wasm[name](DIPOLES), twin[name](DIPOLES))).toBeLessThan(1e-5);
  });

  it('takes more dipoles after fewer', async () => {
    const wasm = await createPointFields(POINTS, CENTER, readKernels('fieldKernels'));
    const few: Dipoles = { positions: DIPOLES.positions.slice(0, 9), moments: DIPOLES.moments.slice(0, 9) };
    wasm.primaryField(few);
    const twin = await createPointFields(POINTS, CENTER, null);
    expect(relativeError(wasm.primaryField(DIPOLES), twin.primaryField(DIPOLES))).toBeLessThan(1e-5);
    expect(relativeError(wasm.primaryField(few), twin.primaryField(few))).toBeLessThan(1e-5);
  });
});
