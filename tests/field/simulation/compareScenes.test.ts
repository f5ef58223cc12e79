import { describe, expect, it } from 'vitest';
import { type SceneMeasures, verdict } from '../../../src/field/simulation/compareScenes';

const A: SceneMeasures = { unit: 'V/m', atTarget: 80, underCoil: 85, maximum: 90, areaAbove: 0.002, peakDistance: 0.005 };
const write = (change: Partial<SceneMeasures>, a: SceneMeasures = A): string =>
  verdict(a, { ...a, ...change }, 60).replaceAll('\u202f', ' ');

describe('The verdict', () => {
  it('is one sentence with the numbers', () => {
    expect(write({ atTarget: 89.6, areaAbove: 0.00262, peakDistance: 0.011 })).toBe(
      'B gives 12 % more at the target and has 31 % more cortex above 60 V/m; its strongest point is 6 mm farther from the target.',
    );
    expect(write({ atTarget: 76, areaAbove: 0.0019, peakDistance: 0.001 })).toBe(
      'B gives 5.0 % less at the target and has 5.0 % less cortex above 60 V/m; its strongest point is 4 mm nearer to the target.',
    );
  });

  it('says so where nothing changed', () => {
    expect(write({})).toBe(
      'B gives the same field at the target and has as much cortex above 60 V/m; its strongest point is as far from the target.',
    );
  });

  it('counts times from twice on, and has words for nothing at all', () => {
    expect(write({ atTarget: 160, areaAbove: 0.03 })).toContain('gives 2.0 times as much at the target and has 15 times as much cortex');
    expect(write({ areaAbove: 0 })).toContain('reaches no cortex above 60 V/m, A 20.0 cm²');
    expect(write({ areaAbove: 0.001 }, { ...A, areaAbove: 0 })).toContain('reaches 10.0 cm² of cortex above 60 V/m, A none');
    expect(write({}, { ...A, areaAbove: 0 })).toContain('neither reaches any cortex above 60 V/m');
    expect(write({ atTarget: 3 }, { ...A, atTarget: 0 })).toContain('gives a field where A has none');
  });

  it('refuses to compare a field with a flux density', () => {
    expect(verdict(A, { ...A, unit: 'T' }, 60)).toMatch(/^A and B show different quantities/);
  });
});
