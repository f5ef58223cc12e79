import { describe, expect, it } from 'vitest';
import { integrate } from '../../../src/physics/integrate';
import { compileExpression, EXPRESSION_LIMITS } from '../../../src/physics/pulse/compileExpression';
import { createPulse } from '../../../src/physics/pulse/createPulse';
import { expressionPulse } from '../../../src/physics/pulse/expressionPulse';
import { membraneResponse } from '../../../src/physics/pulse/membraneResponse';
import { samplePulse } from '../../../src/physics/pulse/pulse';
import { pulsePhases } from '../../../src/physics/pulse/pulsePhases';
import { ringing, seriesRlc } from '../../../src/physics/pulse/seriesRlc';

const CIRCUIT = { inductance: 12.5e-6, capacitance: 185.7e-6, resistance: 0.0199, voltage: 1941 };
const relative = (value: number, expected: number) => Math.abs(value / expected - 1);

describe('Simpson’s rule', () => {
  it('is exact for cubics, and for each piece between jumps', () => {
    expect(integrate((t) => 4 * t ** 3 - 2 * t + 1, 2)).toBeCloseTo(16 - 4 + 2, 9);
    const step = (t: number) => (t < 0.3 ? t : t < 0.7 ? -2 : 5 * t);
    expect(integrate(step, 1, [0.3, 0.7])).toBeCloseTo(0.045 - 0.8 + 2.5 * (1 - 0.49), 9);
    expect(relative(integrate(Math.sin, Math.PI), 2)).toBeLessThan(1e-9);
  });
});

describe('A circuit that rings', () => {
  it('has α = R/2L and ω² = 1/LC - α²', () => {
    const { damping, frequency } = ringing(CIRCUIT);
    expect(relative(damping, 0.0199 / 25e-6)).toBeLessThan(1e-12);
    expect(relative(frequency ** 2 + damping ** 2, 1 / (12.5e-6 * 185.7e-6))).toBeLessThan(1e-12);
  });

  it('obeys L di/dt + R i = V and C dV/dt = -i at every moment', () => {
    const h = 1e-9;
    for (const t of [1e-6, 50e-6, 130e-6, 260e-6]) {
      const { current, rate, capacitorVoltage } = seriesRlc(CIRCUIT, t);
      expect(Math.abs(CIRCUIT.inductance * rate + CIRCUIT.resistance * current - capacitorVoltage)).toBeLessThan(1e-9 * CIRCUIT.voltage);
      const slope = (seriesRlc(CIRCUIT, t + h).capacitorVoltage - seriesRlc(CIRCUIT, t - h).capacitorVoltage) / (2 * h);
      expect(Math.abs(CIRCUIT.capacitance * slope + current)).toBeLessThan(1e-4 * 5000);
    }
    expect(seriesRlc(CIRCUIT, 0).capacitorVoltage).toBe(CIRCUIT.voltage);
    expect(seriesRlc(CIRCUIT, 0).current).toBe(0);
  });

  it('is refused at its critical resistance and beyond, which the sentence gives', () => {
    const limit = 2 * Math.sqrt(CIRCUIT.inductance / CIRCUIT.capacitance);
    expect(ringing({ ...CIRCUIT, resistance: 0.999 * limit }).frequency).toBeGreaterThan(0);
    expect(() => ringing({ ...CIRCUIT, resistance: 1.001 * limit })).toThrow(
      `stimulator.resistance must be below 2·sqrt(L/C) = ${limit.toPrecision(4)} Ω so that the circuit rings`,
    );
  });
});

