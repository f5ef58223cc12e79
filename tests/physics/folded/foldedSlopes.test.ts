import { describe, expect, it } from 'vitest';
import { bendField, bendFor, bendTensors, type FoldedSlopes, isStandard, STANDARD_FACTORS } from '../../../src/physics/folded/foldedSlopes';
import { readSlopes, writeSlopes } from '../../../src/physics/folded/slopesFile';

const VERTICES = 50;
const wave = (seed: number): Int16Array => Int16Array.from({ length: 9 * VERTICES }, (_, i) => Math.round(90 * Math.sin(seed + 1.7 * i)));
const slopes: FoldedSlopes = { vertexCount: VERTICES, slopes: { white: wave(1), grey: wave(2), csf: wave(3) }, step: 1 / 256, rows: 77 };
const field = Float32Array.from({ length: 3 * VERTICES }, (_, i) => Math.cos(i));

describe('The slopes of the conductivities', () => {
  it('leave the field as it is at the standard ones', () => {
    expect(isStandard(STANDARD_FACTORS)).toBe(true);
    expect(isStandard({ ...STANDARD_FACTORS, csf: 1.01 })).toBe(false);
    expect(bendField(bendTensors(slopes, STANDARD_FACTORS), field.slice())).toEqual(field);
  });

  it('add the tensor of each tissue times the logarithm of its factor', () => {
    const factors = { white: 0.5, grey: 1, csf: 2 };
    const bent = bendField(bendTensors(slopes, factors), field.slice());
    for (const v of [0, 7, VERTICES - 1])
      for (const axis of [0, 1, 2]) {
        let expected = field[3 * v + axis];
        for (const b of [0, 1, 2]) {
          const i = 9 * v + 3 * axis + b;
          const slope = (slopes.slopes.csf[i] - slopes.slopes.white[i]) / 256;
          expected += Math.log(2) * slope * field[3 * v + b];
        }
        expect(bent[3 * v + axis]).toBeCloseTo(expected, 5);
      }
  });

  it('are turned into tensors once for the same factors', () => {
    const first = bendFor(slopes, { white: 1, grey: 1.2, csf: 1 }, null);
    expect(bendFor(slopes, { white: 1, grey: 1.2, csf: 1 }, first)).toBe(first);
    expect(bendFor(slopes, { white: 1, grey: 1.3, csf: 1 }, first)).not.toBe(first);
  });

  it('come back from their file as they were', () => {
    expect(readSlopes(writeSlopes(slopes), 'foldedSlopes.bin')).toEqual(slopes);
  });

  it('are refused where their file is cut, changed or another', () => {
    const file = writeSlopes(slopes);
    expect(() => readSlopes(file.subarray(0, 60), 'foldedSlopes.bin')).toThrow(/^foldedSlopes\.bin/);
    const changed = file.slice();
    changed[changed.length - 9] ^= 1;
    expect(() => readSlopes(changed, 'foldedSlopes.bin')).toThrow(/^foldedSlopes\.bin/);
    expect(() => readSlopes(new Uint8Array(400), 'foldedSlopes.bin')).toThrow(/^foldedSlopes\.bin/);
  });
});
