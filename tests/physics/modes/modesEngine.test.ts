import { describe, expect, it } from 'vitest';
import type { Dipoles } from '../../../src/physics/dipoles';
import { magneticFluxDensity } from '../../../src/physics/magneticFluxDensity';
import { tileIndex } from '../../../src/physics/modes/combineModes';
import { gridCells } from '../../../src/physics/modes/gridCells';
import { createModesEngine, typescriptEngine } from '../../../src/physics/modes/modesEngine';
import { normalFluxDensity } from '../../../src/physics/modes/normalFluxDensity';
import { sampleTrilinear } from '../../../src/physics/modes/sampleTrilinear';
import { readKernels } from '../../../src/physics/wasm/readKernels';
import { relativeError } from '../boundaryElements/relativeError';
import { syntheticOperator } from './syntheticOperator';

const OPERATOR = syntheticOperator();
const KERNELS = readKernels('fieldKernels');
const DIPOLES: Dipoles = {
  positions: Float64Array.from({ length: 66 }, (_, i) => (i % 3 === 2 ? 0.11 : 0.04 * Math.cos(i * i))),
  moments: Float64Array.from({ length: 66 }, (_, i) => Math.sin(3 * i)),
};
const POINTS = Float64Array.from({ length: 3 * 53 }, (_, i) => 0.007 * Math.sin(7 * i + 1));

describe('the modes engine', () => {
  it('gives the same field and samples in WebAssembly and TypeScript within 1e-5', async () => {
    const wasm = await createModesEngine(OPERATOR, KERNELS);
    const twin = await createModesEngine(OPERATOR, null);
    expect([wasm.backend, twin.backend]).toEqual(['wasm', 'typescript']);
    const samplers = [wasm.createSampler(POINTS), twin.createSampler(POINTS)];
    expect(relativeError(wasm.evaluate(DIPOLES), twin.evaluate(DIPOLES))).toBeLessThan(1e-5);
    expect(relativeError(samplers[0].sample(), samplers[1].sample())).toBeLessThan(1e-5);
  });

  it('falls back to TypeScript where the kernels are no valid module', async () => {
    expect((await createModesEngine(OPERATOR, Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 255))).backend).toBe('typescript');
  });

  it('is the product U W (B·n), entry by entry', () => {
    const flux = normalFluxDensity(DIPOLES, OPERATOR.sensorPositions, OPERATOR.sensorNormals, new Float64Array(20));
    const expected = Float64Array.from({ length: 3 * OPERATOR.grid.nodes.length }, (_, row) => {
      let sum = 0;
      for (let mode = 0; mode < 12; mode++) {
        const integer = OPERATOR.tiles[tileIndex(row, mode, 12)];
        for (let s = 0; s < 20; s++) sum += integer * OPERATOR.sensorMatrix[20 * mode + s] * flux[s];
      }
      return sum;
    });
    expect(relativeError(typescriptEngine(OPERATOR).evaluate(DIPOLES), expected)).toBeLessThan(1e-6);
  });

  it('reads the component of B along the normal of each sensor', () => {
    const b = magneticFluxDensity(DIPOLES, OPERATOR.sensorPositions, new Float64Array(60));
    const n = OPERATOR.sensorNormals;
    const expected = Array.from({ length: 20 }, (_, s) => b[3 * s] * n[3 * s] + b[3 * s + 1] * n[3 * s + 1] + b[3 * s + 2] * n[3 * s + 2]);
    expect(relativeError(normalFluxDensity(DIPOLES, OPERATOR.sensorPositions, n, new Float64Array(20)), expected)).toBeLessThan(1e-12);
  });

  it('is linear in the dipoles and takes coils with more dipoles after coils with fewer', async () => {
    const wasm = await createModesEngine(OPERATOR, KERNELS);
    const half = (from: number): Dipoles => ({
      positions: DIPOLES.positions.slice(from, from + 33),
      moments: DIPOLES.moments.slice(from, from + 33),
    });
    const parts = [wasm.evaluate(half(0)).slice(), wasm.evaluate(half(33)).slice()];
    const whole = wasm.evaluate(DIPOLES);
    expect(
      relativeError(
        parts[0].map((value, i) => value + parts[1][i]),
        whole,
      ),
    ).toBeLessThan(1e-5);
  });
});

describe('trilinear sampling on the nodes', () => {
  it('is exact for a field that is linear in space', () => {
    const { grid } = OPERATOR;
    const field = new Float32Array(3 * grid.nodes.length);
    const linear = (p: readonly number[]): number[] => [1 + 2 * p[0] - p[1], 30 * p[2], p[0] - 4 * p[1] + 7 * p[2]];
    grid.nodes.forEach((index, n) => {
      const p = [index % 9, Math.floor(index / 9) % 8, Math.floor(index / 72)].map((i, axis) => grid.origin[axis] + 0.005 * i);
      field.set(linear(p), 3 * n);
    });
    const samples = sampleTrilinear(field, gridCells(grid, POINTS), new Float32Array(4 * 53));
    const expected = Array.from({ length: 53 }, (_, p) => linear(Array.from(POINTS.subarray(3 * p, 3 * p + 3))));
    expect(
      relativeError(
        samples,
        expected.flatMap((e) => [...e, Math.hypot(...e)]),
      ),
    ).toBeLessThan(1e-6);
  });

  it('marks the points whose cell has a corner without a field, and those beyond the grid', () => {
    const cells = gridCells(OPERATOR.grid, [0, 0, 0, 0.0199, 0.0174, 0.0149, 1, 0, 0, -0.0201, 0, 0, Number.NaN, 0, 0]);
    expect(Array.from(cells.covered)).toEqual([1, 0, 0, 0, 0]);
  });
});
