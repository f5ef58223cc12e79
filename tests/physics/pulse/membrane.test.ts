import { describe, expect, it } from 'vitest';
import { createPulse } from '../../../src/physics/pulse/createPulse';
import { expressionPulse } from '../../../src/physics/pulse/expressionPulse';
import { membranePeak, membraneResponse } from '../../../src/physics/pulse/membraneResponse';
import { strengthDuration } from '../../../src/physics/pulse/strengthDuration';

const TAU = 231e-6;
const rectangle = (phaseDuration: number, amplitudeRatio = 56) =>
  createPulse({ shape: 'rectangular', phaseDuration, amplitudeRatio, maxdIdt: 1e8 });

describe('The membrane', () => {
  it('charges to 1 - exp(-t/τ) under a constant field', () => {
    const response = membraneResponse(rectangle(310e-6, 1), TAU, 621);
    for (const i of [50, 155, 310]) {
      const t = (i / 620) * 620e-6;
      expect(Math.abs(response[i] / (1 - Math.exp(-t / TAU)) - 1)).toBeLessThan(1e-6);
    }
  });

  it('needs for one level just the field that the strength-duration law gives', () => {
    for (const width of [30e-6, 100e-6, 300e-6]) {
      const threshold = strengthDuration(width, TAU, 1);
      expect(Math.abs(membranePeak(rectangle(width), TAU) * threshold - 1)).toBeLessThan(1e-3);
    }
  });

  it('answers a sinusoid like a low-pass filter', () => {
    const omega = 2 * Math.PI * 3000;
    const pulse = expressionPulse({ expression: `sin(${omega}*t)`, duration: 20 / 3000, maxdIdt: 1 });
    const response = membraneResponse(pulse, TAU, 20001);
    const last = response.slice(-1000).reduce((most, v) => Math.max(most, Math.abs(v)), 0);
    expect(Math.abs(last * Math.sqrt(1 + (omega * TAU) ** 2) - 1)).toBeLessThan(1e-3);
  });

  it('does not care about intensity or sign, which are scaled out', () => {
    const shape = { shape: 'biphasic', inductance: 12.5e-6, capacitance: 185.7e-6, resistance: 0.0199 } as const;
    const weak = membranePeak(createPulse({ ...shape, voltage: 500 }), TAU);
    const strong = membranePeak(createPulse({ ...shape, voltage: 1900 }), TAU);
    expect(Math.abs(weak / strong - 1)).toBeLessThan(1e-12);
    const up = expressionPulse({ expression: 'cos(2*pi*t/3e-4)', duration: 3e-4, maxdIdt: 1e8 });
    const down = expressionPulse({ expression: '-cos(2*pi*t/3e-4)', duration: 3e-4, maxdIdt: 1e8 });
    expect(Math.abs(membranePeak(up, TAU) / membranePeak(down, TAU) - 1)).toBeLessThan(1e-9);
  });

  it('is reached most cheaply by the second phase of a biphasic pulse', () => {
    const pulse = createPulse({ shape: 'biphasic', inductance: 12.5e-6, capacitance: 185.7e-6, resistance: 0.0199, voltage: 1900 });
    const response = membraneResponse(pulse, TAU, 1001);
    const first = response.slice(0, 260).reduce((most, v) => Math.max(most, v), 0);
    const second = -response.reduce((least, v) => Math.min(least, v), 0);
    expect(second).toBeGreaterThan(first);
  });
});

describe('The strength-duration law', () => {
  it('has the rheobase for long pulses and charge alone for short ones', () => {
    expect(strengthDuration(1, TAU, 60)).toBeCloseTo(60, 10);
    expect(Math.abs((strengthDuration(1e-9, TAU, 60) * 1e-9) / (60 * TAU) - 1)).toBeLessThan(1e-5);
    expect(strengthDuration(0, TAU, 60)).toBe(Number.POSITIVE_INFINITY);
  });

  it('gives twice the rheobase at the chronaxie τ ln 2', () => {
    expect(strengthDuration(TAU * Math.LN2, TAU, 1)).toBeCloseTo(2, 12);
  });
});
