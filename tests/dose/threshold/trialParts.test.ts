import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/dose/seededRandom';
import { likelihoodGrid, MAXIMUM_LIKELIHOOD } from '../../../src/dose/threshold/maximumLikelihoodThreshold';
import { normalCdf, normalQuantile } from '../../../src/dose/threshold/normalDistribution';
import {
  backgroundQuantile,
  mepAmplitude,
  noiseFreeAmplitude,
  RECRUITMENT_FLOOR,
  type RecruitmentParameters,
  recruitedDecades,
  SMALLEST_AMPLITUDE,
} from '../../../src/dose/threshold/recruitment';
import { medianSubject } from '../../../src/dose/threshold/recruitmentPopulation';
import { errorStatistics, NO_GAMES, playGame } from '../../../src/dose/threshold/thresholdConvergence';
import { drawTrial, latestBlock, startThresholdGame, type ThresholdTrial } from '../../../src/dose/threshold/thresholdGame';
import { responseProbability, restingThreshold } from '../../../src/dose/threshold/thresholdProbability';

const relative = (value: number, expected: number) => Math.abs(value / expected - 1);
const { parameters } = medianSubject();
const exactly: RecruitmentParameters = { ...parameters, excitabilityScatter: 0, pathwayScatter: 1e-9 };

const FIRST_NUMBERS = [183588801, 478287228, 969141801, 845762137];

describe('The normal distribution', () => {
  it.each([
    [0, 0.5],
    [0.5, 0.6914624612740131],
    [1, 0.8413447460685429],
    [2.5, 0.9937903346742238],
    [-1, 0.15865525393145707],
    [-3, 0.0013498980316300933],
    [-6, 9.865876450376946e-10],
  ])('has up to %f standard deviations the tabulated share, to 2e-7', (z, share) => {
    expect(relative(normalCdf(z), share)).toBeLessThan(2e-7);
  });

  it('has the tabulated quantiles, and its median is 0', () => {
    expect(Math.abs(normalQuantile(0.975) - 1.959963984540054)).toBeLessThan(2e-6);
    expect(Math.abs(normalQuantile(0.01) + 2.3263478740408408)).toBeLessThan(2e-6);
    expect(Math.abs(normalQuantile(0.5))).toBeLessThan(1e-6);
    expect(normalCdf(normalQuantile(1e-20))).toBeGreaterThan(0);
    expect(relative(normalCdf(normalQuantile(0.3)), 0.3)).toBeLessThan(1e-11);
  });
});

describe('Seeded random numbers', () => {
  it('are the same in every version, since a shared link holds nothing but the seed', () => {
    const random = seededRandom(1);
    const first = Array.from({ length: 4 }, () => Math.round(random.uniform() * 1e9));
    expect(first).toEqual(FIRST_NUMBERS);
    const other = seededRandom(2 ** 32 + 1);
    expect(Math.round(other.uniform() * 1e9)).toBe(FIRST_NUMBERS[0]);
    expect(Math.round(seededRandom(1.9).uniform() * 1e9)).toBe(FIRST_NUMBERS[0]);
  });

  it('below a count are whole, and reach both ends', () => {
    const random = seededRandom(5);
    const drawn = new Set(Array.from({ length: 200 }, () => random.below(4)));
    expect([...drawn].sort()).toEqual([0, 1, 2, 3]);
  });
});

