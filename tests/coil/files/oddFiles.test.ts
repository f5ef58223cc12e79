import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { LengthUnitQuestion, readCoilFile } from '../../../src/coil/files/readCoilFile';
import { turnArea } from '../../../src/coil/turnArea';
import { InputError } from '../../../src/core/inputError';
import type { Dipoles } from '../../../src/physics/dipoles';
import { segmentVectorPotential } from '../../../src/physics/segmentVectorPotential';
import { vectorPotential } from '../../../src/physics/vectorPotential';
import { relativeDifference } from '../../physics/relativeDifference';
import { BENCH_HEADER, ccdText, FLAT_WINGS, ringSegments, tcdText } from './benchCoils';

const POINTS = [0.01, 0.02, 0.025, -0.04, 0.03, 0.02, 0, 0, 0.03, 0.05, -0.02, 0.04];
const fieldOf = (dipoles: Dipoles) => vectorPotential(dipoles, POINTS, new Float64Array(POINTS.length));
const read = (name: string, text: string, unit?: 'm' | 'cm' | 'mm') => readCoilFile(text, name, name, unit);
const scaledRows = (factor: number) => FLAT_WINGS.map((row) => row.map((value, k) => (k < 3 ? factor * value : value)));

interface Segments {
  points: number[][];
  values: number[][];
}

/** A of the wire itself; `by`: what the points of the segments are. */
function wireField({ points, values }: Segments, share: number): Float64Array {
  const out = new Float64Array(POINTS.length);
  points.forEach((point, n) => {
    const start = point.map((value, k) => 1e-3 * (value - share * values[n][k]));
    const end = start.map((value, k) => value + 1e-3 * values[n][k]);
    const part = segmentVectorPotential([...start, ...end], POINTS, new Float64Array(POINTS.length));
    for (let i = 0; i < out.length; i++) out[i] += part[i];
  });
  return out;
}

const together = (...parts: Segments[]): Segments => ({
  points: parts.flatMap(({ points }) => points),
  values: parts.flatMap(({ values }) => values),
});
const reversed = ({ points, values }: Segments): Segments => ({ points, values: values.map((v) => v.map((x) => -x)) });
const shuffled = ({ points, values }: Segments): Segments => {
  const order = points.map((_, n) => n).sort((a, b) => ((a * 7919) % points.length) - ((b * 7919) % points.length));
  return { points: order.map((n) => points[n]), values: order.map((n) => values[n]) };
};
const RING = ringSegments(40, -6, 72, 'middle');
const EIGHT = together(ringSegments(40, -6, 72, 'middle', 12, 45), reversed(ringSegments(40, -6, 72, 'middle', 12, -45)));

it('A NIfTI file whose header is damaged is refused in one sentence', async () => {
  const bytes = new Uint8Array(400);
  bytes.set([0x6e, 0x2b, 0x31, 0], 344);
  const refused = readCoilFile(bytes.buffer, 'coil.nii', 'coil.nii');
  await expect(refused).rejects.toThrow(InputError);
  await expect(refused).rejects.toThrow('coil.nii must be a NIfTI file; instead received "a signature with a damaged header".');
});

