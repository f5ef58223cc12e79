import { describe, expect, it } from 'vitest';
import { MU0 } from '../../src/core/constants';
import { formatField, formatNumber, formatSignificant } from '../../src/core/format';
import { describeValue, InputError, inputError, printable } from '../../src/core/inputError';
import { parseQuantity } from '../../src/core/parseQuantity';
import { worstGrade } from '../../src/core/sourced';
import { wrapAngle } from '../../src/core/wrapAngle';

describe('the sentence about a fault of the input', () => {
  it('names the field, what must hold and what came', () => {
    const fault = inputError('coilDistance', 'be at least 0 m', -0.002);
    expect(fault).toBeInstanceOf(InputError);
    expect(fault.message).toBe('coilDistance must be at least 0 m; instead received -0.002.');
  });

  it.each([
    ['text', '"text"'],
    ['x'.repeat(40), `"${'x'.repeat(40)}"`],
    ['x'.repeat(41), `"${'x'.repeat(40)}…"`],
    [3, '3'],
    [true, 'true'],
    [null, 'null'],
    [undefined, 'nothing'],
    [[1, 2, 3], 'a list of 3'],
    [{ a: 1 }, 'an object'],
    [() => 0, 'a function'],
    [10n, 'a bigint'],
  ])('says of %o: %s', (value, words) => {
    expect(describeValue(value)).toBe(words);
  });
});

describe('somebody else’s text in a sentence', () => {
  it('is at most as long as asked, on one line, without what cannot be printed', () => {
    expect(printable('A coil', 6)).toBe('A coil');
    expect(printable('A coil!', 6)).toBe('A coil…');
    expect(printable('a\tb\nc\u007fd\ufffde\u0000', 20)).toBe('a?b?c?d?e?');
    expect(printable('80 µm – „Spule“ ~', 40)).toBe('80 µm – „Spule“ ~');
  });
});

describe('angles', () => {
  it('are brought within half a turn of nothing', () => {
    for (const angle of [-3, -0.5, 0, 1, 3]) {
      for (const turns of [-2, 0, 1, 5]) expect(wrapAngle(angle + 2 * Math.PI * turns)).toBeCloseTo(angle, 12);
    }
    expect(Math.abs(wrapAngle(Math.PI))).toBeCloseTo(Math.PI, 12);
  });
});

describe('units', () => {
  it('are those of the SI', () => {
    expect(MU0 / 1.25663706127e-6).toBeCloseTo(1, 8);
  });

  it.each([
    ['2 cm', 'm', 0.02],
    ['2 µm', 'm', 2e-6],
    ['2 um', 'm', 2e-6],
    ['3 s', 'ms', 3],
    ['3 us', 'ms', 3e-6],
    ['2 A/s', 'A/µs', 2],
    ['2 kA/s', 'A/µs', 2e3],
    ['2 MA/s', 'A/µs', 2e6],
    ['2 A/ms', 'A/µs', 2e3],
    ['2 kA/ms', 'A/µs', 2e6],
    ['2 kA/µs', 'A/µs', 2e9],
    ['2 V/cm', 'V/m', 200],
    ['2 mV/mm', 'V/m', 2],
    ['2 mV/m', 'V/m', 2e-3],
    ['2 kV/m', 'V/m', 2e3],
    ['2 µT', 'T', 2e-6],
    ['2 uT', 'T', 2e-6],
    ['2 G', 'T', 2e-4],
    ['90 degree', 'rad', Math.PI / 2],
  ])('%s typed into a box of %s', (text, unit, expected) => {
    expect(parseQuantity(text, unit, 'value') / expected).toBeCloseTo(1, 12);
  });

  it('stand alone in a sentence where there is but one, and without degrees spelled in four ways', () => {
    expect(() => parseQuantity('4 mm', '%', 'share')).toThrow('share must be in %; instead received "4 mm".');
    expect(() => parseQuantity('4 mm', '°', 'angle')).toThrow('angle must be in rad or °; instead received "4 mm".');
  });

  it('of a kind that has no others are read as typed, and nothing else', () => {
    expect(parseQuantity('4 pulses', 'pulses', 'count')).toBe(4);
    expect(parseQuantity('4', 'pulses', 'count')).toBe(4);
    expect(() => parseQuantity('4 mm', 'pulses', 'count')).toThrow('count must be a number; instead received "4 mm".');
    expect(() => parseQuantity('x', 'mm', 'gap')).toThrow('gap must be a number with or without a unit such as mm; instead received "x".');
  });

  it('come from at most forty characters', () => {
    expect(parseQuantity('0'.repeat(40), 'mm', 'gap')).toBe(0);
    expect(() => parseQuantity('0'.repeat(41), 'mm', 'gap')).toThrow(/^gap must be a number/);
  });
});

describe('numbers at the edges of their forms', () => {
  it('have two digits below ten volts per meter and none from there on', () => {
    expect(formatField(9.95, 'V/m')).toBe('10\u202fV/m');
    expect(formatField(0.96, 'V/m')).toBe('0.96\u202fV/m');
    expect(formatField(1.004, 'T')).toBe('1.00\u202fT');
  });

  it('keep the asked digits and drop them beyond', () => {
    expect(formatSignificant(1234.5, 5)).toBe('1234.5');
    expect(formatSignificant(0.012345, 3)).toBe('0.0123');
    expect(formatSignificant(100, 2)).toBe('100');
    expect(formatSignificant(1e-20)).toBe('0.000000000000');
    expect(formatSignificant(Number.NaN)).toBe('–');
    expect(formatNumber(2.5)).toBe('3');
    expect(formatNumber(-0.5)).toBe('\u22121');
  });
});

describe('the grade of what follows from several numbers', () => {
  it('is that of the least known', () => {
    expect(worstGrade(['verified'])).toBe('verified');
    expect(worstGrade(['verified', 'computed'])).toBe('computed');
    expect(worstGrade(['secondary', 'computed', 'verified'])).toBe('secondary');
    expect(worstGrade(['assumed', 'secondary'])).toBe('assumed');
    expect(worstGrade(['unverified', 'assumed'])).toBe('unverified');
  });
});
