import { describe, expect, it } from 'vitest';
import type { Dipoles } from '../../../src/physics/dipoles';
import { combineModes, TILE_ROWS, tileIndex } from '../../../src/physics/modes/combineModes';
import { gridCells } from '../../../src/physics/modes/gridCells';
import { multiplyRows } from '../../../src/physics/modes/multiplyRows';
import { normalFluxDensity } from '../../../src/physics/modes/normalFluxDensity';
import { maskFromNodes, nodesFromMask } from '../../../src/physics/modes/operatorFile';
import { sampleTrilinear } from '../../../src/physics/modes/sampleTrilinear';

const GRID = { origin: [1, 2, 3], spacing: 0.5, dimensions: [3, 4, 5], nodes: Uint32Array.from({ length: 60 }, (_, i) => i) } as const;

describe('The cells of a grid', () => {
  it('have their eight corners with x fastest, and the position within', () => {
    const { corners, fractions, covered } = gridCells(GRID, [1.6, 2.7, 3.9]);
    expect(Array.from(corners)).toEqual([16, 17, 19, 20, 28, 29, 31, 32]);
    expect(fractions[0]).toBeCloseTo(0.2, 6);
    expect(fractions[1]).toBeCloseTo(0.4, 6);
    expect(fractions[2]).toBeCloseTo(0.8, 6);
    expect(Array.from(covered)).toEqual([1]);
  });

  it('cover the grid up to its faces, and nothing beyond', () => {
    const covered = (...p: number[]) => gridCells(GRID, p).covered[0];
    expect(covered(1, 2, 3)).toBe(1);
    expect(covered(2, 3.5, 5)).toBe(1);
    expect(Array.from(gridCells(GRID, [2, 3.5, 5]).fractions)).toEqual([1, 1, 1]);
    for (const p of [
      [0.99, 2, 3],
      [2.01, 2, 3],
      [1, 1.99, 3],
      [1, 3.51, 3],
      [1, 2, 2.99],
      [1, 2, 5.01],
    ]) {
      expect(covered(...p)).toBe(0);
    }
  });

  it('do not need a corner that a point on their face does not touch', () => {
    // Without the nodes x = 2: a point with x = 1.5 touches only x = 1.5.
    const nodes = Uint32Array.from(GRID.nodes.filter((i) => i % 3 !== 2));
    const cells = gridCells({ ...GRID, nodes }, [1.5, 2.2, 3.1, 1.6, 2.2, 3.1, 1.4, 2.2, 3.1]);
    expect(Array.from(cells.covered)).toEqual([1, 0, 1]);
    expect(Math.max(...cells.corners)).toBeLessThan(nodes.length);
    // Nor what lies beyond the cell: without the nodes z = 5 a point between z = 4 and 4.5 has all eight.
    expect(gridCells({ ...GRID, nodes: GRID.nodes.slice(0, 48) }, [1.2, 2.2, 4.4]).covered[0]).toBe(1);
  });

  it('give samples that are linear between their corners in each direction', () => {
    const value = (x: number, y: number, z: number) => (1 + 2 * x) * (3 - y) * (0.5 + z);
    const field = new Float32Array(180);
    GRID.nodes.forEach((i) => {
      field.set([value(i % 3, Math.floor(i / 3) % 4, Math.floor(i / 12)), 0, 1], 3 * i);
    });
    const points = [1.13, 2.4, 3.77, 1.9, 3.4, 4.9];
    const out = sampleTrilinear(field, gridCells(GRID, points), new Float32Array(8));
    for (let p = 0; p < 2; p++) {
      const expected = value((points[3 * p] - 1) / 0.5, (points[3 * p + 1] - 2) / 0.5, (points[3 * p + 2] - 3) / 0.5);
      expect(out[4 * p] / expected).toBeCloseTo(1, 5);
      expect(out[4 * p + 1]).toBe(0);
      expect(out[4 * p + 2]).toBeCloseTo(1, 6);
      expect(out[4 * p + 3] / Math.hypot(expected, 1)).toBeCloseTo(1, 5);
    }
  });
});

describe('The modes', () => {
  it('are summed row by row, whatever the number of rows', () => {
    const [rows, modes] = [37, 3];
    const tiles = new Int16Array(TILE_ROWS * Math.ceil(rows / TILE_ROWS) * modes);
    const entry = (row: number, mode: number) => ((row * 31 + mode * 17) % 201) - 100;
    for (let row = 0; row < rows; row++) for (let mode = 0; mode < modes; mode++) tiles[tileIndex(row, mode, modes)] = entry(row, mode);
    const coefficients = Float64Array.of(0.5, -2, 3);
    const out = combineModes(tiles, coefficients, new Float32Array(rows));
    out.forEach((value, row) => {
      expect(value).toBeCloseTo(0.5 * entry(row, 0) - 2 * entry(row, 1) + 3 * entry(row, 2), 4);
    });
    expect(new Set(Array.from({ length: 48 * modes }, (_, i) => tileIndex(Math.floor(i / modes), i % modes, modes))).size).toBe(48 * modes);
  });

  it('come from the sensors by a matrix in rows', () => {
    const out = multiplyRows(Float32Array.of(1, 2, 3, 4, 5, 6), Float64Array.of(1, 10, 100), new Float64Array(2));
    expect(Array.from(out)).toEqual([321, 654]);
  });
});

describe('The flux density along a normal', () => {
  it('of a dipole is 2 μ0/4π m/r³ on its axis and the opposite of half of it beside', () => {
    const dipole: Dipoles = { positions: Float64Array.of(0.01, 0.02, 0.03), moments: Float64Array.of(0, 0, 5) };
    const sensors = [0.01, 0.02, 0.13, 0.11, 0.02, 0.03, 0.01, 0.02, 0.13];
    const normals = [0, 0, 1, 0, 0, 1, 1, 0, 0];
    const [axis, beside, across] = normalFluxDensity(dipole, sensors, normals, new Float64Array(3));
    expect(axis / (1e-7 * 2 * 5e3)).toBeCloseTo(1, 12);
    expect(beside / (-1e-7 * 5e3)).toBeCloseTo(1, 12);
    expect(Math.abs(across)).toBeLessThan(1e-18);
  });
});

describe('The mask of the nodes', () => {
  it('has one bit each, lowest first', () => {
    expect(Array.from(maskFromNodes(Uint32Array.of(0, 3, 8, 17), 18))).toEqual([9, 1, 2]);
    expect(Array.from(nodesFromMask(Uint8Array.of(9, 1, 2), 18))).toEqual([0, 3, 8, 17]);
    expect(Array.from(nodesFromMask(Uint8Array.of(255), 3))).toEqual([0, 1, 2]);
  });
});
