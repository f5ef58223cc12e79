import { formatNumber, formatSignificant } from '../../core/format';
import { LINE_COLORS, THEME_STYLES } from '../../core/themeStyles';
import { type ColorScale, LUT_SIZE } from '../../field/color/colorScale';
import { PALETTES } from '../../scene/painting/palette';
import type { Theme } from '../../state/choices';
import { spreadLabels } from '../../ui/overlay/legendLayout';
import { type Box, baselineAt, LINE, type Mark, type Measure } from '../drawing/drawing';
import type { LegendContent } from './figureContent';
import { wrapText } from './wrapText';

/** Lengths in text sizes. */
const BAR = 0.75;
const GAP = 0.3;
const LEADER = 0.9;
/** A title may be as much wider than bar and labels. */
const TITLE = 8;
/** A bar shorter than this says nothing. */
const SHORTEST = 5;

/** `0`, `50`, `0.5`: a tick as legends write it. */
export const tickText = ({ scale, unit }: Pick<LegendContent, 'scale' | 'unit'>, tick: number): string =>
  scale.logarithmic ? formatSignificant(tick, 1) : formatNumber(tick, scale.limit < 5 || (unit === 'T' && scale.limit < 5) ? 1 : 0);

/** Widths of what stands beside the bar. */
function widths(legend: LegendContent, size: number, measure: Measure) {
  const ticks = Math.max(0, ...legend.scale.ticks.map((tick) => measure(tickText(legend, tick), size, 400)));
  const marks = Math.max(0, ...legend.marks.map(({ text }) => measure(text, size, 600)));
  return { ticks, marks, left: ticks + GAP * size, right: (LEADER + GAP) * size + marks };
}

/** How wide a legend is, in pixels. */
export function legendWidth(legend: LegendContent, size: number, measure: Measure): number {
  const { left, right } = widths(legend, size, measure);
  const body = left + BAR * size + right;
  const words = Math.max(...legend.title.flatMap((line) => line.split(' ')).map((word) => measure(word, size, 600)));
  return Math.max(body, words, Math.min(TITLE * size, ...[Math.max(...legend.title.map((line) => measure(line, size, 600)))]));
}

const titleLines = ({ title }: LegendContent, width: number, size: number, measure: Measure) =>
  title.flatMap((line, n) =>
    wrapText(line, width, size, n === 0 ? 600 : 400, measure).map((text) => ({ text, weight: n === 0 ? 600 : 400 }) as const),
  );

/** How low a legend can be and still be read, in pixels. */
export function legendHeight(legend: LegendContent, width: number, size: number, measure: Measure): number {
  return (titleLines(legend, width, size, measure).length + 1) * LINE * size + Math.max(SHORTEST, LINE * (legend.marks.length + 1)) * size;
}

/** A legend in its box: title, bar with ticks at its left and what is marked at its right. */
export function layLegend(legend: LegendContent, box: Box, size: number, theme: Theme, measure: Measure): Mark[] {
  const ink = THEME_STYLES[theme].picture;
  const marks: Mark[] = [];
  const title = titleLines(legend, box.width, size, measure);
  title.forEach(({ text, weight }, n) => {
    const color = n === 0 ? ink.strong : ink.quiet;
    marks.push({ kind: 'text', text, x: box.x, y: box.y + (n + 1) * LINE * size, size, weight, color, align: 'left' });
  });
  const { left } = widths(legend, size, measure);
  // Half a line above and below the bar belong to the labels at its ends.
  const top = box.y + (title.length + 1.1) * LINE * size;
  const bar = { x: box.x + left, y: top, width: BAR * size, height: box.y + box.height - 0.6 * LINE * size - top };
  const at = (value: number): number => bar.y + bar.height * (1 - legend.scale.share(value));
  marks.push({ kind: 'bar', ...bar, colors: barPixels(legend.scale, theme) });
  for (const tick of ticksThatFit(legend.scale.ticks, at, size)) {
    const x = bar.x - GAP * size;
    marks.push({
      kind: 'text',
      text: tickText(legend, tick),
      x,
      y: baselineAt(at(tick), size),
      size,
      weight: 400,
      color: ink.quiet,
      align: 'right',
    });
    marks.push({
      kind: 'path',
      points: [
        [x + 0.1 * size, at(tick)],
        [bar.x, at(tick)],
      ],
      stroke: ink.quiet,
      width: 0.06 * size,
    });
  }
  marks.push(...lineMarks(legend, bar, at, size), ...valueMarks(legend, bar, at, size, theme));
  return marks;
}

