import { describe, expect, it } from 'vitest';
import { thresholdData } from '../../src/dose/threshold/thresholdData';
import { standardScore } from '../../src/placement/headSize';
import { THIS_HEAD } from '../../src/ui/bound/thisHead';

describe('The size of this head', () => {
  it('is 39.0, 39.3 and 62.0 cm: 1.3 to 1.8 standard deviations above the mean of people', () => {
    expect(THIS_HEAD.map(({ id, value }) => `${id} ${(100 * value).toFixed(1)}`)).toEqual([
      'nasionInion 39.0',
      'tragus 39.3',
      'circumference 62.0',
    ]);
    const scores = THIS_HEAD.map(({ score }) => score);
    expect(scores[0]).toBeCloseTo(2.5 / 1.9, 6);
    expect(scores[1]).toBeCloseTo(2.7 / 1.6, 6);
    expect(scores[2]).toBeCloseTo(4.4 / 2.5, 6);
    expect([Math.min(...scores).toFixed(1), Math.max(...scores).toFixed(1)]).toEqual(['1.3', '1.8']);
  });

  it('is told beside means whose paper is not known, as unverified', () => {
    expect(new Set(THIS_HEAD.map(({ mean }) => mean.verification))).toEqual(new Set(['unverified']));
  });
});

describe('A standard score', () => {
  it('is counted in standard deviations from the mean, below it negative', () => {
    const { mean, deviation } = thresholdData.people.restingThreshold;
    expect([mean.value, deviation.value]).toEqual([0.543, 0.121]);
    expect(standardScore(mean.value - deviation.value, mean.value, deviation.value)).toBeCloseTo(-1, 12);
  });
});

describe('A threshold carried to another coil', () => {
  it('is printed as wrong by 1.3 % of output by the field and 6.1 % by scaling', () => {
    const { byField, byScaling } = thresholdData.acrossCoils;
    expect([(100 * byField.value).toFixed(1), (100 * byScaling.value).toFixed(1)]).toEqual(['1.3', '6.1']);
  });
});
