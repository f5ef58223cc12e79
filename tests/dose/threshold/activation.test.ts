import { describe, expect, it } from 'vitest';
import { outputForIntensity } from '../../../src/dose/protocol/intensityReference';
import { activatedMeasure, activationField, isActivated } from '../../../src/dose/threshold/activationCriterion';
import { depthAdjustedThreshold, fieldMatchedThreshold, STOKES_SLOPE_2007 } from '../../../src/dose/threshold/depthAdjustment';
import { equivalentRectangularWidth, MEMBRANE_TIME_CONSTANTS, pulseGain } from '../../../src/dose/threshold/membraneConstants';
import { fieldAtOutput, outputAtField, outputAtRate, rateAtOutput } from '../../../src/dose/threshold/outputConversion';
import { createPulse } from '../../../src/physics/pulse/createPulse';
import { strengthDuration } from '../../../src/physics/pulse/strengthDuration';

const rectangular = (phaseDuration: number) => createPulse({ shape: 'rectangular', phaseDuration, amplitudeRatio: 50, maxdIdt: 1e8 });

describe('Output, rate and field', () => {
  it('convert into each other and back', () => {
    const most = 155.3e6;
    expect(outputAtRate(rateAtOutput(0.62, most), most)).toBeCloseTo(0.62, 12);
    const field = fieldAtOutput(0.62, most, 1.2e-6);
    expect(field / (0.62 * 155.3 * 1.2)).toBeCloseTo(1, 12);
    expect(outputAtField(field, most, 1.2e-6)).toBeCloseTo(0.62, 12);
  });
});

describe('Depth adjustment', () => {
  it('adds 12 % of output for 4 mm: the worked example 50 to 62, and 74.4 at 120 %', () => {
    const adjusted = depthAdjustedThreshold(0.5, 0.022, 0.018);
    expect(adjusted).toBeCloseTo(0.62, 12);
    expect(1.2 * adjusted).toBeCloseTo(0.744, 12);
    expect(depthAdjustedThreshold(0.5, 0.022, 0.018, STOKES_SLOPE_2007.value)).toBeCloseTo(0.612, 12);
  });

  it('by the field model keeps the field at the target equal', () => {
    const output = fieldMatchedThreshold(0.5, 1.5e-6, 1.2e-6);
    expect(output * 1.2e-6).toBeCloseTo(0.5 * 1.5e-6, 15);
  });
});

describe('Intensity', () => {
  it('is not converted between resting and active threshold', () => {
    expect(outputForIntensity(1.2, 'rMT', { resting: 0.5 })).toEqual({ output: 0.6 });
    expect(outputForIntensity(0.8, 'aMT', { resting: 0.5 }).output).toBeUndefined();
    expect(outputForIntensity(0.8, 'aMT', { resting: 0.5, active: 0.4 }).output).toBeCloseTo(0.32, 12);
  });

  it('beyond the machine is said, not clipped', () => expect(outputForIntensity(1.2, 'rMT', { resting: 0.9 }).output).toBeUndefined());
});

describe('The activated region', () => {
  const magnitudes = [0.2e-6, 0.5e-6, 0.9e-6, 1.4e-6];
  const weights = [1, 2, 4, 8];
  const gain = (width: number) => pulseGain(rectangular(width), 'posterior-anterior');
  const criterion = (width: number) => ({ thresholdField: 60, referenceGain: gain(100e-6), pulseGain: gain(width) });

  it('grows with intensity and with pulse width', () => {
    const measure = (dIdt: number, width: number) => activatedMeasure(magnitudes, weights, dIdt, criterion(width));
    expect(measure(50e6, 100e-6)).toBe(8);
    expect(measure(70e6, 100e-6)).toBe(12);
    expect(measure(130e6, 100e-6)).toBe(14);
    expect(measure(50e6, 200e-6)).toBe(12);
    expect(measure(0, 100e-6)).toBe(0);
  });

  it('is the reference threshold for the reference pulse', () => {
    expect(activationField(criterion(100e-6))).toBeCloseTo(60, 10);
    expect(isActivated(60.001, criterion(100e-6))).toBe(true);
    expect(isActivated(59.999, criterion(100e-6))).toBe(false);
  });

  it('agrees with the strength-duration law for rectangular pulses', () => {
    const tau = MEMBRANE_TIME_CONSTANTS['posterior-anterior'].mean.value;
    for (const width of [30e-6, 60e-6, 120e-6, 200e-6]) {
      const law = strengthDuration(width, tau, 1) / strengthDuration(100e-6, tau, 1);
      expect(Math.abs(activationField(criterion(width)) / 60 / law - 1)).toBeLessThan(1e-3);
      expect(Math.abs(equivalentRectangularWidth(gain(width), tau) / width - 1)).toBeLessThan(1e-3);
    }
  });

  it.each([
    [30e-6, 2.89],
    [60e-6, 1.54],
    [120e-6, 0.87],
    [200e-6, 0.61],
    [300e-6, 0.48],
  ])('needs the tabulated multiple of the 100 µs threshold at %f s', (width, factor) => {
    const ratio = strengthDuration(width, 231e-6, 1) / strengthDuration(100e-6, 231e-6, 1);
    expect(Math.abs(ratio - factor)).toBeLessThan(0.0051);
  });
});
