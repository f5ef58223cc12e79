import { describe, expect, it } from 'vitest';
import {
  finiteNumber,
  identifier,
  interval,
  plainText,
  positiveNumber,
  share,
  sourcedNumber,
  sourcedShare,
  sourcedText,
} from '../../src/core/sourcedSchema';

const provenance = { source: 'barker-1985', verification: 'verified' } as const;
const accepts = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown) => schema.safeParse(value).success;

describe('The forms of the data files', () => {
  it('bound texts, ids and numbers, the ends included', () => {
    expect(['x', 'x'.repeat(2000), '', 'x'.repeat(2001)].map((text) => accepts(plainText, text))).toEqual([true, true, false, false]);
    expect(['a', '9-a', 'a'.repeat(61), 'a'.repeat(62), '-a', 'A', ''].map((id) => accepts(identifier, id))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect([1e15, -1e15, 1.1e15, -1.1e15, Number.NaN].map((value) => accepts(finiteNumber, value))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect([1e-30, 0, -1].map((value) => accepts(positiveNumber, value))).toEqual([true, false, false]);
    expect([0, 1, -0.01, 1.01].map((value) => accepts(share, value))).toEqual([true, true, false, false]);
    expect(
      [
        [1, 2],
        [2, 2],
        [2, 1],
      ].map((value) => accepts(interval, value)),
    ).toEqual([true, true, false]);
  });

  it('hold a number with unit, source and grade, and nothing else but a note', () => {
    const entry = { value: 3, unit: 'mm', ...provenance };
    expect(accepts(sourcedNumber('mm', 'cm'), entry)).toBe(true);
    expect(accepts(sourcedNumber('mm', 'cm'), { ...entry, note: 'measured' })).toBe(true);
    for (const change of [{ unit: 'm' }, { source: undefined }, { verification: 'sure' }, { value: '3' }, { extra: 1 }, { note: '' }]) {
      expect(accepts(sourcedNumber('mm', 'cm'), { ...entry, ...change })).toBe(false);
    }
    expect(accepts(sourcedNumber(), { ...entry, unit: 'furlong' })).toBe(true);
    expect(['x'.repeat(60), 'x'.repeat(61), ''].map((unit) => accepts(sourcedNumber(), { ...entry, unit }))).toEqual([true, false, false]);
    expect(accepts(sourcedShare, { ...entry, value: 0.3, unit: '1' })).toBe(true);
    expect(accepts(sourcedShare, { ...entry, value: 0.3 })).toBe(false);
  });

  it('hold a sentence with source and grade', () => {
    expect(accepts(sourcedText, { text: 'So it is.', ...provenance })).toBe(true);
    expect(accepts(sourcedText, { text: 'So it is.' })).toBe(false);
    expect(accepts(sourcedText, { ...provenance })).toBe(false);
  });
});
