import { describe, expect, it } from 'vitest';
import { createColorScale, FADE_IN, LUT_SIZE } from '../../../src/field/color/colorScale';
import type { Mark } from '../../../src/figure/drawing/drawing';
import type { LegendContent } from '../../../src/figure/layout/figureContent';
import { barPixels, layLegend } from '../../../src/figure/layout/legendBox';
import { PALETTES } from '../../../src/scene/painting/palette';
import { interMeasure } from '../interMeasure';

const SIZE = 30;
const BOX = { x: 100, y: 50, width: 300, height: 600 };
const plain: LegendContent = {
  title: ['|E| in V/m'],
  scale: createColorScale('viridis', 100, 'V/m'),
  unit: 'V/m',
  marks: [{ kind: 'target', text: 'target 40', value: 40 }],
  lines: null,
};

const lay = (change: Partial<LegendContent> = {}): Mark[] => layLegend({ ...plain, ...change }, BOX, SIZE, 'stage', interMeasure);
const barOf = (marks: readonly Mark[]) => marks.find((mark) => mark.kind === 'bar')!;
const named = (marks: readonly Mark[], text: string) => marks.filter((mark) => mark.kind === 'text').find((mark) => mark.text === text)!;
/** Middle of the letters of a text. */
const middle = (marks: readonly Mark[], text: string): number => named(marks, text).y - 0.36 * SIZE;

describe('The legend in a figure', () => {
  it('stands upright: the largest value at the top of the bar, nothing at its foot, the target in between', () => {
    const marks = lay();
    const { y, height } = barOf(marks);
    expect(middle(marks, '100')).toBeCloseTo(y, 9);
    expect(middle(marks, '0')).toBeCloseTo(y + height, 9);
    expect(middle(marks, '80')).toBeCloseTo(y + 0.2 * height, 9);
    expect(middle(marks, 'target 40')).toBeCloseTo(y + 0.6 * height, 9);
    expect(y + height).toBeLessThanOrEqual(BOX.y + BOX.height);
  });

  it('has its numbers left of the bar and what is read off right of it', () => {
    const marks = lay();
    const bar = barOf(marks);
    for (const tick of plain.scale.ticks) {
      expect(named(marks, String(tick)).align).toBe('right');
      expect(named(marks, String(tick)).x).toBeLessThan(bar.x);
    }
    expect(named(marks, 'target 40').x).toBeGreaterThan(bar.x + bar.width);
  });

  it('moves values apart that lie together, in their order, each with a line to its place', () => {
    const marks = lay({
      marks: [
        { kind: 'target', text: 'target 40', value: 40 },
        { kind: 'strongest', text: 'strongest 41', value: 41 },
      ],
    });
    expect(named(marks, 'target 40').y - named(marks, 'strongest 41').y).toBeGreaterThanOrEqual(1.3 * SIZE);
    const { y, height } = barOf(marks);
    const begins = marks
      .filter((mark) => mark.kind === 'path' && mark.points.length === 4)
      .map((mark) => mark.kind === 'path' && mark.points[0][1]);
    expect(begins).toEqual([expect.closeTo(y + 0.6 * height, 9), expect.closeTo(y + 0.59 * height, 9)]);
  });

  it('crosses the bar with the lines of the cortex, on a signed scale on both sides of zero, each with a wider halo drawn first', () => {
    const lines = { halfPeak: 30, threshold: 60 };
    const strips = (change: Partial<LegendContent>) => {
      const marks = lay({ lines, ...change });
      const { y, height } = barOf(marks);
      return marks
        .filter((mark) => mark.kind === 'rect')
        .map((mark) => ({ at: 1 - (mark.y + mark.height / 2 - y) / height, high: mark.height, fill: mark.fill }));
    };
    const plainStrips = strips({});
    expect(plainStrips.map(({ at }) => Number(at.toFixed(6)))).toEqual([0.6, 0.6, 0.3, 0.3]);
    expect(plainStrips.map(({ fill }) => fill)).toEqual([
      'rgb(242 242 242 / 80%)',
      'rgb(13 13 13)',
      'rgb(13 13 13 / 75%)',
      'rgb(255 255 255)',
    ]);
    expect(plainStrips[0].high).toBeGreaterThan(2 * plainStrips[1].high);
    const signed = strips({ scale: createColorScale('viridis', 100, 'V/m', { signed: true }) });
    expect(signed.map(({ at }) => Number(at.toFixed(6)))).toEqual([0.8, 0.8, 0.65, 0.65, 0.2, 0.2, 0.35, 0.35]);
  });

  it('has the colors of the scale from the top down, over the grey of the cortex where they fade', () => {
    const pixels = barPixels(plain.scale, 'stage');
    const row = (n: number): number[] => [...pixels.slice(4 * n, 4 * n + 4)];
    expect(row(0)).toEqual([...plain.scale.color(plain.scale.valueAt((LUT_SIZE - 0.5) / LUT_SIZE)), 255]);
    const grey = PALETTES.stage.fade.map((share) => Math.round(255 * share));
    expect(row(LUT_SIZE - 1)).toEqual([...grey, 255]);
    const half = plain.scale.valueAt((Math.floor(((FADE_IN[0] + FADE_IN[1]) / 2) * LUT_SIZE) + 0.5) / LUT_SIZE);
    const opacity = plain.scale.opacity(half);
    expect(opacity).toBeGreaterThan(0.3);
    expect(opacity).toBeLessThan(0.7);
    const faded = row(LUT_SIZE - 1 - Math.floor(((FADE_IN[0] + FADE_IN[1]) / 2) * LUT_SIZE));
    for (let c = 0; c < 3; c++) {
      const expected = (1 - opacity) * 255 * PALETTES.stage.fade[c] + opacity * plain.scale.color(half)[c];
      expect(Math.abs(faded[c] - expected)).toBeLessThanOrEqual(0.5 + 1e-9);
    }
  });
});
