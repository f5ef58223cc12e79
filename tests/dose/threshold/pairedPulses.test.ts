import { describe, expect, it } from 'vitest';
import { drawnRatio, pairedPulses, windowAt } from '../../../src/dose/threshold/pairedPulses';
import { openQuestions } from '../../../src/evidence/openQuestions';

const kind = (id: string) => pairedPulses.kinds.find((one) => one.id === id)!;
const steps = (from: number, to: number): number[] => Array.from({ length: 401 }, (_, n) => from + (n / 400) * (to - from));

describe('Two pulses', () => {
  it('have the published windows: SICI at 1 to 5 ms, ICF from 10 ms, SICF peaks at 1.5 and 2.6 ms', () => {
    const spans = pairedPulses.kinds.flatMap(({ windows }) => windows.map(({ id, effect, span }) => [id, effect, ...span.value]));
    expect(spans).toEqual([
      ['sici', 'smaller', 0.001, 0.005],
      ['icf', 'larger', 0.01, 0.015],
      ['sicf', 'larger', 0.001, 0.005],
    ]);
    expect(kind('strong-first').peaks.map(({ value }) => Math.round(1e4 * value) / 10)).toEqual([1.5, 2.6]);
    expect(windowAt(kind('weak-first'), 0.007)).toBeNull();
    expect(windowAt(kind('weak-first'), 0.005)?.id).toBe('sici');
  });

  it('are drawn smaller or larger than one pulse all over a window that says so', () => {
    for (const one of pairedPulses.kinds)
      for (const { effect, span } of one.windows)
        for (const interval of steps(...span.value))
          if (effect === 'smaller') expect(drawnRatio(one, interval)).toBeLessThan(1);
          else expect(drawnRatio(one, interval)).toBeGreaterThan(1);
  });

  it('are drawn largest at the published peaks', () => {
    const one = kind('strong-first');
    const intervals = steps(...one.range.value);
    const curve = intervals.map((interval) => drawnRatio(one, interval));
    const tops = intervals.filter((_, n) => n > 0 && n < 400 && curve[n] > curve[n - 1] && curve[n] >= curve[n + 1]);
    expect(tops.length).toBe(2);
    for (const [n, { value }] of one.peaks.entries()) expect(Math.abs(tops[n] - value)).toBeLessThan(2e-5);
  });

  it('are drawn over the whole slider, and their heights are nowhere called measured', () => {
    for (const { range, drawn } of pairedPulses.kinds) {
      expect([drawn.value[0][0], drawn.value.at(-1)![0]]).toEqual(range.value);
      expect(drawn.verification).toBe('assumed');
    }
  });
});

describe('The open questions', () => {
  it('have both answers, each from other studies than the other alone', () => {
    expect(openQuestions.map(({ id }) => id)).toEqual(['state', 'eeg']);
    for (const { answers } of openQuestions) {
      expect(answers.map(({ side }) => side)).toEqual(['yes', 'no']);
      const [yes, no] = answers.map(({ texts }) => texts.map(({ source }) => source));
      expect(yes.filter((source) => !no.includes(source)).length).toBeGreaterThan(0);
      expect(no.filter((source) => !yes.includes(source)).length).toBeGreaterThan(0);
    }
  });
});