describe('The recruitment curve', () => {
  it('is silent up to its start, at half its decades where drive^p4 = p3, and full far beyond', () => {
    const { p2, p3, p4, p5 } = parameters;
    expect(recruitedDecades(parameters, p5)).toBe(0);
    expect(recruitedDecades(parameters, p5 - 1)).toBe(0);
    expect(recruitedDecades(parameters, p5 + 0.5)).toBeGreaterThan(0);
    expect(relative(recruitedDecades(parameters, p5 + p3 ** (1 / p4)), p2 / 2)).toBeLessThan(1e-12);
    expect(relative(recruitedDecades(parameters, p5 + 1e6), p2)).toBeLessThan(1e-6);
  });

  it('multiplies by ten for each decade of scatter after recruitment, shifts by the scatter before, adds the background', () => {
    const at = (output: number, nx: number, ny: number, background: number) => mepAmplitude(parameters, output, { nx, ny, background });
    expect(relative(at(0.8, 0, 1, 0), 10 * at(0.8, 0, 0, 0))).toBeLessThan(1e-12);
    expect(relative(at(0.75, 5, 0, 0), at(0.8, 0, 0, 0))).toBeLessThan(1e-12);
    expect(relative(at(0.8, 0, 0, 1e-5) - at(0.8, 0, 0, 0), 1e-5)).toBeLessThan(1e-9);
    expect(relative(at(0, 0, 0, 0), RECRUITMENT_FLOOR)).toBeLessThan(1e-12);
    expect(at(0, 0, 0, -1)).toBe(SMALLEST_AMPLITUDE);
    expect(noiseFreeAmplitude(parameters, 0.8)).toBe(at(0.8, 0, 0, parameters.background.location));
  });

  it('has a background whose quantiles are those of the extreme values, with the Gumbel form as the limit of shape 0', () => {
    const [location, scale] = [8e-6, 2e-6];
    for (const shape of [-0.2, 0, 0.3]) {
      expect(relative(backgroundQuantile({ location, scale, shape }, Math.exp(-1)), location)).toBeLessThan(1e-12);
      // F(x) = exp(-(1 + shape (x - location) / scale)^(-1/shape)).
      const x = backgroundQuantile({ location, scale, shape }, 0.9);
      const z = (x - location) / scale;
      const share = shape === 0 ? Math.exp(-Math.exp(-z)) : Math.exp(-((1 + shape * z) ** (-1 / shape)));
      expect(relative(share, 0.9)).toBeLessThan(1e-9);
    }
    const near = backgroundQuantile({ location, scale, shape: 1e-7 }, 0.9);
    expect(relative(near, backgroundQuantile({ location, scale, shape: 0 }, 0.9))).toBeLessThan(1e-6);
  });
});

describe('The probability of a response', () => {
  it('is a step without scatter, and one where the background alone passes the criterion', () => {
    const step = restingThreshold(exactly)!;
    expect(responseProbability(exactly, step + 0.02)).toBeGreaterThan(0.99);
    expect(responseProbability(exactly, step - 0.02)).toBeLessThan(0.01);
    const loud = { ...parameters, background: { location: 1e-3, scale: 1e-6, shape: 0 } };
    expect(responseProbability(loud, 0)).toBe(1);
    expect(restingThreshold(loud)).toBeUndefined();
  });

  it('is a half at the threshold, rises with output and falls with the criterion', () => {
    const threshold = restingThreshold(parameters)!;
    expect(Math.abs(responseProbability(parameters, threshold) - 0.5)).toBeLessThan(1e-4);
    expect(responseProbability(parameters, threshold + 0.02)).toBeGreaterThan(0.55);
    expect(responseProbability(parameters, threshold - 0.02)).toBeLessThan(0.45);
    expect(restingThreshold(parameters, 100e-6)!).toBeGreaterThan(threshold + 0.01);
    expect(restingThreshold({ ...parameters, p5: 300 })).toBeUndefined();
  });

  it('widens with the scatter before recruitment: five percent of output more spread, more responses far below', () => {
    const wide = { ...parameters, excitabilityScatter: 10 };
    expect(responseProbability(wide, 0.6)).toBeGreaterThan(2 * responseProbability(parameters, 0.6));
  });
});

const trial = (output: number, response: boolean, coupling = 1): ThresholdTrial => ({ output, response, coupling, amplitude: 0 });

