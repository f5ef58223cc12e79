import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Coloring } from '../../src/field/color/coloring';
import { createColorScale, FADE_IN, LUT_SIZE } from '../../src/field/color/colorScale';
import { barPixels, drawCaption, drawLegend } from '../../src/figure/drawLegend';
import { PALETTES } from '../../src/scene/painting/palette';
import { type Mark, recordingContext } from './recordingContext';

type Drawn = Pick<Coloring, 'scale' | 'unit' | 'component' | 'lines'>;

const plain: Drawn = { scale: createColorScale('viridis', 100, 'V/m'), unit: 'V/m', component: 'magnitude', lines: null };
/** Where the column of colors was put into its small canvas. */
const puts: [number, number][] = [];
/** The bar in a picture of the reference height: where 0 and the limit stand. */
const [TOP, BOTTOM] = [330, 750];

beforeAll(() => {
  const data = new Uint8ClampedArray(4 * LUT_SIZE);
  const small = { createImageData: () => ({ data }), putImageData: (_image: unknown, x: number, y: number) => puts.push([x, y]) };
  vi.stubGlobal('document', { createElement: () => ({ getContext: () => small }) });
});
afterAll(() => vi.unstubAllGlobals());

function draw(coloring: Drawn, atTarget = 40, height = 1080): Mark[] {
  const { context, marks, depth } = recordingContext((height * 16) / 9, height);
  drawLegend(context, coloring, atTarget, 'stage');
  expect(depth()).toBe(0);
  return marks;
}

const texts = (marks: readonly Mark[]): string[] => marks.filter(({ kind }) => kind === 'text').map(({ text }) => text);
const named = (marks: readonly Mark[], text: string): Mark => marks.find((mark) => mark.text === text)!;
const bars = (marks: readonly Mark[], style: RegExp): number[] =>
  marks.filter((mark) => mark.kind === 'rect' && style.test(mark.style)).map(({ y, height }) => y + height / 2);

/** Where on the scale colors are half there. */
const FADE_MIDDLE = (FADE_IN[0] + FADE_IN[1]) / 2;

