import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ColorScale, createColorScale, LUT_SIZE } from '../../../src/field/color/colorScale';

const SHADER = readFileSync(join(import.meta.dirname, '../../../shaders/colorScale.glsl'), 'utf8');

interface Shader {
  readonly shareOfMagnitude: (value: number) => number;
  /** Where in the table the color of a value is looked up, 0 to 1. */
  readonly scaleColor: (value: number) => number;
  readonly scaleOpacity: (value: number) => number;
}

/** The shader's functions as JavaScript; its language and this one differ in types and in where the mathematics is. */
function runShader(scale: ColorScale): Shader {
  const body = SHADER.replaceAll(/\/\/.*/g, '')
    .replaceAll(/uniform .*;/g, '')
    .replaceAll(/\b(?:float|vec3) (\w+)\(float value\)/g, 'function $1(value)')
    .replaceAll(/\bfloat (\w+) =/g, 'let $1 =')
    .replaceAll(/\btexture\(colorTable, vec2\((.*), 0\.5\)\)\.rgb/g, '($1)');
  const names = ['colorLimit', 'logSpan', 'signedScale', 'fadeIn', 'abs', 'log', 'max', 'clamp', 'sign', 'smoothstep'];
  const clamp = (x: number, low: number, high: number): number => Math.min(Math.max(x, low), high);
  const smoothstep = (from: number, to: number, x: number): number => {
    const t = clamp((x - from) / (to - from), 0, 1);
    return t * t * (3 - 2 * t);
  };
  const fadeIn = { x: scale.fadeIn[0], y: scale.fadeIn[1] };
  const values = [scale.limit, scale.logSpan, scale.signed, fadeIn, Math.abs, Math.log, Math.max, clamp, Math.sign, smoothstep];
  return new Function(...names, `${body}; return { shareOfMagnitude, scaleColor, scaleOpacity };`)(...values) as Shader;
}

const SCALES: readonly (readonly [string, ColorScale])[] = [
  ['plain', createColorScale('viridis', 110, 'V/m')],
  ['signed', createColorScale('viridis', 80, 'V/m', { signed: true })],
  ['logarithmic', createColorScale('cividis', 110, 'V/m', { logarithmic: true })],
  ['grey below a threshold', createColorScale('viridis', 110, 'V/m', { greyBelow: 60 })],
  ['logarithmic, grey below a threshold', createColorScale('viridis', 0.6, 'T', { logarithmic: true, greyBelow: 0.2 })],
  ['signed, grey below a threshold', createColorScale('viridis', 80, 'V/m', { signed: true, greyBelow: 40 })],
];

describe.each(SCALES)('The shader’s color scale, %s', (_name, scale) => {
  const shader = runShader(scale);
  const anyValue = fc.double({ min: -2 * scale.limit, max: 2 * scale.limit, noNaN: true });

  it('finds every value at the place of the table where the legend has it', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(shader.scaleColor(value)).toBeCloseTo((0.5 + scale.share(value) * (LUT_SIZE - 1)) / LUT_SIZE, 9);
      }),
    );
  });

  it('is as opaque as the legend at every value', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(shader.scaleOpacity(value)).toBeCloseTo(scale.opacity(value), 9);
      }),
    );
  });

  it('gives opposite values the same opacity, and more to the larger one', () => {
    expect(shader.scaleOpacity(-0.9 * scale.limit)).toBe(1);
    expect(shader.scaleOpacity(0.9 * scale.limit)).toBe(1);
    expect(shader.scaleOpacity(0)).toBe(0);
    const [low, high] = scale.fadeIn.map((share) => (scale.logSpan > 0 ? Math.exp((share - 1) * scale.logSpan) : share) * scale.limit);
    const steps = [0.01, 0.25, 0.5, 0.75, 0.99].map((t) => scale.opacity(low + t * (high - low)));
    for (let n = 1; n < steps.length; n++) expect(steps[n]).toBeGreaterThan(steps[n - 1]);
  });
});
