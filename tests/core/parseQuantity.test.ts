import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatQuantity } from '../../src/core/format';
import { InputError } from '../../src/core/inputError';
import { parseQuantity } from '../../src/core/parseQuantity';

const read = (text: string, unit = 'mm'): number => parseQuantity(text, unit, 'The gap');

describe('quantities as they are typed', () => {
  it.each([
    ['4', 'mm', 0.004],
    ['4 cm', 'mm', 0.04],
    ['1,5 mm', 'mm', 0.0015],
    ['.5', 'mm', 0.0005],
    ['0.004 m', 'mm', 0.004],
    ['2e1mm', 'mm', 0.02],
    ['155 A/µs', 'A/µs', 155e6],
    ['155 A/us', 'A/µs', 155e6],
    ['0.155 kA/μs', 'A/µs', 155e6],
    ['75 kA/ms', 'A/µs', 75e6],
    ['−3', 'mm', -0.003],
    ['+3\u202fmm', 'mm', 0.003],
    ['1 200 µs', 'µs', 1.2e-3],
    ['0.3 ms', 'µs', 3e-4],
    ['65 %', '%', 0.65],
    ['65', '%', 0.65],
    ['96 V/m', 'V/m', 96],
    ['0.96 V/cm', 'V/m', 96],
    ['500 mT', 'T', 0.5],
  ])('reads %s with %s as the unit of the box', (text, unit, expected) => {
    expect(read(text, unit) / expected).toBeCloseTo(1, 12);
  });

  it('reads degrees and radians', () => {
    for (const text of ['45', '45°', '45 deg', '45 degrees', `${Math.PI / 4} rad`])
      expect(read(text, '°') / (Math.PI / 4)).toBeCloseTo(1, 12);
  });

  it.each([
    '',
    'abc',
    '4 4 mm 4',
    '1.2.3',
    '1,2,3',
    '4 kg',
    '4 V/m',
    'NaN',
    'Infinity',
    '1e999',
    '--3',
    '4 constructor',
    '9'.repeat(60),
  ])('refuses %j in one sentence that names the field', (text) => {
    expect(() => read(text)).toThrow(InputError);
    expect(() => read(text)).toThrow(/^The gap must .*; instead received .*\.$/);
  });

  it('asks about a comma that could group thousands, and reads one that cannot', () => {
    expect(() => read('1,000')).toThrow(
      'The gap must be written as 1000 or as 1.000: the comma could mean both; instead received "1,000".',
    );
    expect(() => read('−12,500 µm')).toThrow(/ as -12500 or as -12\.500: /);
    for (const [text, millimeters] of [
      ['0,125', 0.125],
      ['1,5', 1.5],
      ['1,0000', 1],
      ['1234,567', 1234.567],
      ['1 000', 1000],
      ['1000', 1000],
    ] as const)
      expect(read(text) / millimeters).toBeCloseTo(1e-3, 12);
    expect(() => read('1,000,000')).toThrow(InputError);
  });

  it('names the units that would do', () => {
    expect(() => read('4 kg')).toThrow('The gap must be in m, cm, mm or µm; instead received "4 kg".');
  });

  it('reads back whatever it has written, to the decimals written', () => {
    const display = { unit: 'mm', factor: 1e3, decimals: 3 };
    fc.assert(
      fc.property(fc.double({ min: -0.06, max: 0.06, noNaN: true }), (value) => {
        expect(Math.abs(read(formatQuantity(value, display)) - value)).toBeLessThanOrEqual(0.5001e-6);
      }),
    );
  });

  it('never answers with anything but a finite number, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        try {
          expect(Number.isFinite(read(text))).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
    );
  });
});
