import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodePositions } from '../../../src/field/grid/fieldGrid';
import { sampleGrid } from '../../../src/field/grid/sampleGrid';

const dimensions = [7, 6, 5] as const;
const nodes = Uint32Array.from({ length: 7 * 6 * 5 }, (_, n) => n);
const grid = { origin: [-0.03, 0.01, 0.02] as const, spacing: 0.005, dimensions, nodes, inside: new Uint8Array(nodes.length).fill(1) };
const positions = nodePositions(grid);

/** Values of a function of position on every node. */
const fill = (field: (x: number, y: number, z: number) => number[]): Float32Array =>
  Float32Array.from(Array.from(nodes).flatMap((n) => field(positions[3 * n], positions[3 * n + 1], positions[3 * n + 2])));

const inside = fc.tuple(
  fc.double({ min: 0, max: 6, noNaN: true }),
  fc.double({ min: 0, max: 5, noNaN: true }),
  fc.double({ min: 0, max: 4, noNaN: true }),
);

describe('Sampling the grid', () => {
  it('reproduces every trilinear field', () => {
    const field = (x: number, y: number, z: number): number[] => [1 + 20 * x - 30 * y, 400 * x * y, 5e4 * x * y * z + z];
    const values = fill(field);
    fc.assert(
      fc.property(inside, ([i, j, k]) => {
        const point = [grid.origin[0] + 0.005 * i, grid.origin[1] + 0.005 * j, grid.origin[2] + 0.005 * k];
        const sampled = sampleGrid(grid, values, point, new Float32Array(3));
        const exact = field(point[0], point[1], point[2]);
        for (let c = 0; c < 3; c++) expect(Math.abs(sampled[c] - exact[c])).toBeLessThanOrEqual(2e-6 * (1 + Math.abs(exact[c])));
      }),
    );
  });

  it('converges at second order for a smooth field', () => {
    const error = (spacing: number): number => {
      const count = Math.round(0.04 / spacing) + 1;
      const fine = { ...grid, spacing, dimensions: [count, 2, 2] as const };
      const values = new Float32Array(3 * count * 4);
      for (let n = 0; n < count * 4; n++) values[3 * n] = Math.sin(80 * (n % count) * spacing);
      let worst = 0;
      for (let s = 0; s < 400; s++) {
        const x = (0.04 * s) / 400;
        const sampled = sampleGrid(fine, values, [grid.origin[0] + x, 0.011, 0.021], new Float32Array(3))[0];
        worst = Math.max(worst, Math.abs(sampled - Math.sin(80 * x)));
      }
      return worst;
    };
    const rate = Math.log2(error(0.005) / error(0.0025));
    expect(rate).toBeGreaterThan(1.8);
    expect(rate).toBeLessThan(2.2);
  });

  it('clamps outside as the texture does', () => {
    const values = fill((x) => [x, 0, 0]);
    expect(sampleGrid(grid, values, [-1, 0.02, 0.03], new Float32Array(3))[0]).toBeCloseTo(-0.03, 7);
    expect(sampleGrid(grid, values, [1, 0.02, 0.03], new Float32Array(3))[0]).toBeCloseTo(0, 7);
  });
});
