import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { InputError } from '../../src/core/inputError';
import { readInput } from '../../src/core/readInput';

const schema = z.strictObject({
  gap: z.number().min(0).max(2),
  rate: z.number().gt(0).lt(5).optional(),
  own: z.number().min(7, 'be at least seven').optional(),
  name: z.string().min(2).max(4).optional(),
  kind: z.enum(['flat', 'bent']).optional(),
  version: z.literal(1).optional(),
  inner: z.strictObject({ list: z.array(z.number()).min(1).max(2) }).optional(),
});
const read = (change: object, prefix = '') => readInput(schema, { gap: 1, ...change }, 'the coil', prefix);

describe('A value from outside', () => {
  it('comes back as it is where it fits', () => {
    const value = { gap: 2, rate: 4.9, name: 'ab', kind: 'bent', inner: { list: [1, 2] } };
    expect(readInput(schema, value, 'the coil')).toEqual(value);
  });

  it.each([
    [{ gap: 'x' }, 'gap must be a finite number; instead received "x".'],
    [{ gap: Number.NaN }, 'gap must be a finite number; instead received NaN.'],
    [{ gap: -1 }, 'gap must be at least 0; instead received -1.'],
    [{ gap: 3 }, 'gap must be at most 2; instead received 3.'],
    [{ rate: 0 }, 'rate must be above 0; instead received 0.'],
    [{ rate: 5 }, 'rate must be below 5; instead received 5.'],
    [{ own: 1 }, 'own must be at least seven; instead received 1.'],
    [{ name: 'a' }, 'name must have at least 2 characters; instead received "a".'],
    [{ name: 'abcde' }, 'name must have at most 4 characters; instead received "abcde".'],
    [{ name: 7 }, 'name must be of type string; instead received 7.'],
    [{ kind: 'round' }, 'kind must be one of flat, bent; instead received "round".'],
    [{ version: 2 }, 'version must be 1; instead received 2.'],
    [{ inner: { list: [] } }, 'inner.list must have at least 1 entries; instead received a list of 0.'],
    [{ inner: { list: [1, 2, 3] } }, 'inner.list must have at most 2 entries; instead received a list of 3.'],
    [{ inner: { list: [1, null] } }, 'inner.list[1] must be a finite number; instead received null.'],
    [{ inner: {} }, 'inner.list must be of type array; instead received nothing.'],
    [{ inner: 5 }, 'inner must be of type object; instead received 5.'],
    [{ color: 'red' }, 'the coil must have no other fields than those of its description; instead received "color".'],
    [{ inner: { list: [1], toString: 1 } }, 'inner must have no other fields than those of its description; instead received "toString".'],
  ])('is refused by one sentence about its first fault: %o', (change, sentence) => {
    expect(() => read(change)).toThrow(InputError);
    expect(() => read(change)).toThrow(sentence);
  });

  it('has a name of its own where it is wrong as a whole, and a prefix before its fields', () => {
    expect(() => readInput(schema, null, 'the coil')).toThrow('the coil must be of type object; instead received null.');
    expect(() => read({ gap: 3 }, 'coil')).toThrow('coil.gap must be at most 2; instead received 3.');
    expect(() => readInput(z.array(z.number()), [1, 'x'], 'the list', 'list')).toThrow(
      'list[1] must be a finite number; instead received "x".',
    );
  });
});
