import { interpolateViridis } from 'd3-scale-chromatic';
import { describe, expect, it } from 'vitest';
import { createColorScale, LUT_SIZE, smoothStep } from '../../../src/field/color/colorScale';

const bytes = (hex: string): number[] => [1, 3, 5].map((n) => Number.parseInt(hex.slice(n, n + 2), 16));

describe('The color scale', () => {
  it('shows d3’s viridis between 0 and the limit, and its last color beyond', () => {
    const scale = createColorScale('viridis', 120, 'V/m');
    for (const share of [0, 0.25, 0.5, 0.8, 1]) {
      scale.color(120 * share).forEach((channel, c) => {
        expect(Math.abs(channel - bytes(interpolateViridis(share))[c])).toBeLessThanOrEqual(1);
      });
    }
    expect(scale.color(500)).toEqual(scale.color(120));
  });

  it('hands the GPU the bytes that it itself shows', () => {
    const scale = createColorScale('cividis', 1, 'T');
    for (let n = 0; n < LUT_SIZE; n++) {
      expect(Array.from(scale.table.slice(4 * n, 4 * n + 3))).toEqual([...scale.color(n / (LUT_SIZE - 1))]);
    }
  });

  it('leaves weak fields grey and fades in without a step', () => {
    const scale = createColorScale('viridis', 100, 'V/m');
    expect(scale.opacity(5)).toBe(0);
    expect(scale.opacity(60)).toBe(1);
    expect(smoothStep(0, 1, 0.5)).toBe(0.5);
  });

  it('puts zero into the white middle of a signed scale, and opposite values at opposite places', () => {
    const scale = createColorScale('viridis', 80, 'V/m', { signed: true });
    expect(scale.share(0)).toBe(0.5);
    expect(Math.min(...scale.color(0))).toBeGreaterThan(230);
    expect(scale.share(50) + scale.share(-50)).toBeCloseTo(1, 12);
    const [red, , blue] = scale.color(80);
    expect(red).toBeGreaterThan(blue);
    expect(scale.color(-80)[2]).toBeGreaterThan(scale.color(-80)[0]);
    expect(scale.opacity(-60)).toBe(scale.opacity(60));
    expect([scale.lowest, ...scale.ticks].every((tick) => tick >= -80)).toBe(true);
  });

  it('gives each decade the same length on a logarithmic scale, and finds the value at each place again', () => {
    const scale = createColorScale('viridis', 200, 'V/m', { logarithmic: true });
    expect(scale.share(200)).toBe(1);
    expect(scale.share(20)).toBeCloseTo(0.5, 12);
    expect(scale.share(2)).toBeCloseTo(0, 12);
    expect(scale.valueAt(scale.share(37))).toBeCloseTo(37, 9);
    expect(scale.ticks).toEqual([2, 5, 10, 20, 50, 100, 200]);
  });

  it.each([false, true])('is grey below a threshold and colored from it on (logarithmic: %s)', (logarithmic) => {
    const scale = createColorScale('viridis', 120, 'V/m', { logarithmic, greyBelow: 60 });
    expect(scale.opacity(56)).toBe(0);
    expect(scale.opacity(60)).toBeCloseTo(1, 12);
    const beyond = createColorScale('viridis', 40, 'V/m', { logarithmic, greyBelow: 60 });
    expect(beyond.opacity(50)).toBe(0);
    expect(beyond.opacity(61)).toBe(1);
  });
});
