import { describe, expect, it } from 'vitest';
import { FIVE_OF_TEN, huntThreshold } from '../../../src/dose/threshold/huntThreshold';
import { MAXIMUM_LIKELIHOOD } from '../../../src/dose/threshold/maximumLikelihoodThreshold';
import { medianSubject } from '../../../src/dose/threshold/recruitmentPopulation';
import { errorStatistics, studyConvergence } from '../../../src/dose/threshold/thresholdConvergence';
import { latestBlock, startThresholdGame, type ThresholdTrial } from '../../../src/dose/threshold/thresholdGame';

const trial = (output: number, response: boolean): ThresholdTrial => ({ output, response, coupling: 1, amplitude: response ? 1e-4 : 1e-5 });
const block = (output: number, pattern: string) => [...pattern].map((letter) => trial(output, letter === 'x'));

describe('The rule five of ten', () => {
  it('is reached at the fifth response and missed at the sixth miss, without waiting for the tenth pulse', () => {
    expect(latestBlock(block(0.5, 'xxxxx'))?.verdict).toBe('reached');
    expect(latestBlock(block(0.5, '......'))?.verdict).toBe('missed');
    expect(latestBlock(block(0.5, '.....xxxx'))?.verdict).toBe('undecided');
    expect(latestBlock(block(0.5, '.....xxxxx'))?.verdict).toBe('reached');
    expect(latestBlock(block(0.5, 'xxxx.....'))?.verdict).toBe('undecided');
    expect(latestBlock(block(0.5, 'xxxx......'))?.verdict).toBe('missed');
  });

  it('counts only the latest output', () => {
    const state = latestBlock([...block(0.6, 'xxxxx'), ...block(0.5, '..x')]);
    expect(state).toEqual({ output: 0.5, pulses: 3, responses: 1, verdict: 'undecided' });
  });

  it('says nothing before the first pulse', () => expect(latestBlock([])).toBeUndefined());
});

describe('A threshold game', () => {
  it('is repeatable from its seed', () => {
    expect(huntThreshold(medianSubject(), 5)).toEqual(huntThreshold(medianSubject(), 5));
    expect(huntThreshold(medianSubject(), 6).trials).not.toEqual(huntThreshold(medianSubject(), 5).trials);
  });

  it('needs more output away from the hand area', () => {
    const responses = (coupling: number) => {
      const game = startThresholdGame(medianSubject(), 1);
      for (let i = 0; i < 200; i++) game.stimulate(0.75, coupling);
      return game.trials.filter((one) => one.response).length;
    };
    expect(responses(0.8)).toBeLessThan(responses(1) / 4);
  });

  it('ends without an estimate for a subject who cannot be driven', () => {
    const { parameters, ...rest } = medianSubject();
    const silent = { ...rest, parameters: { ...parameters, p5: 300 } };
    expect(huntThreshold(silent, 1).estimate).toBeUndefined();
  });
});

describe('Convergence over seeded games', () => {
  it('is judged by the mean, spread, largest and share near the truth of its errors', () => {
    const { mean, deviation, largest, close } = errorStatistics([0.01, -0.03, 0.02]);
    expect(mean).toBeCloseTo(0, 15);
    expect(deviation / Math.sqrt(7e-4)).toBeCloseTo(1, 12);
    expect([largest, close]).toEqual([0.03, 2 / 3]);
  });

  it('leaves the five-of-ten hunt within 1 % of output on average and 2 % in spread', () => {
    const study = studyConvergence(FIVE_OF_TEN, 500);
    expect(study.failures).toBe(0);
    expect(Math.abs(study.mean)).toBeLessThan(0.01);
    expect(study.deviation).toBeLessThan(0.02);
  });

  it('is biased low for five of ten, because the hunt stops at the first lucky block', () => {
    const study = studyConvergence(FIVE_OF_TEN, 500);
    expect(study.mean).toBeLessThan(-3 * (study.deviation / Math.sqrt(500)));
  });

  it('halves the spread of the adaptive hunt when the pulses are four times as many', () => {
    const few = studyConvergence({ ...MAXIMUM_LIKELIHOOD, pulses: 20 }, 300);
    const many = studyConvergence({ ...MAXIMUM_LIKELIHOOD, pulses: 80 }, 300);
    const ratio = few.deviation / many.deviation;
    expect(ratio).toBeGreaterThan(1.6);
    expect(ratio).toBeLessThan(2.5);
  });
});
