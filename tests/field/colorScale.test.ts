import { interpolateViridis } from 'd3-scale-chromatic';
import { describe, expect, it } from 'vitest';
import { createColorScale, LUT_SIZE, smoothStep } from '../../src/field/colorScale';

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
});
