import { describe, expect, it } from 'vitest';
import { measuredCoil } from '../../models/coils/build/measuredCoils';
import { coilCommand } from '../../src/cli/coilCommand';
import { ccdText, FLAT_WINGS } from '../coil/files/benchCoils';
import { COIL_MEASURES } from '../reference/physicsFigures';
import { run, writeScene } from './writeScene';

interface Answer {
  readonly name: string;
  readonly turnArea: number;
  readonly largestRate?: Record<string, number>;
  readonly halfValueDepth: number;
  readonly source: string;
  readonly notes: readonly string[];
}
const answerOf = async (coil: object): Promise<Answer> => (await coilCommand({ coil }, '.')) as Answer;
const ask = (id: string): Promise<Answer> => answerOf({ id });

describe('The command coil', () => {
  writeScene(ccdText(FLAT_WINGS), 'command-wings.ccd');

  it('tells area, reach, largest rates, source and notes of a coil', async () => {
    const answer = await ask('magventure-mc-b70');
    expect(Math.abs(answer.turnArea / measuredCoil('magventure-mc-b70')!.turnArea - 1)).toBeLessThan(0.05);
    expect(answer.halfValueDepth / COIL_MEASURES['magventure-mc-b70'][1]).toBeCloseTo(1, 3);
    expect(answer.largestRate!['magpro-x100-mc-b70'] / 155.33e6).toBeCloseTo(1, 9);
    expect(answer.largestRate).not.toHaveProperty('magstim-rapid-d70');
    expect(answer.source).toContain('Drakaki');
    expect(answer.notes.join(' ')).toMatch(/differ by up to \d/);
  });

  it('has no rate for a coil that no stimulator was measured with, and refuses an unknown one by name', async () => {
    expect(await ask('magstim-d50')).not.toHaveProperty('largestRate');
    await expect(ask('none')).rejects.toThrow(/^coil\.id must be one of/);
  });

  it('tells the same of a file: two flat wings of 4 cm², the rate under the key of the file, the notes of the reader', async () => {
    const { output } = await run('coil', { coil: { file: 'command-wings.ccd' } });
    const answer = JSON.parse(output) as Answer & { dipoles: number };
    expect(answer).toMatchObject({
      name: 'Bench wings',
      dipoles: FLAT_WINGS.length,
      largestRate: { file: 150e6 },
      source: 'command-wings.ccd',
    });
    expect(answer.turnArea / (FLAT_WINGS.length * 4e-4)).toBeCloseTo(1, 6);
    expect(answer.halfValueDepth).toBeGreaterThan(0.01);
    expect(answer.halfValueDepth).toBeLessThan(0.025);
    expect(answer.notes.join(' ')).toContain('own frame is taken as it is');
  });

  it('takes dipoles as they lie in the head frame, and refuses one inside the head', async () => {
    const dipoles = { positions: [[0, 0, 0.3]], moments: [[0, 0, 2]] };
    const answer = await answerOf({ dipoles });
    expect(answer).toMatchObject({ dipoles: 1, turnArea: 2, notes: [] });
    expect(answer).not.toHaveProperty('largestRate');
    await expect(answerOf({ dipoles: { ...dipoles, positions: [[0, 0, 0.05]] } })).rejects.toThrow(
      'coil.dipoles must lie outside the head of 0.085 m about the origin; instead received "one at 0.0500 m".',
    );
    await expect(answerOf({ id: 'magstim-d70', dipoles })).rejects.toThrow(/^coil must have exactly one of dipoles, id and file/);
  });
});

describe('A pose from another program', () => {
  writeScene('-1 0 0 0\n0 1 0 0\n0 0 -1 100\n0 0 0 1\n', 'simnibs.txt');
  writeScene('-1 0 0 0\n0 1 0 0\n0 0 -1 100\n0 0 0 1\n\n-1 0 0 0\n0 1 0 0\n0 0 -1 120\n0 0 0 1\n', 'two.txt');
  const scene = (place: object) => ({
    head: { kind: 'sphere', center: [0, 0, 0] },
    coil: { id: 'magstim-70mm-figure8', ...place },
    dIdt: 1e6,
    points: [[0, 0, 0.07]],
  });
  const matrix = (z: number) => [-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, -1, z, 0, 0, 0, 1];

  it('gives the field of the same pose in meters; of several the named one is taken', async () => {
    const { output } = await run('field', scene({ pose: matrix(0.1) }));
    expect((await run('field', scene({ poseFile: 'simnibs.txt' }))).output).toBe(output);
    const farther = (await run('field', scene({ pose: matrix(0.12) }))).output;
    expect((await run('field', scene({ poseFile: 'two.txt', poseName: 'pose 2' }))).output).toBe(farther);
    expect(farther).not.toBe(output);
  });

  it.each([
    [{ poseFile: 'two.txt' }, /^coil\.poseName must name one of the 2 poses of two\.txt \(pose 1, pose 2\)/],
    [{ poseFile: 'two.txt', poseName: 'pose 3' }, /^coil\.poseName must name one of the 2 poses/],
    [{ poseFile: 'simnibs.txt', pose: matrix(0.1) }, /^coil\.pose must not stand beside a poseFile/],
    [{}, /^coil\.pose must be 16 numbers, or a poseFile in its place/],
    [{ poseFile: 'none.txt' }, /^coil\.poseFile none\.txt must be readable/],
  ])('%j is refused by one sentence', async (place, sentence) => {
    expect(await run('field', scene(place))).toMatchObject({ exitCode: 2, message: expect.stringMatching(sentence) });
  });
});