describe('Wire segments', () => {
  it.each([
    ['by middles', RING, 0.5, /middles/],
    ['by starts', ringSegments(40, -6, 72, 'start'), 0, /starts/],
    ['by middles, rounded to a tenth of a millimeter', ringSegments(40, -6, 72, 'middle', 1), 0.5, /middles/],
    ['by starts, rounded to a hundredth of a millimeter', ringSegments(40, -6, 72, 'start', 2), 0, /starts/],
    ['in any order', shuffled(RING), 0.5, /middles/],
    ['of two wings', EIGHT, 0.5, /middles/],
    ['of two wings in any order', shuffled(EIGHT), 0.5, /middles/],
    ['in three layers', together(RING, ringSegments(30, -7, 60, 'middle'), ringSegments(35, -9, 90, 'middle')), 0.5, /middles/],
  ])('%s have the field of their wire', async (_, segments, share, rule) => {
    const { dipoles, notes } = await read('wire.tcd', tcdText({ type: 2, ...segments }));
    expect(notes.join(' ')).toMatch(rule);
    expect(relativeDifference(fieldOf(dipoles), wireField(segments, share))).toBeLessThan(4e-3);
  });

  it('a hundred thousand of them become at most twenty thousand dipoles with the same field and turn area', async () => {
    const turns = Array.from({ length: 100 }, (_, n) => ringSegments(20 + 0.2 * n, -5 - 0.05 * n, 1000, 'middle', 6));
    const all = together(...turns);
    expect(all.points.length).toBe(100_000);
    const { dipoles } = await read('many.tcd', tcdText({ type: 2, ...all }));
    expect(dipoles.positions.length / 3).toBeLessThanOrEqual(20_000);
    expect(relativeDifference(fieldOf(dipoles), wireField(all, 0.5))).toBeLessThan(4e-3);
    const meant = turns.reduce((sum, __, n) => sum + Math.PI * (0.02 + 0.0002 * n) ** 2, 0);
    expect(turnArea(dipoles) / meant).toBeCloseTo(1, 2);
  }, 30_000);

  it('that end somewhere are closed by straight leads, which is said', async () => {
    const open = { points: RING.points.slice(0, 60), values: RING.values.slice(0, 60) };
    const { notes } = await read('open.tcd', tcdText({ type: 2, ...open }));
    expect(notes.join(' ')).toMatch(/1 of 60 segments end where no other begins/);
  });
});

describe('Movable parts', () => {
  const wing = {
    stimulator: 0,
    type: 1,
    points: [
      [40, 0, -6],
      [30, 10, -6],
      [30, -10, -6],
    ],
    values: [
      [0, 0, 4e-3],
      [0, 0, 4e-3],
      [0, 0, 4e-3],
    ],
  };
  const bent = { deformList: [{ type: 'rot2p', initial: -30, range: [-90, 90], point1: [2, 0, 0], point2: [2, 1, 0] }] };

  it('stand at their initial values, turned about the line through two points and moved along an axis', async () => {
    const { dipoles, notes } = await read('bent.tcd', tcdText({ ...wing, deformations: [0] }, bent));
    const [c, s] = [Math.cos(Math.PI / 6), Math.sin(Math.PI / 6)];
    expect(dipoles.positions[0]).toBeCloseTo(1e-3 * (2 + 38 * c + 6 * s), 9);
    expect(dipoles.positions[2]).toBeCloseTo(1e-3 * (-6 * c + 38 * s), 9);
    expect(dipoles.moments[0] / (-4e-3 * s)).toBeCloseTo(1, 9);
    expect(dipoles.moments[2] / (4e-3 * c)).toBeCloseTo(1, 9);
    expect(notes.join(' ')).toMatch(/movable parts/);
    const both = { deformList: [...bent.deformList, { type: 'z', initial: 5, range: [0, 9] }] };
    const moved = await read('moved.tcd', tcdText({ ...wing, deformations: [0, 1] }, both));
    expect(moved.dipoles.positions[2] - dipoles.positions[2]).toBeCloseTo(5e-3, 9);
  });

  it('may keep their initial values in a list of ranges', async () => {
    const old = await read('bent.tcd', tcdText({ ...wing, deformations: [0] }, bent));
    const [{ type, point1, point2 }] = bent.deformList;
    const newer = { deformList: [{ type, point1, point2, deformRange: 0 }], deformRangeList: [{ initial: -30, range: [-90, 90] }] };
    expect((await read('bent.tcd', tcdText({ ...wing, deformations: [0] }, newer))).dipoles).toEqual(old.dipoles);
  });

  it('and their casings give the points that touch the head', async () => {
    const models = {
      coilModels: [
        {
          points: [
            [0, 0, 0],
            [50, 0, 0],
            [0, 50, 0],
          ],
          faces: [[0, 1, 2]],
        },
      ],
      coilCasing: 0,
    };
    const { casing } = await read('cased.tcd', tcdText(wing, models));
    const points = Array.from({ length: casing!.length / 3 }, (_, n) =>
      Array.from(casing!.subarray(3 * n, 3 * n + 3), (v) => Math.round(1e6 * v)),
    );
    expect(points).toContainEqual([50_000, 0, 0]);
    expect(points).toContainEqual([25_000, 0, 0]);
    expect(points.length).toBeGreaterThan(4);
  });
});

