import { describe, expect, it } from 'vitest';
import { measuredCoil } from '../../models/coils/build/measuredCoils';
import { coilCommand } from '../../src/cli/coilCommand';
import { COIL_MEASURES } from '../reference/physicsFigures';

interface Answer {
  readonly name: string;
  readonly turnArea: number;
  readonly largestRate?: Record<string, number>;
  readonly halfValueDepth: number;
  readonly source: string;
  readonly notes: readonly string[];
}
const ask = (id: string): Answer => coilCommand({ coil: { id } }) as Answer;

describe('The command coil', () => {
  it('tells area, reach, largest rates, source and notes of a coil', () => {
    const answer = ask('magventure-mc-b70');
    expect(Math.abs(answer.turnArea / measuredCoil('magventure-mc-b70')!.turnArea - 1)).toBeLessThan(0.05);
    expect(answer.halfValueDepth / COIL_MEASURES['magventure-mc-b70'][1]).toBeCloseTo(1, 3);
    expect(answer.largestRate!['magpro-x100-mc-b70'] / 155.33e6).toBeCloseTo(1, 9);
    expect(answer.largestRate).not.toHaveProperty('magstim-rapid-d70');
    expect(answer.source).toContain('Drakaki');
    expect(answer.notes.join(' ')).toMatch(/differ by up to \d/);
  });

  it('has no rate for a coil that no stimulator was measured with, and refuses an unknown one by name', () => {
    expect(ask('magstim-d50')).not.toHaveProperty('largestRate');
    expect(() => coilCommand({ coil: { id: 'none' } })).toThrow(/^coil\.id must be one of/);
  });
});
