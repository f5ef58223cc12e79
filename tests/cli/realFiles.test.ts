import { describe, expect, it } from 'vitest';
import { norm, type Vec3 } from '../../src/core/vec3';
import { BENCH_HEADER, ccdText, FLAT_WINGS, ringSegments, tcdText } from '../coil/files/benchCoils';
import { run, writeScene } from './writeScene';

const UNIT_POSE = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
const ABOVE = [-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, -1, 0.1, 0, 0, 0, 1];

const withFile = (file: string, more: object = {}) => ({
  head: { kind: 'sphere', center: [0, 0, 0] },
  coil: { file, pose: ABOVE, ...more },
  dIdt: 75e6,
  points: [[0.01, 0.02, 0.06]],
});

async function answerTo(scene: unknown) {
  const { exitCode, output, message } = await run('field', scene);
  expect([exitCode, message]).toEqual([0, '']);
  return JSON.parse(output);
}

describe('Coil files as people have them', () => {
  writeScene(ccdText(FLAT_WINGS), 'flat-wings.ccd');
  writeScene(ccdText(FLAT_WINGS, BENCH_HEADER.replace('150.0', 'none')), 'didt-none.ccd');
  writeScene(ccdText(FLAT_WINGS).replace('\n5.0', '\n# the second row\n\n5.0'), 'comment-inside.ccd');
  writeScene(ccdText(FLAT_WINGS, '# number of elements'), 'no-name-header.ccd');
  writeScene(tcdText({ type: 2, ...ringSegments(40, -6, 72, 'middle') }, { stimulatorList: [{ maxdIdt: 1.2e8 }] }), 'ring-midpoints.tcd');
  writeScene(ccdText(FLAT_WINGS.map((row) => row.map((value, k) => (k < 3 ? 1e3 * value : value)))), 'millimeters.ccd');

  it('line segments by their middles: A of the ring is that of its wire', async () => {
    const result = await answerTo({
      head: { kind: 'sphere', center: [0, 0, 0.1] },
      coil: { file: 'ring-midpoints.tcd', pose: UNIT_POSE },
      dIdt: 1e6,
      points: [[0.01, 0.02, 0.025]],
      quantities: ['vectorPotential', 'electricField'],
    });
    expect(Math.abs(result.vectorPotential[0][0] / -7.1761e-8 - 1)).toBeLessThan(1e-3);
    expect(Math.abs(result.vectorPotential[0][1] / 3.588e-8 - 1)).toBeLessThan(1e-3);
    expect(Math.abs(result.vectorPotential[0][2])).toBeLessThan(1e-11);
    expect(result.coil).toMatchObject({ name: 'Bench', largestRate: { file: 1.2e8 } });
    expect(result.coil.turnArea / (Math.PI * 0.04 ** 2)).toBeCloseTo(1, 2);
    expect(result.coil.notes.join(' ')).toMatch(/middles/);
    expect(result.units).toMatchObject({ largestRate: 'A/s', turnArea: 'm²' });
  });

  it('a rate of none and a comment inside: the same field as without', async () => {
    const flat = await answerTo(withFile('flat-wings.ccd'));
    expect(norm(flat.electricField[0] as Vec3)).toBeGreaterThan(10);
    expect(flat.coil).toMatchObject({ name: 'Bench wings', largestRate: { file: 150e6 }, notes: [] });
    for (const file of ['didt-none.ccd', 'comment-inside.ccd', 'no-name-header.ccd']) {
      expect((await answerTo(withFile(file))).electricField).toEqual(flat.electricField);
    }
    expect((await answerTo(withFile('didt-none.ccd'))).coil.largestRate).toBeUndefined();
  });

  it('a coil that its header does not name is named after the file', async () => {
    expect((await answerTo(withFile('no-name-header.ccd'))).coil.name).toBe('no-name-header');
  });

  it('millimeters in a file of meters are asked about, and read when they are said', async () => {
    const { exitCode, output, message } = await run('field', withFile('millimeters.ccd'));
    expect([exitCode, output]).toEqual([2, '']);
    expect(message).toMatch(/reaches 8\.\d+e\+4 mm .* 84\.\d mm if they are millimeters; coil\.unit must say which \(m, cm or mm\)\.\n$/);
    const flat = await answerTo(withFile('flat-wings.ccd'));
    const read = await answerTo(withFile('millimeters.ccd', { unit: 'mm' }));
    expect(read.electricField[0][1] / flat.electricField[0][1]).toBeCloseTo(1, 4);
  });
});

describe('A pose of four digits', () => {
  const EIGHT = [
    -0.99493719, -0.00504363, 0.10037207, 0, 0, 0.99873989, 0.05018603, -0.02, -0.10049871, 0.04993195, -0.99368346, 0.098, 0, 0, 0, 1,
  ];
  const FOUR = [-0.9949, -0.005, 0.1004, 0, 0, 0.9987, 0.0502, -0.02, -0.1005, 0.0499, -0.9937, 0.098, 0, 0, 0, 1];
  const scene = (pose: number[]) => ({
    head: { kind: 'model', id: 'colin27', method: 'modes' },
    coil: { id: 'magstim-70mm-figure8', pose },
    dIdt: 75e6,
    points: [[0, -0.02, 0.06]],
    quantities: ['electricField'],
  });

  it('is mended, the angle is told, and |E| is that of eight digits within 0.2 %', async () => {
    const eight = await run('field', scene(EIGHT));
    const four = await run('field', scene(FOUR));
    expect([eight.exitCode, four.exitCode]).toEqual([0, 0]);
    expect(four.message).toMatch(/^coil\.pose was rounded: its axes were turned by 0\.00\d+° to stand at right angles\.\n$/);
    const sizeOf = ({ output }: { output: string }) => norm(JSON.parse(output).electricField[0] as Vec3);
    expect(sizeOf(eight)).toBeCloseTo(41.4, 1);
    expect(Math.abs(sizeOf(four) / sizeOf(eight) - 1)).toBeLessThan(2e-3);
  });

  it.each([
    ['a shear', [1, 0.02], /shear/],
    ['a scale', [0, -1.05], /scale/],
    ['a mirror', [0, 1], /mirror/],
  ])('is refused when it is %s', async (_, [index, value], reason) => {
    const pose = [-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, -1, 0.1, 0, 0, 0, 1].map((entry, n) => (n === index ? value : entry));
    const { exitCode, message } = await run('field', scene(pose));
    expect(exitCode).toBe(2);
    expect(message).toMatch(reason);
  });
});