describe('The legend in a picture', () => {
  it('stands upright: the largest value at the top of the bar, nothing at its foot, the target in between', () => {
    const marks = draw(plain);
    expect(marks.find(({ kind }) => kind === 'image')).toMatchObject({ y: TOP, height: BOTTOM - TOP, smooth: false });
    expect(puts.at(-1)).toEqual([0, 0]);
    expect(named(marks, '100').y).toBeCloseTo(TOP, 9);
    expect(named(marks, '0').y).toBeCloseTo(BOTTOM, 9);
    expect(named(marks, '80').y).toBeCloseTo(BOTTOM - 0.8 * (BOTTOM - TOP), 9);
    expect(named(marks, '40\u202fV/m').y).toBeCloseTo(BOTTOM - 0.4 * (BOTTOM - TOP), 9);
    expect(marks.find(({ kind }) => kind === 'line')!.y).toBeCloseTo(BOTTOM - 0.4 * (BOTTOM - TOP), 9);
  });

  it('has each tick’s stroke at the height of its number, right of the bar, and the target’s number left of it', () => {
    const marks = draw(plain);
    const bar = marks.find(({ kind }) => kind === 'image')!;
    for (const tick of plain.scale.ticks) {
      const number = named(marks, String(tick));
      const stroke = marks.find(({ kind, y, height }) => kind === 'rect' && Math.abs(y + height / 2 - number.y) < 1e-9)!;
      expect(stroke.x).toBeCloseTo(bar.x + bar.width, 9);
      expect(number.x).toBeGreaterThan(stroke.x + stroke.width);
      expect(number.align).toBe('left');
    }
    const target = named(marks, '40\u202fV/m');
    expect(target.align).toBe('right');
    expect(target.x).toBeLessThan(bar.x);
  });

  it('names quantity and unit, and says of a logarithmic scale that it is one', () => {
    expect(texts(draw(plain))[0]).toBe('|E| in V/m');
    expect(texts(draw(plain))).not.toContain('logarithmic');
    const flux = { ...plain, scale: createColorScale('viridis', 0.6, 'T'), unit: 'T' } as const;
    expect(texts(draw(flux, 0.3))).toEqual(expect.arrayContaining(['|B| in T', '0.3', '0.30\u202fT']));
    const logarithmic = { ...plain, scale: createColorScale('viridis', 100, 'V/m', { logarithmic: true }) };
    const marks = draw(logarithmic, 10);
    expect(texts(marks)).toEqual(expect.arrayContaining(['|E| in V/m', 'logarithmic', '1', '10', '100']));
    expect(named(marks, '10').y).toBeCloseTo((TOP + BOTTOM) / 2, 9);
    const [title, word] = [named(marks, '|E| in V/m'), named(marks, 'logarithmic')];
    expect(title.y).toBeLessThan(word.y - 20);
    expect(word.y).toBeLessThan(TOP - 20);
  });

  it('shows the lines of the cortex at their values, on both sides of zero where values have signs', () => {
    const lines = { halfPeak: 30, threshold: 60 };
    const [white, dark] = [/^rgb\(255 255 255\)$/, /^rgb\(13 13 13\)$/];
    const at = (share: number): number => BOTTOM - share * (BOTTOM - TOP);
    const one = draw({ ...plain, lines });
    expect(bars(one, white)).toEqual([expect.closeTo(at(0.3), 9)]);
    expect(bars(one, dark)).toEqual([expect.closeTo(at(0.6), 9)]);
    expect(bars(draw({ ...plain, lines: { ...lines, threshold: null } }), dark)).toEqual([]);
    expect(bars(draw(plain), white)).toEqual([]);
    const signed = { ...plain, component: 'normal', scale: createColorScale('viridis', 100, 'V/m', { signed: true }), lines } as const;
    const both = draw(signed, -40);
    expect(bars(both, white)).toEqual([expect.closeTo(at(0.65), 9), expect.closeTo(at(0.35), 9)]);
    expect(bars(both, dark)).toEqual([expect.closeTo(at(0.8), 9), expect.closeTo(at(0.2), 9)]);
    expect(named(both, '\u221240\u202fV/m').y).toBeCloseTo(at(0.3), 9);
    expect(texts(both)[0]).toBe('E normal in V/m');
  });

  it('gives each line a halo that is wider and of the other lightness, drawn first', () => {
    const marks = draw({ ...plain, lines: { halfPeak: 30, threshold: 60 } }).filter(({ style }) => style.includes('rgb('));
    const strips = marks.filter(({ kind }) => kind === 'rect');
    expect(strips.map(({ style }) => style)).toEqual([
      'rgb(242 242 242 / 80%)',
      'rgb(13 13 13)',
      'rgb(13 13 13 / 75%)',
      'rgb(255 255 255)',
    ]);
    expect(strips[0].height).toBeGreaterThan(2 * strips[1].height);
    const bar = draw(plain).find(({ kind }) => kind === 'image')!;
    strips.forEach(({ x, y, width, height }, n) => {
      // Across the bar and beyond both its sides alike, around the height of the value.
      expect(x + width / 2).toBeCloseTo(bar.x + bar.width / 2, 9);
      expect(x).toBeCloseTo(bar.x - 4, 9);
      expect(y + height / 2).toBeCloseTo(BOTTOM - (n < 2 ? 0.6 : 0.3) * (BOTTOM - TOP), 9);
      expect(height).toBe(n % 2 === 0 ? 7 : 2.5);
    });
  });

  it('grows with the picture', () => {
    const [small, large] = [draw(plain), draw(plain, 40, 2160)];
    expect(large).toHaveLength(small.length);
    large.forEach((mark, n) => {
      for (const key of ['x', 'y', 'width', 'height'] as const) expect(mark[key]).toBeCloseTo(2 * small[n][key], 9);
    });
  });

  it('has the colors of the scale from the top down, over the grey of the cortex where they fade', () => {
    const pixels = barPixels(plain.scale, 'stage');
    const row = (n: number): number[] => [...pixels.slice(4 * n, 4 * n + 4)];
    expect(row(0)).toEqual([...plain.scale.color(plain.scale.valueAt((LUT_SIZE - 0.5) / LUT_SIZE)), 255]);
    const grey = PALETTES.stage.fade.map((share) => Math.round(255 * share));
    expect(row(LUT_SIZE - 1)).toEqual([...grey, 255]);
    const middle = plain.scale.valueAt((Math.floor(FADE_MIDDLE * LUT_SIZE) + 0.5) / LUT_SIZE);
    const opacity = plain.scale.opacity(middle);
    expect(opacity).toBeGreaterThan(0.3);
    expect(opacity).toBeLessThan(0.7);
    const faded = row(LUT_SIZE - 1 - Math.floor(FADE_MIDDLE * LUT_SIZE));
    for (let c = 0; c < 3; c++) {
      const expected = (1 - opacity) * 255 * PALETTES.stage.fade[c] + opacity * plain.scale.color(middle)[c];
      expect(Math.abs(faded[c] - expected)).toBeLessThanOrEqual(0.5 + 1e-9);
    }
  });
});

describe('The caption in a picture', () => {
  it('stands on the lower edge, one line under the other, the first one strong', () => {
    for (const factor of [1, 2]) {
      const { context, marks, depth } = recordingContext(1920 * factor, 1080 * factor);
      drawCaption(context, ['first', 'second', 'third'], 'stage');
      expect(depth()).toBe(0);
      expect(texts(marks)).toEqual(['first', 'second', 'third']);
      expect(marks[2].y).toBeCloseTo((1080 - 44) * factor, 9);
      expect(marks[1].y - marks[0].y).toBeCloseTo(28 * factor, 9);
      expect(marks[2].y - marks[1].y).toBeCloseTo(28 * factor, 9);
      expect(new Set(marks.map(({ x }) => x)).size).toBe(1);
      expect(marks[0].font).toMatch(/^600 24px/);
      expect(marks[1].font).toMatch(/^400 18px/);
      expect(marks[0].style).not.toBe(marks[1].style);
      expect(marks[1].style).toBe(marks[2].style);
    }
  });
});