describe('Lengths in another unit', () => {
  it.each([
    ['millimeters in .ccd', 'a.ccd', ccdText(scaledRows(1e3)), 'mm'],
    ['centimeters in .ccd', 'a.ccd', ccdText(scaledRows(1e2)), 'cm'],
    [
      'meters in .tcd',
      'a.tcd',
      tcdText({ type: 2, points: RING.points.map((p) => p.map((v) => v / 1e3)), values: RING.values.map((p) => p.map((v) => v / 1e3)) }),
      'm',
    ],
    [
      'centimeters in .tcd',
      'a.tcd',
      tcdText({ type: 2, points: RING.points.map((p) => p.map((v) => v / 10)), values: RING.values.map((p) => p.map((v) => v / 10)) }),
      'cm',
    ],
  ] as const)('are asked about, and right once they are said: %s', async (_, name, text, unit) => {
    const fault = await read(name, text).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(LengthUnitQuestion);
    expect((fault as LengthUnitQuestion).suggested).toBe(unit);
    const meant = await read(`b${name.slice(1)}`, name.endsWith('.ccd') ? ccdText(FLAT_WINGS) : tcdText({ type: 2, ...RING }));
    expect(relativeDifference(fieldOf((await read(name, text, unit)).dipoles), fieldOf(meant.dipoles))).toBeLessThan(1e-6);
  });
});

const DIPOLE = { type: 1, points: [[30, 2, -6]], values: [[0, 0, 4e-3]] };
const packed = (values: number[]) => deflateSync(Buffer.from(Float64Array.from(values).buffer)).toString('base64');

describe('Odd files are read', () => {
  it.each([
    ['a count as a comment', 'a.ccd', ccdText(FLAT_WINGS).replace('\n360\n', '\n# 360\n')],
    ['commas between numbers', 'a.ccd', ccdText(FLAT_WINGS).replace(/ (?=[-\d])/g, ', ')],
    ['a byte order mark and returns', 'a.ccd', `\ufeff${ccdText(FLAT_WINGS).replaceAll('\n', '\r\n')}`],
    ['a name in capitals', 'A.CCD', ccdText(FLAT_WINGS)],
    ['a rate in brackets', 'a.ccd', ccdText(FLAT_WINGS, BENCH_HEADER.replace('150.0', '[150, 140]'))],
    ['no line end at the end', 'a.ccd', ccdText(FLAT_WINGS).trimEnd()],
    ['numbers packed as base64', 'a.tcd', tcdText({ type: 1, points: packed([30, 2, -6]), values: packed([0, 0, 4e-3]) })],
    [
      'base64 with line ends',
      'a.tcd',
      tcdText({ type: 1, points: packed([30, 2, -6]).replace(/(.{8})/g, '$1\n'), values: packed([0, 0, 4e-3]) }),
    ],
    ['several stimulators', 'a.tcd', tcdText(DIPOLE, { stimulatorList: [{ maxdIdt: 1e8 }, { name: 'b' }] })],
    ['a stimulator without a rate', 'a.tcd', tcdText(DIPOLE, { stimulatorList: [{ maxdIdt: null }] })],
    ['an empty list of deformations', 'a.tcd', tcdText({ ...DIPOLE, deformations: [] })],
    ['a casing of none', 'a.tcd', tcdText({ ...DIPOLE, elementCasing: -1 }, { coilCasing: null })],
    ['a small coil for animals', 'a.ccd', ccdText(scaledRows(0.2))],
    ['empty fields beside the known', 'a.tcd', tcdText(DIPOLE, { limits: null, resolution: [], x: { y: 1 } })],
  ])('%s', async (_, name, text) => {
    const { dipoles } = await read(name, text);
    expect(dipoles.positions.length).toBeGreaterThan(0);
  });
});

