import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/dose/seededRandom';
import { noiseFreeAmplitude, RECRUITMENT_FLOOR } from '../../../src/dose/threshold/recruitment';
import {
  drawVirtualSubject,
  medianSubject,
  recruitmentPopulation,
  THRESHOLD_RANGE,
} from '../../../src/dose/threshold/recruitmentPopulation';
import { drawTrial } from '../../../src/dose/threshold/thresholdGame';
import { responseProbability } from '../../../src/dose/threshold/thresholdProbability';

const within = (value: number, expected: number, relative: number) => expect(Math.abs(value / expected - 1)).toBeLessThan(relative);

function noiseFreeThreshold(): number {
  const { parameters } = medianSubject();
  let low = 0;
  let high = 1;
  while (high - low > 1e-9) {
    const middle = 0.5 * (low + high);
    if (noiseFreeAmplitude(parameters, middle) < 50e-6) low = middle;
    else high = middle;
  }
  return low;
}

describe('The recruitment curve of the median subject', () => {
  const { parameters } = medianSubject();

  it('has the constants that follow from the published statistics', () => {
    within(parameters.p3, 4431, 0.01);
    within(parameters.p4, 2.669, 0.01);
    within(parameters.p5, 46.4, 0.01);
    within(parameters.pathwayScatter, 0.109, 0.01);
    within(parameters.excitabilityScatter, 4.88, 0.01);
  });

  it('reaches 50 µV at 72.55 % of the maximum output', () => within(noiseFreeThreshold(), 0.7255, 0.01));

  it.each([
    [1.0, 0.05e-3],
    [1.1, 0.201e-3],
    [1.2, 0.511e-3],
    [1.3, 0.918e-3],
    [1.4, 1.334e-3],
  ])('gives at %f of that output the tabulated amplitude within 1 %%', (factor, amplitude) => {
    within(noiseFreeAmplitude(parameters, factor * noiseFreeThreshold()), amplitude, 0.01);
  });

  it('gives 13 µV at nine tenths of it, to the digits printed', () => {
    expect(Math.round(noiseFreeAmplitude(parameters, 0.9 * noiseFreeThreshold()) * 1e6)).toBe(13);
  });

  it('starts from a floor of 8.4 µV and saturates at 3.41 mV', () => {
    within(noiseFreeAmplitude(parameters, 0), 8.4e-6, 0.01);
    within(RECRUITMENT_FLOOR * 10 ** parameters.p2, 3.41e-3, 0.01);
  });

  it('rises with output', () => {
    for (let output = 0.5; output < 1; output += 0.01)
      expect(noiseFreeAmplitude(parameters, output + 0.01)).toBeGreaterThan(noiseFreeAmplitude(parameters, output));
  });
});

describe('Virtual subjects', () => {
  it('have a covariance of the published kind', () => {
    const logs = Array.from({ length: 1500 }, (_, seed) => {
      const { p3, p4 } = drawVirtualSubject(seed).parameters;
      return [Math.log10(p3), Math.log10(p4)];
    });
    const mean = (k: number) => logs.reduce((sum, row) => sum + row[k], 0) / logs.length;
    const covariance = (a: number, b: number) => logs.reduce((sum, row) => sum + (row[a] - mean(a)) * (row[b] - mean(b)), 0) / logs.length;
    // Subjects without a reachable threshold are drawn again, so the sample may be somewhat narrower than the population.
    within(covariance(0, 0), recruitmentPopulation.varianceLogP3.value, 0.15);
    within(covariance(0, 1), recruitmentPopulation.covarianceLogP3LogP4.value, 0.15);
  });

  it('come back the same from the same seed, and differ between seeds', () => {
    expect(drawVirtualSubject(7)).toEqual(drawVirtualSubject(7));
    expect(drawVirtualSubject(8).restingThreshold).not.toBe(drawVirtualSubject(7).restingThreshold);
  });

  it('have thresholds inside the stated range', () => {
    for (let seed = 0; seed < 50; seed++) {
      const { restingThreshold } = drawVirtualSubject(seed);
      expect(restingThreshold).toBeGreaterThanOrEqual(THRESHOLD_RANGE[0]);
      expect(restingThreshold).toBeLessThanOrEqual(THRESHOLD_RANGE[1]);
    }
  });

  it('respond to half the drawn trials at the threshold that quadrature finds', () => {
    const subject = medianSubject();
    const random = seededRandom(11);
    let hits = 0;
    const trials = 20_000;
    for (let i = 0; i < trials; i++) if (drawTrial(subject, subject.restingThreshold, random).response) hits++;
    // Standard error of the share is 0.0035.
    expect(Math.abs(hits / trials - 0.5)).toBeLessThan(0.014);
    expect(responseProbability(subject.parameters, subject.restingThreshold + 0.05)).toBeGreaterThan(0.8);
  });
});

describe('Seeded random numbers', () => {
  it('are uniform and normal to within their sampling error', () => {
    const random = seededRandom(3);
    const n = 100_000;
    let sum = 0;
    let normalSum = 0;
    let squares = 0;
    for (let i = 0; i < n; i++) {
      sum += random.uniform();
      const z = random.normal();
      normalSum += z;
      squares += z * z;
    }
    expect(Math.abs(sum / n - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / n));
    expect(Math.abs(normalSum / n)).toBeLessThan(4 / Math.sqrt(n));
    expect(Math.abs(squares / n - 1)).toBeLessThan(4 * Math.sqrt(2 / n));
  });

  it('of neighboring seeds are not correlated', () => {
    const first = Array.from({ length: 2000 }, (_, seed) => seededRandom(seed).uniform() - 0.5);
    const correlation =
      first.slice(1).reduce((sum, value, i) => sum + value * first[i], 0) / first.reduce((sum, value) => sum + value * value, 0);
    expect(Math.abs(correlation)).toBeLessThan(4 / Math.sqrt(2000));
  });
});
