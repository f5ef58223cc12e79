import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/core/inputError';
import { compileExpression, EXPRESSION_LIMITS } from '../../../src/physics/pulse/compileExpression';
import { createPulse } from '../../../src/physics/pulse/createPulse';
import { expressionPulse } from '../../../src/physics/pulse/expressionPulse';

const value = (text: string, t = 0.5) => compileExpression(text)(t);

describe('A typed expression', () => {
  it.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['2^3^2', 512],
    ['-2^2', -4],
    ['7 / 2 - 1', 2.5],
    ['+t', 0.5],
    ['2 pi', 2 * Math.PI],
    ['2pi t', Math.PI],
    ['e', Math.E],
    ['sin(pi/2) + cos(0)', 2],
    ['tan(pi/4)', 1],
    ['exp(1)', Math.E],
    ['log(e)', 1],
    ['sqrt(2)^2', 2],
    ['abs(-3) + sign(-3)', 2],
    ['min(3, 1, 2) + max(3, 1, 2)', 4],
    ['pow(2, 10)', 1024],
    ['t < 1', 1],
    ['t > 1', 0],
    ['t <= 0.5', 1],
    ['t >= 0.6', 0],
    ['t == 0.5', 1],
    ['t != 0.5', 0],
    ['0 < t < 1', 1],
    ['0 < t < 0.2', 0],
    ['t < 1 ? 5 : 6', 5],
    ['t > 1 ? 5 : t > 0.4 ? 6 : 7', 6],
    ['1e-3', 1e-3],
    ['.5', 0.5],
  ])('%s is %d', (text, expected) => {
    expect(value(text)).toBeCloseTo(expected, 12);
  });

  it.each([
    ['an assignment', 'x = 3'],
    ['a definition', 'f(t) = t'],
    ['a name of its own', 'x'],
    ['a member', 't.constructor'],
    ['an index', 't[1]'],
    ['a list', '[1, 2]'],
    ['an object', '{a: 1}'],
    ['a text', '"alert(1)"'],
    ['an import', 'import("x")'],
    ['an evaluation', 'eval("1")'],
    ['a parser call', 'parse("1")'],
    ['a constructor', 'Function("return 1")'],
    ['a prototype', '__proto__'],
    ['constructor as a function', 'constructor(1)'],
    ['toString as a function', 'toString()'],
    ['several statements', 't; t'],
    ['a factorial', 't!'],
    ['a remainder', 't % 2'],
    ['logic words', 't and 1'],
    ['a range', '1:2:3'],
    ['a unit', '2 m'],
    ['an imaginary number', 'i'],
    ['a random number', 'random()'],
    ['a bare function', 'sin'],
    ['a missing argument', 'sin()'],
    ['a surplus argument', 'pow(1, 2, 3)'],
    ['an infinite number', '1e999'],
    ['nothing', ''],
    ['a broken formula', 'sin(('],
    ['too long a text', `${'1+'.repeat(EXPRESSION_LIMITS.length)}1`],
    ['too deep a nest', `${'('.repeat(100)}t${')'.repeat(100)}`],
    ['too many parts', Array(150).fill('t').join('+')],
  ])('refuses %s in one sentence that names the field', (_, text) => {
    expect(() => compileExpression(text)).toThrow(InputError);
    expect(() => compileExpression(text)).toThrow(/^expression must [^\n]*; instead received [^\n]*\.$/);
  });

  it('never does anything but return a number or refuse', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        try {
          expect(typeof compileExpression(text)(0.1)).toBe('number');
        } catch (fault) {
          expect(fault).toBeInstanceOf(InputError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('The pulse of a typed expression', () => {
  it('equals the circuit that the expression describes', () => {
    const circuit = createPulse({ shape: 'biphasic', inductance: 12.5e-6, capacitance: 185.7e-6, resistance: 0.0199, voltage: 1941 });
    const alpha = 0.0199 / 25e-6;
    const omega = (2 * Math.PI) / circuit.period;
    const typed = expressionPulse({
      expression: `exp(-${alpha}*t) * (cos(${omega}*t) - ${alpha / omega}*sin(${omega}*t))`,
      duration: circuit.period,
      maxdIdt: circuit.maxdIdt,
      resistance: 0.0199,
    });
    expect(Math.abs(typed.peakCurrent / circuit.peakCurrent - 1)).toBeLessThan(1e-9);
    expect(Math.abs(typed.heatPerPulse! / circuit.heatPerPulse! - 1)).toBeLessThan(1e-8);
    typed.zeroCrossings.forEach((time, i) => {
      expect(Math.abs(time / circuit.zeroCrossings[i] - 1)).toBeLessThan(1e-9);
    });
    for (const share of [0.1, 0.37, 0.8]) {
      const t = share * circuit.duration;
      expect(Math.abs(typed.current(t) - circuit.current(t))).toBeLessThan(1e-9 * circuit.peakCurrent);
    }
  });

  it('is scaled so that its largest magnitude is the given rate, whatever the sign', () => {
    const pulse = expressionPulse({ expression: '-3*sin(2*pi*t/3e-4)', duration: 3e-4, maxdIdt: 1e8 });
    expect(Math.abs(pulse.maxdIdt / 1e8 - 1)).toBeLessThan(1e-12);
    expect(pulse.firstPeakSign).toBe(-1);
    expect(pulse.phaseAmplitudes[0]).toBe(1);
    expect(pulse.phaseAmplitudes[1]).toBeCloseTo(-1, 12);
    expect(pulse.recoveredEnergyFraction).toBeNull();
    expect(pulse.heatPerPulse).toBeNull();
  });

  it('is refused where it is zero throughout, infinite somewhere, or without end', () => {
    expect(() => expressionPulse({ expression: '0', duration: 1e-3, maxdIdt: 1e8 })).toThrow(/^expression must differ from zero/);
    expect(() => expressionPulse({ expression: '1/t', duration: 1e-3, maxdIdt: 1e8 })).toThrow(/^expression must be finite/);
    expect(() => expressionPulse({ expression: 'log(-t)', duration: 1e-3, maxdIdt: 1e8 })).toThrow(/^expression must be finite/);
    expect(() => expressionPulse({ expression: 't', duration: 0, maxdIdt: 1e8 })).toThrow(/^duration must be positive/);
    expect(() => expressionPulse({ expression: 't', duration: 1e-3, maxdIdt: Number.NaN })).toThrow(/^maxdIdt must be positive/);
  });
});
