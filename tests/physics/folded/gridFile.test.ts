import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../models/heads/colin27/build/operator/randomPoses';
import { readTissueGrid, writeTissueGrid } from '../../../src/physics/folded/gridFile';
import { readSectionFile, writeSectionFile } from '../../../src/physics/folded/sectionFile';
import { blockAt, blockField, type TissueGrid } from '../../../src/physics/folded/tissueGrid';
import { syntheticRows } from './syntheticFolded';

const random = createRandom(9);
const blocksOf = (share: number, total: number): Uint32Array =>
  Uint32Array.from({ length: total }, (_, i) => i).filter(() => random() < share);

const GRID: TissueGrid = ((): TissueGrid => {
  const dimensions = [40, 40, 30] as const;
  // White matter begins beyond what one stretch can hold.
  const blocks = { white: Uint32Array.of(40_000, 40_001, 47_999), grey: blocksOf(0.2, 48_000), csf: new Uint32Array(0) };
  const tensorsOf = (list: Uint32Array): Int16Array =>
    Int16Array.from({ length: 9 * list.length }, (_, i) => Math.round(30 * Math.sin(i / 700) + 300 * (random() - 0.5) ** 5));
  const tensors = { white: tensorsOf(blocks.white), grey: tensorsOf(blocks.grey), csf: tensorsOf(blocks.csf) };
  return {
    origin: [-0.04, -0.04, -0.03],
    spacing: 2e-3,
    dimensions,
    blocks,
    tensors,
    tensorStep: 1 / 32,
    provenance: syntheticRows().provenance,
  };
})();

const file = writeTissueGrid(GRID);

describe('The tissue grid', () => {
  it('gives back what was written', () => {
    expect(readTissueGrid(file, 'foldedGrid.bin')).toEqual(GRID);
  });

  it('finds the block of a tissue around a point, and none outside', () => {
    expect(blockAt(GRID, 'white', [-0.04 + 0.0399 * 2, -0.039 + 0.0, -0.03 + 25 * 0.002 + 0.001])).toBe(-1);
    const [x, y, z] = [40_001 % 40, Math.floor(40_001 / 40) % 40, Math.floor(40_001 / 1600)];
    expect(blockAt(GRID, 'white', [-0.04 + 0.002 * (x + 0.5), -0.04 + 0.002 * (y + 0.5), -0.03 + 0.002 * (z + 0.5)])).toBe(1);
    expect(blockAt(GRID, 'grey', [1, 0, 0])).toBe(-1);
    expect(blockAt(GRID, 'csf', [0, 0, 0])).toBe(-1);
  });

  it('turns the three-shell field by the tensor of the block', () => {
    const t = GRID.tensors.grey.subarray(9 * 7, 9 * 8);
    const field = blockField(GRID, 'grey', 7, [1, 2, -1]);
    for (let axis = 0; axis < 3; axis++) expect(field[axis]).toBeCloseTo((t[3 * axis] + 2 * t[3 * axis + 1] - t[3 * axis + 2]) / 32, 12);
  });

  it('is refused in one sentence when it contradicts itself', () => {
    const kind = { magic: 'CSFG', version: 1 };
    const { header, sections } = readSectionFile(file, kind, 'foldedGrid.bin');
    const again = (change: object): Uint8Array =>
      writeSectionFile(kind, { ...(header as object), ...change }, Object.fromEntries(sections));
    const wrong = [
      again({ dimensions: [10, 10, 10] }),
      again({ counts: { white: 2, grey: GRID.blocks.grey.length, csf: 0 } }),
      again({ counts: { white: 3, grey: GRID.blocks.grey.length + 1, csf: 0 } }),
      again({ spacing: -1 }),
      file.subarray(0, 100),
      Uint8Array.from(file, (byte, i) => (i === 500 ? byte ^ 4 : byte)),
    ];
    for (const bytes of wrong) expect(() => readTissueGrid(bytes, 'foldedGrid.bin')).toThrow(/^foldedGrid\.bin must [^\n]+\.$/);
  });
});
