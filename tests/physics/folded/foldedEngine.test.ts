import { describe, expect, it } from 'vitest';
import { createFoldedEngine } from '../../../src/physics/folded/foldedEngine';
import { nodeDifferences, nodeNeighbors } from '../../../src/physics/folded/nodeDifferences';
import { gridCells } from '../../../src/physics/modes/gridCells';
import { createModesEngine, typescriptEngine } from '../../../src/physics/modes/modesEngine';
import { multiplyRows } from '../../../src/physics/modes/multiplyRows';
import { normalFluxDensity } from '../../../src/physics/modes/normalFluxDensity';
import { sampleTrilinear } from '../../../src/physics/modes/sampleTrilinear';
import { readKernels } from '../../../src/physics/wasm/readKernels';
import { relative } from '../voxels/shelledSphere';
import { syntheticOperator, syntheticRows, VERTICES } from './syntheticFolded';

const operator = syntheticOperator();
const rows = syntheticRows();
const COIL = { positions: Float64Array.of(0.01, 0, 0.12, 0.09, 0.05, 0), moments: Float64Array.of(0, 0.2, 1, 0.5, -0.5, 0.1) };
const OTHER = { positions: Float64Array.of(0.02, -0.11, 0.02), moments: Float64Array.of(0.3, 0.2, -1) };

/** Tensors times the sampled three-shell field and its sampled differences, plus the patterns times their strengths, as written in the definition. */
function direct(withPatterns: boolean): Float64Array {
  const field = typescriptEngine(operator).evaluate(COIL);
  const cells = gridCells(operator.grid, VERTICES);
  const neighbors = nodeNeighbors(operator.grid);
  const numbers = nodeDifferences(field, neighbors, new Float32Array(4 * field.length));
  const parts = [0, 1, 2, 3].map((part) => {
    const own = Float32Array.from({ length: field.length }, (_, i) => numbers[12 * Math.floor(i / 3) + 3 * part + (i % 3)]);
    return sampleTrilinear(own, cells, new Float32Array(4 * rows.vertexCount));
  });
  const flux = normalFluxDensity(COIL, operator.sensorPositions, operator.sensorNormals, new Float64Array(16));
  const strengths = multiplyRows(operator.sensorMatrix, flux, new Float64Array(operator.modeCount));
  const own = multiplyRows(rows.mixing, strengths, new Float64Array(rows.patternCount));
  return Float64Array.from({ length: 3 * rows.vertexCount }, (_, row) => {
    const [v, axis] = [Math.floor(row / 3), row % 3];
    let sum = 0;
    for (let k = 0; k < 12; k++) sum += rows.tensorStep * rows.tensors[36 * v + 12 * axis + k] * parts[Math.floor(k / 3)][4 * v + (k % 3)];
    if (withPatterns)
      own.forEach((strength, k) => {
        sum += rows.patternStep * rows.patterns[k * 3 * rows.vertexCount + row] * strength;
      });
    return sum;
  });
}

describe('The folded cortex', () => {
  it('is the tensor of each vertex times the three-shell field and its differences there, plus the patterns times their strengths', () => {
    const modes = typescriptEngine(operator);
    const engine = createFoldedEngine(modes, rows, VERTICES);
    modes.evaluate(OTHER);
    engine.evaluate();
    modes.evaluate(COIL);
    expect(relative(engine.evaluate(), direct(true))).toBeLessThan(1e-5);
    expect(relative(direct(false), direct(true))).toBeGreaterThan(0.01);
  });

  it('is the same in WebAssembly and in TypeScript, pose after pose', async () => {
    const [twin, modes] = [typescriptEngine(operator), await createModesEngine(operator, readKernels('fieldKernels'))];
    const [expected, engine] = [twin, modes].map((own) => createFoldedEngine(own, rows, VERTICES));
    expect(modes.backend).toBe('wasm');
    for (const dipoles of [OTHER, COIL]) {
      twin.evaluate(dipoles);
      modes.evaluate(dipoles);
      expect(relative(engine.evaluate(), expected.evaluate())).toBeLessThan(1e-5);
    }
  });

  it('refuses rows that belong to another surface or operator', () => {
    expect(() => createFoldedEngine(typescriptEngine(operator), rows, VERTICES.subarray(3))).toThrow('40 vertices');
    expect(() => createFoldedEngine(typescriptEngine({ ...operator, modeCount: 8 }), rows, VERTICES)).toThrow('12 modes');
  });
});

describe('Differences of a field on the nodes', () => {
  it('are exact for a linear field, also at the edge, and zero where a node stands alone', () => {
    // A block of 3 × 3 × 2 nodes in a larger grid, and one node by itself.
    const dimensions = [6, 4, 4] as const;
    const nodes = Uint32Array.from(
      [...Array(18).keys()].map((i) => (i % 3) + 6 * ((Math.floor(i / 3) % 3) + 4 * Math.floor(i / 9))).concat(95),
    );
    const slopes = [1, -2, 0.5, 3, 0.25, -1, 2, 4, -0.5];
    const field = Float32Array.from({ length: 57 }, (_, c) => {
      const index = nodes[Math.floor(c / 3)];
      const place = [index % 6, Math.floor(index / 6) % 4, Math.floor(index / 24)];
      return 7 + place.reduce((sum, x, along) => sum + slopes[3 * along + (c % 3)] * x, 0);
    });
    const numbers = nodeDifferences(field, nodeNeighbors({ dimensions, nodes }), new Float32Array(12 * 19));
    for (let n = 0; n < 19; n++) {
      expect([...numbers.subarray(12 * n, 12 * n + 3)]).toEqual([...field.subarray(3 * n, 3 * n + 3)]);
      expect([...numbers.subarray(12 * n + 3, 12 * n + 12)]).toEqual(n < 18 ? slopes : Array(9).fill(0));
    }
  });
});
