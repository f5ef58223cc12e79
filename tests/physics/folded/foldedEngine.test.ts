import { describe, expect, it } from 'vitest';
import { createFoldedEngine } from '../../../src/physics/folded/foldedEngine';
import { gridCells } from '../../../src/physics/modes/gridCells';
import { typescriptEngine } from '../../../src/physics/modes/modesEngine';
import { multiplyRows } from '../../../src/physics/modes/multiplyRows';
import { normalFluxDensity } from '../../../src/physics/modes/normalFluxDensity';
import { sampleTrilinear } from '../../../src/physics/modes/sampleTrilinear';
import { readKernels } from '../../../src/physics/wasm/readKernels';
import { relative } from '../voxels/shelledSphere';
import { syntheticOperator, syntheticRows, VERTICES } from './syntheticFolded';

const operator = syntheticOperator();
const rows = syntheticRows();
const COIL = { positions: Float64Array.of(0.01, 0, 0.12, 0.09, 0.05, 0), moments: Float64Array.of(0, 0.2, 1, 0.5, -0.5, 0.1) };

/** T times the sampled three-shell field plus the rest times the strengths, as written in the definition. */
function direct(withRest: boolean): Float64Array {
  const samples = new Float32Array(4 * rows.vertexCount);
  sampleTrilinear(typescriptEngine(operator).evaluate(COIL), gridCells(operator.grid, VERTICES), samples);
  const flux = normalFluxDensity(COIL, operator.sensorPositions, operator.sensorNormals, new Float64Array(16));
  const strengths = multiplyRows(operator.sensorMatrix, flux, new Float64Array(operator.modeCount));
  return Float64Array.from({ length: 3 * rows.vertexCount }, (_, row) => {
    const [v, axis] = [Math.floor(row / 3), row % 3];
    let sum = 0;
    for (let k = 0; k < 3; k++) sum += rows.tensorStep * rows.tensors[9 * v + 3 * axis + k] * samples[4 * v + k];
    if (withRest)
      for (let m = 0; m < operator.modeCount; m++)
        sum += (rows.restStep * rows.rest[m * 3 * rows.vertexCount + row] * strengths[m]) / rows.modeScales[m];
    return sum;
  });
}

describe('The folded cortex', () => {
  it('is the tensor of each vertex times the three-shell field there, plus the rest on the strengths of the modes', async () => {
    const engine = await createFoldedEngine(operator, rows, VERTICES, null);
    expect(relative(engine.evaluate(COIL), direct(true))).toBeLessThan(5e-4);
    expect(relative(direct(false), direct(true))).toBeGreaterThan(0.01);
  });

  it('is the same in WebAssembly and in TypeScript', async () => {
    const twin = (await createFoldedEngine(operator, rows, VERTICES, null)).evaluate(COIL).slice();
    const engine = await createFoldedEngine(operator, rows, VERTICES, readKernels('fieldKernels'));
    expect(engine.backend).toBe('wasm');
    expect(relative(engine.evaluate(COIL), twin)).toBeLessThan(1e-4);
  });

  it('refuses rows that belong to another surface or operator', async () => {
    await expect(createFoldedEngine(operator, rows, VERTICES.subarray(3), null)).rejects.toThrow('40 vertices');
    await expect(createFoldedEngine({ ...operator, modeCount: 13 }, rows, VERTICES, null)).rejects.toThrow('12 modes');
  });
});