describe('Trials of the threshold game', () => {
  it('respond from 50 µV on', () => {
    const silent = { ...exactly, background: { location: 0, scale: 1e-12, shape: 0 } };
    const subject = { kind: 'virtual', parameters: silent, restingThreshold: 0.7 } as const;
    const amplitude = drawTrial(subject, 0.8, seededRandom(1)).amplitude;
    expect(relative(amplitude, noiseFreeAmplitude(silent, 0.8))).toBeLessThan(1e-4);
    expect(drawTrial(subject, 0.8, seededRandom(1))).toMatchObject({ output: 0.8, coupling: 1, response: true });
    expect(drawTrial(subject, 0.8, seededRandom(1), 0.5)).toMatchObject({ output: 0.8, coupling: 0.5, response: false });
    expect(relative(drawTrial(subject, 0.4, seededRandom(1), 2).amplitude, amplitude)).toBeLessThan(1e-4);
  });

  it('keep output between nothing and the maximum, and coupling between nothing and ten', () => {
    const game = startThresholdGame(medianSubject(), 3);
    const drawn = [game.stimulate(1.7), game.stimulate(-0.2), game.stimulate(0.5, 40), game.stimulate(0.5, -1)];
    expect(drawn.map(({ output, coupling }) => [output, coupling])).toEqual([
      [1, 1],
      [0, 1],
      [0.5, 10],
      [0.5, 0],
    ]);
    expect(game.trials).toEqual(drawn);
  });

  it('form a block only while output and coupling stay, and of the last ten at most', () => {
    const moved = [trial(0.5, true, 0.8), trial(0.5, true), trial(0.5, false)];
    expect(latestBlock(moved)).toEqual({ output: 0.5, pulses: 2, responses: 1, verdict: 'undecided' });
    const many = [...Array(5).fill(trial(0.5, true)), ...Array(10).fill(trial(0.5, false))];
    expect(latestBlock(many)).toEqual({ output: 0.5, pulses: 10, responses: 0, verdict: 'missed' });
    expect(latestBlock(Array(3).fill(trial(0.5, true)), 3, 6)?.verdict).toBe('reached');
    expect(latestBlock(Array(3).fill(trial(0.5, false)), 3, 6)?.verdict).toBe('undecided');
    expect(latestBlock(Array(4).fill(trial(0.5, false)), 3, 6)?.verdict).toBe('missed');
  });
});

describe('The most likely threshold', () => {
  it('lies in the middle before the first pulse, and between the misses and the responses', () => {
    const grid = likelihoodGrid(MAXIMUM_LIKELIHOOD);
    expect(Math.abs(grid.estimate() - 0.5)).toBeLessThan(0.15);
    for (const output of [0.3, 0.4, 0.45]) grid.add({ output, response: false });
    for (const output of [0.7, 0.6, 0.55]) grid.add({ output, response: true });
    expect(grid.estimate()).toBeGreaterThan(0.45);
    expect(grid.estimate()).toBeLessThan(0.55);
  });

  it('follows the answers of a subject whose threshold is known', () => {
    const grid = likelihoodGrid(MAXIMUM_LIKELIHOOD);
    for (let n = 0; n < 40; n++) {
      const output = grid.estimate();
      grid.add({ output, response: output >= 0.62 });
    }
    expect(Math.abs(grid.estimate() - 0.62)).toBeLessThan(0.01);
  });

  it('of outputs that respond half the time is that output, with a spread of 7 % about it', () => {
    const grid = likelihoodGrid(MAXIMUM_LIKELIHOOD);
    // One standard deviation above and below: 84 % and 16 % of a hundred.
    const add = (output: number, hits: number) => {
      for (let n = 0; n < 100; n++) grid.add({ output, response: n < hits });
    };
    add(0.6, 50);
    add(0.6 * 1.07, 84);
    add(0.6 * 0.93, 16);
    expect(Math.abs(grid.estimate() - 0.6)).toBeLessThan(0.0021);
  });
});

describe('Games played', () => {
  it('are counted, with the mean of their pulses and the error of each', () => {
    const rule = { ...MAXIMUM_LIKELIHOOD, pulses: 7 };
    const two = playGame(playGame(NO_GAMES, rule, 1), rule, 1);
    expect([two.games, two.errors.length, two.failures, two.meanPulses]).toEqual([2, 2, 0, 7]);
    expect(two.errors[0]).not.toBe(two.errors[1]);
    // The second game of seed 1 is the first of seed 2.
    expect(playGame(NO_GAMES, rule, 2).errors[0]).toBe(two.errors[1]);
    for (const error of two.errors) expect(Math.abs(error)).toBeLessThan(0.2);
  });

  it('have errors whose spread is that of a sample', () => {
    const { mean, deviation, largest, close } = errorStatistics([0.04, 0.02, -0.02, 0.08]);
    expect(mean).toBeCloseTo(0.03, 12);
    expect(deviation).toBeCloseTo(Math.sqrt((1e-4 + 1e-4 + 25e-4 + 25e-4) / 3), 12);
    expect([largest, close]).toEqual([0.08, 0.5]);
  });
});