describe('Odd files are refused with one sentence', () => {
  it.each([
    ['no current', 'a.ccd', ccdText(FLAT_WINGS.map((row) => [...row.slice(0, 3), 0, 0, 0])), /without any moment/],
    [
      'moments a million times too small',
      'a.ccd',
      ccdText(FLAT_WINGS.map((row) => [...row.slice(0, 3), ...row.slice(3).map((m) => m * 1e-6)])),
      /turn area of at least/,
    ],
    [
      'a straight wire',
      'a.tcd',
      tcdText({
        type: 2,
        points: [
          [0, 0, 0],
          [10, 0, 0],
        ],
        values: [
          [10, 0, 0],
          [10, 0, 0],
        ],
      }),
      /without any moment/,
    ],
    ['a position that is infinite', 'a.ccd', ccdText(FLAT_WINGS).replace('5.2', '1e999'), /line 4, must hold six finite/],
    ['a planet', 'a.ccd', ccdText(scaledRows(1e4)), /reach 8 to 350 mm/],
    ['a molecule', 'a.ccd', ccdText(scaledRows(1e-6)), /reach 8 to 350 mm|turn area/],
    ['HTML', 'a.ccd', '<!doctype html><title>404</title>', /line 1, must hold six finite/],
    ['HTML under the other ending', 'a.tcd', '<!doctype html>', /must be JSON/],
    ['a .tcd under the other ending', 'a.ccd', tcdText(DIPOLE), /line 1, must hold six finite/],
    ['another ending', 'a.stl', 'solid', /must be a coil file that ends in/],
    ['decimal commas', 'a.ccd', ccdText(FLAT_WINGS).replaceAll('.', ','), /six finite numbers/],
    ['seven columns', 'a.ccd', ccdText(FLAT_WINGS.map((row) => [...row, 1])), /line 4, must hold six finite/],
    ['a line of a megabyte', 'a.ccd', `# a\n${'1 '.repeat(500_000)}`, /line 2, must have at most 4000 characters/],
    ['too many dipoles', 'a.ccd', `# a\n${'0 0 0 0 0 1e-5\n'.repeat(100_001)}`, /at most 100000 dipoles/],
    ['an element of no kind', 'a.tcd', tcdText({ ...DIPOLE, type: '1' }), /type must be 1/],
    ['a list of stimulators with a negative rate', 'a.tcd', tcdText(DIPOLE, { stimulatorList: [{ maxdIdt: -1 }] }), /must be positive/],
    [
      'a deformation of an unknown kind',
      'a.tcd',
      tcdText({ ...DIPOLE, deformations: [0] }, { deformList: [{ type: 'bend', initial: 1 }] }),
      /must be x, y, z or rot2p/,
    ],
    [
      'a deformation without a value',
      'a.tcd',
      tcdText({ ...DIPOLE, deformations: [0] }, { deformList: [{ type: 'x' }] }),
      /initial must be a finite number/,
    ],
    [
      'a turn about a point',
      'a.tcd',
      tcdText({ ...DIPOLE, deformations: [0] }, { deformList: [{ type: 'rot2p', initial: 1, point1: [1, 1, 1], point2: [1, 1, 1] }] }),
      /point2 must differ/,
    ],
    ['a casing that is not there', 'a.tcd', tcdText(DIPOLE, { coilCasing: 3 }), /coilCasing must point into coilModels/],
    ['a casing without points', 'a.tcd', tcdText(DIPOLE, { coilCasing: 0, coilModels: [{}] }), /points must be a list/],
    ['deformations that are no list', 'a.tcd', tcdText({ ...DIPOLE, deformations: 'all' }), /deformations must be a list/],
    ['numbers as texts', 'a.tcd', tcdText({ ...DIPOLE, points: [['1', '2', '3']] }), /must be a list of three numbers/],
    ['half a vector in base64', 'a.tcd', tcdText({ ...DIPOLE, points: packed([1, 2]) }), /three 64-bit floats/],
  ])('%s', async (_, name, text, reason) => {
    const fault = await read(name, text).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(InputError);
    expect((fault as InputError).message).toMatch(reason);
    expect((fault as InputError).message).toMatch(/^[^\n]{10,400}\.$/);
  });
});
