import { describe, expect, it } from 'vitest';
import { aftereffectCommand } from '../../src/cli/aftereffectCommand';

const scene = {
  pattern: { burstsInTrain: 10, trains: 20, gapBetweenTrains: 8 },
  priorContraction: true,
  laterContraction: false,
  times: [0, 297, 1800],
};

describe('The terminal command aftereffect', () => {
  it('answers with the model, its curve at the times asked, its units and its limits', () => {
    const answer = aftereffectCommand(scene) as Record<string, unknown> & { curve: number[]; limits: string[]; units: object };
    expect(Math.abs((answer.net as number) / 5.58 - 1)).toBeLessThan(0.01);
    expect(answer.curve.length).toBe(3);
    expect(answer.curve[0]).toBe(0);
    expect(Math.abs(answer.curve[1] / (answer.peak as number) - 1)).toBeLessThan(1e-4);
    expect(answer.limits.length).toBeGreaterThanOrEqual(5);
    expect(Object.keys(answer.units)).toEqual(['facilitation', 'inhibition', 'net', 'timeToPeak', 'peak', 'curve']);
  });

  it('needs no gap for one train', () => {
    const answer = aftereffectCommand({ pattern: { burstsInTrain: 200, trains: 1 }, priorContraction: true }) as { net: number };
    expect(Math.abs(answer.net / -5.433 - 1)).toBeLessThan(0.01);
  });

  it.each([
    [undefined, /^aftereffect must be an object/],
    [{ ...scene, pattern: { burstsInTrain: 10, trains: 2 } }, /^pattern\.gapBetweenTrains must be given/],
    [{ ...scene, pattern: { burstsInTrain: 1e9, trains: 1 } }, /^pattern\.burstsInTrain must be a whole number/],
    [{ ...scene, pattern: { ...scene.pattern, gapBetweenTrains: -1 } }, /^pattern\.gapBetweenTrains/],
    [{ ...scene, priorContraction: 1 }, /^priorContraction must be true or false/],
    [{ ...scene, times: [1, 'x'] }, /^times\[1\]/],
    [{ ...scene, times: new Array(200_001).fill(0) }, /^times must have at most 200000/],
    [{ ...scene, intensity: 0.8 }, /"intensity"/],
  ])('refuses bad input in one sentence', (input, message) => {
    expect(() => aftereffectCommand(input)).toThrow(message);
  });
});