describe('The phases of a rate', () => {
  it('end at its zeros and have the extremes between them, wherever these lie between samples', () => {
    const omega = 2 * Math.PI * 1.3;
    const { zeroCrossings, extremes, largest } = pulsePhases((t) => Math.exp(-t) * Math.cos(omega * t), 1);
    expect(zeroCrossings).toHaveLength(3);
    zeroCrossings.forEach((zero, n) => {
      expect(relative(zero, (0.5 + n) / 2.6)).toBeLessThan(1e-12);
    });
    // Extremes where tan ωt = -1/ω.
    const first = (Math.PI - Math.atan(1 / omega)) / omega;
    const expected = [1, ...[0, 1].map((n) => Math.exp(-(first + (n * Math.PI) / omega)) * Math.cos(omega * first + n * Math.PI))];
    expected.forEach((value, n) => {
      expect(relative(extremes[n], value)).toBeLessThan(1e-12);
    });
    expect(extremes).toHaveLength(4);
    expect(largest).toBe(1);
  });

  it('leave rounding noise out, and silence before, between and after', () => {
    const gap = (t: number) => (t > 0.2 && t < 0.4 ? 1 : t > 0.6 && t < 0.8 ? -2 : 1e-14);
    const { zeroCrossings, extremes, largest } = pulsePhases(gap, 1);
    expect(zeroCrossings).toHaveLength(1);
    expect(zeroCrossings[0]).toBeGreaterThan(0.39);
    expect(zeroCrossings[0]).toBeLessThan(0.61);
    expect([extremes, largest]).toEqual([[1, -2], 2]);
    expect(pulsePhases((t) => (t < 0.5 ? -1 : 1e-14), 1)).toEqual({ zeroCrossings: [], extremes: [-1], largest: 1 });
    expect(pulsePhases(() => 0, 1)).toEqual({ zeroCrossings: [], extremes: [], largest: 0 });
  });

  it('take the value at a jump as the extreme where it is larger', () => {
    // Just at 1/3, which no sample meets, the rate jumps to -3 and decays.
    const jump = (t: number) => (t < 1 / 3 ? 1 : -3 * Math.exp(-50 * (t - 1 / 3)));
    expect(pulsePhases(jump, 1, [1 / 3]).extremes[1]).toBe(-3);
    expect(pulsePhases(jump, 1).extremes[1]).toBeGreaterThan(-3);
    expect(pulsePhases((t) => 5 - t, 1, [0.5]).extremes).toEqual([5]);
  });
});

describe('A pulse', () => {
  it('of a half-sine has lost what its resistance took in half a period', () => {
    const pulse = createPulse({ shape: 'halfsine', ...CIRCUIT });
    const { damping, frequency } = ringing(CIRCUIT);
    expect(relative(pulse.recoveredEnergyFraction!, Math.exp((-2 * damping * Math.PI) / frequency))).toBeLessThan(1e-9);
    expect(pulse.duration).toBe(pulse.period / 2);
  });

  it('of a rectangle runs back to zero current, and has no heat where no resistance is given', () => {
    const pulse = createPulse({ shape: 'rectangular', phaseDuration: 100e-6, amplitudeRatio: 2, maxdIdt: 5e7 });
    expect(pulse.heatPerPulse).toBeNull();
    expect(pulse.recoveredEnergyFraction).toBeNull();
    expect(pulse.current(50e-6)).toBeCloseTo(2500, 9);
    expect(pulse.current(200e-6)).toBeCloseTo(2500, 9);
    expect(pulse.current(pulse.duration)).toBe(0);
    expect(pulse.currentRate(200e-6)).toBe(-2.5e7);
    expect([pulse.breaks, pulse.zeroCrossings.length, pulse.period]).toEqual([[100e-6], 1, pulse.duration]);
    expect(createPulse({ shape: 'rectangular', phaseDuration: 1e-4, amplitudeRatio: 1, maxdIdt: 1 }).duration).toBe(2e-4);
    expect(() => createPulse({ shape: 'rectangular', phaseDuration: 1e-4, amplitudeRatio: 0.99, maxdIdt: 1 })).toThrow(
      'stimulator.amplitudeRatio must be at least 1; instead received 0.99.',
    );
  });

  it('of one sense ends when a thousandth of the current is left', () => {
    const pulse = createPulse({ shape: 'monophasic', ...CIRCUIT, diodeResistance: 0.05 });
    const [empty] = pulse.breaks;
    // Until the capacitor is empty it is the circuit's own.
    for (const share of [0, 0.3, 0.9]) expect(pulse.current(share * empty)).toBe(seriesRlc(CIRCUIT, share * empty).current);
    expect(relative(pulse.current(pulse.duration) / pulse.current(empty), 1e-3)).toBeLessThan(1e-9);
    expect(pulse.capacitorVoltage!(empty * 1.01)).toBe(0);
    expect(relative(pulse.currentRate(empty * 1.5), (-(0.0199 + 0.05) / 12.5e-6) * pulse.current(empty * 1.5))).toBeLessThan(1e-12);
    expect(() => createPulse({ shape: 'monophasic', ...CIRCUIT, resistance: 0 })).toThrow(
      /must be above 0 Ω together with diodeResistance/,
    );
    expect(() => createPulse({ shape: 'biphasic', ...CIRCUIT, resistance: -0.01 })).toThrow(
      'stimulator.resistance must be at least 0 and finite; instead received -0.01.',
    );
  });

  it('is sampled at equal steps, both ends included', () => {
    const { times, current } = samplePulse(createPulse({ shape: 'biphasic', ...CIRCUIT }), 5);
    const duration = times[4];
    expect(Array.from(times)).toEqual([0, duration / 4, duration / 2, (3 * duration) / 4, duration]);
    expect(current[1]).toBeGreaterThan(0);
    expect(current[3]).toBeLessThan(0);
  });

  it('of a formula has the current that is its integral, also between the steps', () => {
    const pulse = expressionPulse({ expression: 'cos(2*pi*t/3e-4) - 0.3', duration: 3e-4, maxdIdt: 1e8 });
    const scale = 1e8 / 1.3;
    for (const t of [1.234e-5, 7.7777e-5, 2.2222e-4, 3e-4]) {
      const exact = scale * ((3e-4 / (2 * Math.PI)) * Math.sin((2 * Math.PI * t) / 3e-4) - 0.3 * t);
      expect(Math.abs(pulse.current(t) - exact)).toBeLessThan(1e-9 * pulse.peakCurrent);
    }
    expect(pulse.currentRate(3.1e-4)).toBe(0);
    const heat = expressionPulse({ expression: '1', duration: 1e-4, maxdIdt: 1e8, resistance: 0.03 }).heatPerPulse!;
    expect(relative(heat, (0.03 * (1e8 * 1e-4) ** 2 * 1e-4) / 3)).toBeLessThan(1e-9);
    expect(() => expressionPulse({ expression: '1/(t-1e-4)', duration: 2e-4, maxdIdt: 1 })).toThrow(
      'expression must be finite from 0 to 0.0002 s; instead received "Infinity at t = 0.0001 s".',
    );
  });
});

