import { describe, expect, it } from 'vitest';
import { checkLabels } from '../../../src/physics/voxels/checkLabels';
import { alignedLabels, codeAt, type LabelVolume } from '../../../src/physics/voxels/labelVolume';
import { TISSUE_CONDUCTIVITIES } from '../../../src/physics/voxels/tissues';
import { gridFromLabels, tissueFraction } from '../../../src/physics/voxels/voxelGrid';

const SIZE = [10, 12, 14] as const;

/** White in grey in fluid in bone in scalp, one voxel each, with one of air around; `change` may spoil it. */
type Change = (codes: Uint8Array) => unknown;

function nested(change: Change = () => {}): LabelVolume {
  const codes = new Uint8Array(10 * 12 * 14);
  for (let k = 0, v = 0; k < 14; k++)
    for (let j = 0; j < 12; j++)
      for (let i = 0; i < 10; i++, v++) {
        const depth = Math.min(i, j, k, 9 - i, 11 - j, 13 - k);
        codes[v] = [0, 5, 4, 3, 2, 1, 1][depth];
      }
  // The box is only ten wide: its middle is one voxel of grey, so white is put there by hand.
  codes[5 + 10 * (6 + 12 * 7)] = 1;
  change(codes);
  return alignedLabels(codes, SIZE, 1e-3, [-4.5e-3, -5.5e-3, -6.5e-3]);
}

describe('Labels', () => {
  it('are taken when they can be a head', () => {
    expect(() => checkLabels(nested(), 'head.file')).not.toThrow();
  });

  const replace =
    (from: number, to: number): Change =>
    (codes) =>
      codes.forEach((code, v) => {
        if (code === from) codes[v] = to;
      });
  const put =
    (voxel: number, code: number): Change =>
    (codes) =>
      codes.fill(code, voxel, voxel + 1);

  it.each([
    ['no grey matter', replace(2, 3), /^head\.file must hold a brain.*no grey matter/],
    ['no white matter', replace(1, 2), /^head\.file must hold a brain.*no white matter/],
    ['only air', (codes: Uint8Array) => codes.fill(0), /^head\.file must hold a brain.*no grey matter and no white matter/],
    ['scalp at the box', put(9 + 10 * (5 + 12 * 5), 5), /^head\.file must leave a layer of air.*scalp on the last x face/],
    ['fluid at the box', put(5 + 10 * 5, 3), /^head\.file must leave a layer of air.*csf on the first z face/],
    ['an unknown label', put(500, 6), /^head\.file must hold no labels but 0 to 5.*received 6/],
  ] as const)('with %s are refused by name', (_what, change, sentence) => {
    expect(() => checkLabels(nested(change), 'head.file')).toThrow(sentence);
  });

  it('with a wrong number of voxels or too many along an axis are refused', () => {
    const { codes, ...rest } = nested();
    expect(() => checkLabels({ ...rest, codes: codes.subarray(1) }, 'head.file')).toThrow(/^head\.file must hold 1680 labels/);
    expect(() => checkLabels({ ...rest, codes, size: [513, 1, 1] }, 'head.file')).toThrow(/^head\.file must have 1 to 512 voxels/);
  });

  it('keep the amount of each tissue in the partial volumes of a coarser grid', () => {
    const labels = nested();
    const grid = gridFromLabels(labels, 2e-3, TISSUE_CONDUCTIVITIES);
    expect(grid.samples).toBe(2);
    expect(grid.size.every((side) => side % 16 === 0)).toBe(true);
    const mean = grid.conductivity.reduce((sum, value) => sum + value, 0);
    const conductivities = [0, 0.126, 0.275, 1.654, 0.01, 0.465];
    const exact = labels.codes.reduce((sum, code) => sum + conductivities[code] / 8, 0);
    expect(Math.abs(mean / exact - 1)).toBeLessThan(1e-5);
    let grey = 0;
    for (let k = 0; k < 16; k++) for (let j = 0; j < 16; j++) for (let i = 0; i < 16; i++) grey += tissueFraction(grid, labels, 2, i, j, k);
    expect(grey).toBeCloseTo(labels.codes.filter((code) => code === 2).length / 8, 9);
  });

  it('are looked up by place, and are air outside', () => {
    const labels = nested();
    expect(codeAt(labels, 0.0006, 0.0006, 0.0006)).toBe(1);
    expect(codeAt(labels, -3.4e-3, 0, 0)).toBe(5);
    expect(codeAt(labels, 1, 0, 0)).toBe(0);
  });
});
