import { DataUtils } from 'three';
import { describe, expect, it } from 'vitest';
import type { FieldGrid } from '../../../src/field/grid/fieldGrid';
import { tissueAt, tissueFieldAt, tissuePlane } from '../../../src/field/grid/tissueField';
import type { TissueGrid } from '../../../src/physics/folded/tissueGrid';
import { syntheticRows } from '../../physics/folded/syntheticFolded';

const identity = (factor: number): number[] => [factor, 0, 0, 0, factor, 0, 0, 0, factor];

/** Four blocks of 2 mm along x: fluid; fluid and grey matter; grey and white matter; nothing. */
const blocks: TissueGrid = {
  origin: [0, 0, 0],
  spacing: 2e-3,
  dimensions: [4, 1, 1],
  blocks: { csf: Uint32Array.of(0, 1), grey: Uint32Array.of(1, 2), white: Uint32Array.of(2) },
  tensors: {
    csf: Int16Array.from([...identity(2), ...identity(2)]),
    grey: Int16Array.from([...identity(4), ...identity(5)]),
    white: Int16Array.from(identity(9)),
  },
  tensorStep: 0.5,
  provenance: syntheticRows().provenance,
};
/** A field that grows along x from (0, 1, 0) by one per meter. */
const grid = { origin: [0, -0.01, -0.01], spacing: 0.02, dimensions: [2, 2, 2] } as unknown as FieldGrid;
const values = Float32Array.from({ length: 24 }, (_, c) => (c % 3 === 1 ? 1 + 0.02 * (Math.floor(c / 3) % 2) : 0));

describe('The field inside the folded brain', () => {
  it('is that of grey matter where a block holds some, then of white matter, then of fluid, and nowhere else', () => {
    const tissues = [0.001, 0.003, 0.005, 0.007, -0.001].map((x) => tissueAt(blocks, [x, 0.001, 0.001]));
    expect(tissues).toEqual([{ tissue: 'csf', block: 0 }, { tissue: 'grey', block: 0 }, { tissue: 'grey', block: 1 }, null, null]);
  });

  it('is the three-shell field at the point, turned by the tensor of its block: it jumps where the block changes', () => {
    const x = [0.0005, 0.0019, 0.0021, 0.005, 0.007];
    const field = tissueFieldAt(blocks, grid, values, Float64Array.from(x.flatMap((at) => [at, 0.001, 0.001])));
    const along = x.map((_, n) => field[3 * n + 1]);
    [1 + 0.0005, 1 + 0.0019, 2 * (1 + 0.0021), 2.5 * (1 + 0.005)].forEach((expected, n) => {
      expect(along[n]).toBeCloseTo(expected, 5);
    });
    expect(along[4]).toBeNaN();
  });

  it('on a plane is one texel a block, over the largest, and empty where no tissue is', () => {
    const { size, origin, texels, maximum } = tissuePlane(blocks, grid, values, 2, 0.0012);
    expect([size, origin]).toEqual([
      [4, 1],
      [0, 0],
    ]);
    expect(maximum).toBeCloseTo(2.5 * 1.005, 4);
    const read = (n: number, k: number): number => DataUtils.fromHalfFloat(texels[4 * n + k]);
    expect([0, 1, 2, 3].map((n) => read(n, 3))).toEqual([1, 1, 1, 0]);
    expect(read(2, 1)).toBeCloseTo(1, 3);
    expect(maximum * read(0, 1)).toBeCloseTo(1.001, 2);
  });
});