describe('A formula', () => {
  it('may be as long, as large and as deep as its limits say', () => {
    const long = `1${' '.repeat(EXPRESSION_LIMITS.length - 1)}`;
    expect(compileExpression(long)(0)).toBe(1);
    expect(() => compileExpression(`${long} `)).toThrow('expression must have at most 400 characters; instead received "401 characters".');
    // Nine brackets of ten leaves and nine sums each, joined by eight sums, and six leaves more: 200 parts.
    const bracket = `(${Array(10).fill('t').join('+')})`;
    const largest = [...Array(9).fill(bracket), ...Array(6).fill('t')].join('+');
    expect(compileExpression(largest)(2)).toBe(192);
    expect(() => compileExpression(`${largest}+t`)).toThrow('expression must have at most 200 parts, nested at most 40 deep');
    const nested = (depth: number) => `${'-'.repeat(depth)}t`;
    expect(compileExpression(nested(40))(2)).toBe(2);
    expect(() => compileExpression(nested(41))).toThrow('expression must have at most 200 parts, nested at most 40 deep');
    expect(() => compileExpression('sin((', 'the formula')).toThrow(
      /^the formula must be a formula in t \([^)]*[^.]\); instead received "sin\(\("\.$/,
    );
  });

  it('takes from one to eight numbers for the smallest and the largest', () => {
    expect(compileExpression('min(8,7,6,5,4,3,2,1)')(0)).toBe(1);
    expect(compileExpression('max(t)')(3)).toBe(3);
    expect(() => compileExpression('min(9,8,7,6,5,4,3,2,1)')).toThrow(/^expression must/);
    expect(compileExpression('1 < t <= 2')(2)).toBe(1);
    expect(compileExpression('3 > t >= 2')(2)).toBe(1);
    expect(compileExpression('0 < t < 1 < 2')(5)).toBe(0);
    expect(compileExpression('t == 2 != 3')(2)).toBe(1);
  });
});

describe('The response of the membrane', () => {
  it('is exact across the jump of a rectangular pulse, at any number of samples', () => {
    const [tau, width, ratio] = [231e-6, 100e-6, 4];
    const pulse = createPulse({ shape: 'rectangular', phaseDuration: width, amplitudeRatio: ratio, maxdIdt: 1e8 });
    const peak = 1 - Math.exp(-width / tau);
    const exact = (t: number) =>
      t <= width ? 1 - Math.exp(-t / tau) : peak * Math.exp(-(t - width) / tau) - (1 - Math.exp(-(t - width) / tau)) / ratio;
    for (const count of [2, 12, 101]) {
      const response = membraneResponse(pulse, tau, count);
      expect(response).toHaveLength(count);
      response.forEach((value, i) => {
        expect(Math.abs(value - exact((pulse.duration * i) / (count - 1)))).toBeLessThan(1e-9);
      });
    }
  });
});
