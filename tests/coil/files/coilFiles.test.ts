import { deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCcd } from '../../../src/coil/files/readCcd';
import { readTcd } from '../../../src/coil/files/readTcd';
import { InputError } from '../../../src/core/inputError';
import { circularTurnVectorPotential } from '../../../src/physics/circularTurnVectorPotential';
import { vectorPotential } from '../../../src/physics/vectorPotential';
import { relativeDifference } from '../../physics/relativeDifference';

const CCD = [
  '# Test coil;version=1.0;dIdtmax=155.3,149.8;stimulator=x',
  '2',
  '# centers and moments',
  '0.01 0.02 -0.005 0 0 1e-3',
  '-1e-2 0 0 0 .5 -2.',
].join('\n');

describe('A .ccd file', () => {
  it('gives name, rates and dipoles', () => {
    const { dipoles, name, maxdIdt } = readCcd(`${CCD}\r\n\n`);
    expect(name).toBe('Test coil');
    expect(maxdIdt).toEqual([155.3e6, 149.8e6]);
    expect(Array.from(dipoles.positions)).toEqual([0.01, 0.02, -0.005, -0.01, 0, 0]);
    expect(Array.from(dipoles.moments)).toEqual([0, 0, 1e-3, 0, 0.5, -2]);
  });

  it('may say nothing of itself', () => {
    const { name, maxdIdt } = readCcd(CCD.replace(/^#.*/, '#'));
    expect(name).toBeNull();
    expect(maxdIdt).toEqual([]);
  });

  it('may have any count, comments and empty lines anywhere, and no count at all', () => {
    const meant = readCcd(CCD).dipoles;
    for (const count of [0, 1, 3, 100_001]) {
      const read = readCcd(CCD.replace('\n2\n', `\n${count}\n`));
      expect(read.dipoles).toEqual(meant);
      expect(read.notes).toEqual([`The file announces ${count} dipoles and holds 2; all 2 are used.`]);
    }
    expect(readCcd(CCD).notes).toEqual([]);
    expect(readCcd(CCD.replace('\n2\n', '\n')).dipoles).toEqual(meant);
    expect(readCcd(CCD.replace('\n-1e-2', ' # right wing\n\n# left wing\n  \n-1e-2')).dipoles).toEqual(meant);
    expect(readCcd(CCD.replaceAll('\n', '\r')).dipoles).toEqual(meant);
    expect(readCcd(`\ufeff${CCD.replace('0.01 0.02', '0.01,\t0.02')}`).dipoles).toEqual(meant);
  });

  it.each([
    ['# a;coilname=Real name;dIdtmax=100', 'Real name'],
    ['# coil.ccd version 1.1;coilname=Real name', 'Real name'],
    ['# coil.ccd version 1.1;dIdtmax=none', null],
    ['# number of elements', null],
    ['# Number of Elements ', null],
    ['# My coil', 'My coil'],
    ['#', null],
  ])('is named by its header %s as %s', (header, name) => {
    expect(readCcd(CCD.replace(/^#.*/, header)).name).toBe(name);
  });

  it.each(['none', 'None', '', 'NaN', 'unknown'])('may state no largest rate: %s', (rate) => {
    expect(readCcd(CCD.replace('155.3,149.8', rate)).maxdIdt).toEqual([]);
  });

  it.each([
    ['an empty file', '', /must hold at least one dipole/],
    ['comments only', '# a\n# b\n', /must hold at least one dipole/],
    ['a position kilometers away', CCD.replace('-1e-2', '-1e4'), /line 5, must lie within/],
    ['no comment first', CCD.replace('# Test', 'Test'), /line 1,/],
    ['no count', CCD.replace('\n2\n', '\ntwo\n'), /line 2,/],
    ['a negative count', CCD.replace('\n2\n', '\n-2\n'), /line 2,/],
    ['no second comment', CCD.replace('# centers', 'centers'), /line 3,/],
    ['five numbers', CCD.replace('0 0 1e-3', '0 1e-3'), /line 4,/],
    ['a word', CCD.replace('.5 -2.', '.5 moment'), /line 5,/],
    ['NaN', CCD.replace('1e-3', 'NaN'), /line 4,/],
    ['Infinity', CCD.replace('1e-3', 'Infinity'), /line 4,/],
    ['1e999', CCD.replace('1e-3', '1e999'), /line 4,/],
    ['a hexadecimal number', CCD.replace('1e-3', '0x10'), /line 4,/],
    ['a rate that is none', CCD.replace('155.3,', 'fast,'), /line 1, dIdtmax/],
  ])('is refused with line and reason for %s', (_, text, where) => {
    expect(() => readCcd(text)).toThrow(InputError);
    expect(() => readCcd(text)).toThrow(where);
  });

  it('is refused or read, never anything else', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: fc.constantFrom('#', '\n', '1', ' ', 'e', '-', '.', ';', 'x', '=') }), (text) => {
        try {
          readCcd(text);
        } catch (fault) {
          expect(fault).toBeInstanceOf(InputError);
        }
      }),
    );
  });
});

