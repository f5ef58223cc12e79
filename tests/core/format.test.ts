import { describe, expect, it } from 'vitest';
import { formatField, formatNumber, formatQuantity, formatSignificant } from '../../src/core/format';

const mm = { unit: 'mm', factor: 1e3, decimals: 1 };

describe('numbers as they are written', () => {
  it('carry a real minus sign, and none when they round to zero', () => {
    expect(formatNumber(-3.26, 1)).toBe('\u22123.3');
    expect(formatNumber(-0.04, 1)).toBe('0.0');
    expect(formatNumber(-0, 0)).toBe('0');
  });

  it('put a thin no-break space before the unit, but none before the degree sign', () => {
    expect(formatQuantity(0.004, mm)).toBe('4.0\u202fmm');
    expect(formatQuantity(Math.PI / 4, { unit: '°', factor: 180 / Math.PI, decimals: 0 })).toBe('45°');
    expect(formatQuantity(3, { unit: '1', factor: 1, decimals: 0 })).toBe('3');
  });

  it('keep the digits that count at every size, without exponents', () => {
    expect(formatSignificant(96.4)).toBe('96');
    expect(formatSignificant(9.96)).toBe('10');
    expect(formatSignificant(0.0123)).toBe('0.012');
    expect(formatSignificant(-1234)).toBe('\u22121234');
    expect(formatSignificant(0)).toBe('0');
  });

  it('write fields as a reader expects them: whole V/m from ten on, tesla with two decimals', () => {
    expect(formatField(118.4, 'V/m')).toBe('118\u202fV/m');
    expect(formatField(9.94, 'V/m')).toBe('9.9\u202fV/m');
    expect(formatField(0.4567, 'T')).toBe('0.46\u202fT');
    expect(formatField(0, 'V/m')).toBe('0\u202fV/m');
  });

  it('show a dash for what is not a number', () => {
    expect(formatNumber(Number.NaN)).toBe('–');
    expect(formatNumber(Number.POSITIVE_INFINITY, 2)).toBe('–');
  });
});