/** Ticks from the lowest up, each a line of text or more above the one before. */
function ticksThatFit(ticks: readonly number[], at: (value: number) => number, size: number): readonly number[] {
  const kept: number[] = [];
  for (const tick of ticks) if (kept.length === 0 || at(kept[kept.length - 1]) - at(tick) >= LINE * size) kept.push(tick);
  return kept;
}

/** The lines of the cortex across the bar, in their colors; on a signed scale on both sides of zero. */
function lineMarks({ scale, lines }: LegendContent, bar: Box, at: (value: number) => number, size: number): Mark[] {
  if (!lines) return [];
  const rect = (value: number, height: number, fill: string): Mark => ({
    kind: 'rect',
    x: bar.x - 0.12 * size,
    y: at(value) - height / 2,
    width: bar.width + 0.24 * size,
    height,
    fill,
  });
  const draw = (value: number, core: string, halo: string): Mark[] => [rect(value, 0.24 * size, halo), rect(value, 0.09 * size, core)];
  return (scale.signed ? [1, -1] : [1]).flatMap((sign) => [
    ...(lines.threshold === null ? [] : draw(sign * lines.threshold, LINE_COLORS['threshold-line'], LINE_COLORS['threshold-halo'])),
    ...draw(sign * lines.halfPeak, LINE_COLORS['half-peak-line'], LINE_COLORS['half-peak-halo']),
  ]);
}

/** What is read off, each with a line to its place on the bar. */
function valueMarks({ marks }: LegendContent, bar: Box, at: (value: number) => number, size: number, theme: Theme): Mark[] {
  const { picture, stage } = THEME_STYLES[theme];
  const gap = LINE * size;
  const placed = spreadLabels(
    marks.map(({ value }) => ({ position: at(value) - bar.y })),
    gap,
    Math.max(bar.height, gap * (marks.length - 1)),
  );
  return marks.flatMap(({ kind, text, value }, n): Mark[] => {
    const [from, y] = [bar.x + bar.width, bar.y + placed[n]];
    const stroke = kind === 'target' ? stage.mark : picture.quiet;
    return [
      {
        kind: 'path',
        points: [
          [from, at(value)],
          [from + 0.25 * size, at(value)],
          [from + 0.65 * size, y],
          [from + LEADER * size, y],
        ],
        stroke,
        width: 0.09 * size,
      },
      {
        kind: 'text',
        text,
        x: from + (LEADER + GAP) * size,
        y: baselineAt(y, size),
        size,
        weight: 600,
        color: picture.strong,
        align: 'left',
      },
    ];
  });
}

/** The bar's colors over the grey of the cortex, RGBA bytes, one pixel per color, the largest value first. */
export function barPixels(scale: ColorScale, theme: Theme, out = new Uint8ClampedArray(4 * LUT_SIZE)): Uint8ClampedArray {
  const grey = PALETTES[theme].fade.map((share) => 255 * share);
  for (let n = 0; n < LUT_SIZE; n++) {
    const value = scale.valueAt((n + 0.5) / LUT_SIZE);
    const color = scale.color(value);
    const opacity = scale.opacity(value);
    const at = 4 * (LUT_SIZE - 1 - n);
    for (let c = 0; c < 3; c++) out[at + c] = Math.round(grey[c] + opacity * (color[c] - grey[c]));
    out[at + 3] = 255;
  }
  return out;
}