const packed = (values: readonly number[]) => Buffer.from(Float64Array.from(values).buffer);
const tcd = (element: object, more: object = {}) =>
  JSON.stringify({ name: 'T', stimulatorList: [{ name: 's', maxdIdt: 1e8 }], coilElementList: [element], ...more });
const DIPOLE = { stimulator: 0, type: 1, points: [[1, 2, 3]], values: [[4, 5, 6]] };

describe('A .tcd file', () => {
  it('gives dipoles in millimeters as dipoles in meters', async () => {
    const { dipoles, name, maxdIdt } = await readTcd(tcd(DIPOLE));
    expect(name).toBe('T');
    expect(maxdIdt).toEqual([1e8]);
    expect(Array.from(dipoles.positions, (v) => Math.round(v * 1e9) / 1e9)).toEqual([0.001, 0.002, 0.003]);
    expect(Array.from(dipoles.moments)).toEqual([4, 5, 6]);
  });

  it.each([
    ['plain', (b: Buffer) => b],
    ['zlib', (b: Buffer) => deflateSync(b)],
    ['gzip', (b: Buffer) => gzipSync(b)],
  ])('may hold its numbers as base64, %s', async (_, pack) => {
    const element = { ...DIPOLE, points: pack(packed([1, 2, 3])).toString('base64'), values: pack(packed([4, 5, 6])).toString('base64') };
    const { dipoles } = await readTcd(tcd(element));
    expect(Array.from(dipoles.moments)).toEqual([4, 5, 6]);
  });

  it('gives line segments the field of their wire', async () => {
    const count = 90;
    const corner = (i: number) => [45 * Math.cos((2 * Math.PI * i) / count), 45 * Math.sin((2 * Math.PI * i) / count), -5];
    const points = Array.from({ length: count }, (_, i) => corner(i));
    const values = points.map((p, i) => corner(i + 1).map((value, k) => value - p[k]));
    const { dipoles } = await readTcd(tcd({ ...DIPOLE, type: 2, points, values }));
    const at = [0.01, 0.02, 0.03, -0.04, 0.03, 0.02];
    const exact = circularTurnVectorPotential(0.045, [0.01, 0.02, 0.035, -0.04, 0.03, 0.025], new Float64Array(6));
    expect(relativeDifference(vectorPotential(dipoles, at, new Float64Array(6)), exact)).toBeLessThan(5e-3);
  });

  it.each([
    ['broken JSON', '{"coilElementList":\n[', /line 2,|must be JSON/],
    ['a list', '[]', /must be a JSON object/],
    ['no elements', '{}', /coilElementList must/],
    ['an empty list of elements', '{"coilElementList":[]}', /coilElementList must/],
    ['an element that is none', '{"coilElementList":[3]}', /coilElementList\[0\] must/],
    [
      'a movable part that is not there',
      tcd({ ...DIPOLE, deformations: [0] }),
      /coilElementList\[0\]\.deformations must point into deformList/,
    ],
    ['a sampled field without samples', tcd({ ...DIPOLE, type: 3 }), /coilElementList\[0\]\.data must hold 7 samples or more/],
    ['an unknown type', tcd({ ...DIPOLE, type: 7 }), /coilElementList\[0\]\.type must/],
    ['no points', tcd({ ...DIPOLE, points: undefined }), /coilElementList\[0\]\.points must/],
    ['a point of two numbers', tcd({ ...DIPOLE, points: [[1, 2]] }), /points\[0\] must be a list of three numbers/],
    ['a point of words', tcd({ ...DIPOLE, points: [['a', 'b', 'c']] }), /points\[0\] must/],
    ['an infinite moment', tcd(DIPOLE).replace('[[4,5,6]]', '[[4,5,1e999]]'), /values\[0\] must hold finite/],
    [
      'unlike lengths',
      tcd({
        ...DIPOLE,
        values: [
          [1, 2, 3],
          [1, 2, 3],
        ],
      }),
      /values must have as many vectors as points/,
    ],
    ['a position kilometers away', tcd({ ...DIPOLE, points: [[1, 2, 3e6]] }), /points\[0\] must lie within/],
    ['text that is no base64', tcd({ ...DIPOLE, points: '%%%' }), /points must be lists of numbers or base64/],
    ['bytes that are no vectors', tcd({ ...DIPOLE, points: packed([1, 2]).toString('base64') }), /points must hold 1 to/],
    [
      'a decompression bomb',
      tcd({ ...DIPOLE, points: deflateSync(Buffer.alloc(50_000_000)).toString('base64') }),
      /points must unpack to at most/,
    ],
    ['a rate that is none', tcd(DIPOLE, { stimulatorList: [{ maxdIdt: -1 }] }), /maxdIdt must be positive/],
  ])('is refused by name for %s', async (_, text, where) => {
    await expect(readTcd(text)).rejects.toThrow(InputError);
    await expect(readTcd(text)).rejects.toThrow(where);
  });
});
