import { THEME_STYLES } from '../../core/themeStyles';
import type { Theme } from '../../state/choices';
import { type Box, baselineAt, LINE, type Mark, type Measure } from '../drawing/drawing';

export type Point = readonly [x: number, y: number];

export interface ChartAxis {
  readonly low: number;
  readonly high: number;
  /** From many to few: the first list whose numbers do not touch is taken. */
  readonly ticks: readonly (readonly number[])[];
  readonly format: (value: number) => string;
  /** What it measures, with its unit. */
  readonly label: string;
}

export interface ChartCurve {
  readonly points: readonly Point[];
  readonly axis: 'left' | 'right';
  readonly dashed: boolean;
}

export interface ChartBand {
  readonly from: number;
  readonly to: number;
  readonly name: string;
  /** Name of a color of the page. */
  readonly color: string;
}

/** A plot of one or two quantities over a third. */
export interface Chart {
  readonly x: ChartAxis;
  readonly left: ChartAxis;
  readonly right: ChartAxis | null;
  readonly curves: readonly ChartCurve[];
  readonly bands: readonly ChartBand[];
  /** A point that is named. */
  readonly mark: { readonly point: Point; readonly text: string } | null;
}

/** Lays a plot into its box: names of the axes above, numbers beside and below, and nothing over anything else. */
export function layChart(chart: Chart, box: Box, size: number, theme: Theme, measure: Measure): Mark[] {
  const { strong, quiet } = THEME_STYLES[theme].picture;
  const text = (value: string, x: number, y: number, align: 'left' | 'center' | 'right', color = quiet): Mark => ({
    kind: 'text',
    text: value,
    x,
    y,
    size,
    weight: 400,
    color,
    align,
  });
  const line = (points: readonly Point[], stroke: string, width = 0.05 * size): Mark => ({ kind: 'path', points, stroke, width });
  const head = layHead(chart, box, size, theme, measure);
  const widest = (axis: ChartAxis): number => Math.max(...axis.ticks.flat().map((tick) => measure(axis.format(tick), size, 400)));
  const area = {
    x0: box.x + widest(chart.left) + 0.4 * size,
    x1: box.x + box.width - (chart.right ? widest(chart.right) + 0.4 * size : 0.4 * size),
    y1: box.y + head.height + 0.65 * size,
    y0: box.y + box.height - 3.3 * size,
  };
  if (area.x1 - area.x0 < 3 * size || area.y0 - area.y1 < 2 * size) return [];
  const on =
    ({ low, high }: ChartAxis, from: number, to: number) =>
    (value: number) =>
      from + ((value - low) / (high - low)) * (to - from);
  const x = on(chart.x, area.x0, area.x1);
  const sides = { left: on(chart.left, area.y0, area.y1), right: chart.right ? on(chart.right, area.y0, area.y1) : null };
  const marks: Mark[] = [...head.marks, ...layBands(chart, area, x, size, theme, measure)];
  for (const tick of vertical(chart.left, area.y0 - area.y1, size)) {
    const y = sides.left(tick);
    marks.push(
      line(
        [
          [area.x0, y],
          [area.x1, y],
        ],
        THEME_STYLES[theme].page['text-2'],
        0.02 * size,
      ),
    );
    marks.push(text(chart.left.format(tick), area.x0 - 0.4 * size, baselineAt(y, size), 'right'));
  }
  if (chart.right && sides.right) {
    for (const tick of vertical(chart.right, area.y0 - area.y1, size))
      marks.push(text(chart.right.format(tick), area.x1 + 0.4 * size, baselineAt(sides.right(tick), size), 'left'));
  }
  marks.push(
    line(
      [
        [area.x0, area.y0],
        [area.x1, area.y0],
      ],
      quiet,
    ),
  );
  for (const tick of horizontal(chart.x, x, box, size, measure)) {
    marks.push(
      line(
        [
          [x(tick), area.y0],
          [x(tick), area.y0 + 0.25 * size],
        ],
        quiet,
      ),
    );
    marks.push(text(chart.x.format(tick), x(tick), area.y0 + 1.75 * size, 'center'));
  }
  marks.push(text(chart.x.label, area.x1, area.y0 + 3.0 * size, 'right'));
  for (const { points, axis, dashed } of chart.curves) {
    const y = sides[axis] ?? sides.left;
    const placed = points.map(([at, value]): Point => [x(at), y(value)]);
    marks.push({
      ...(line(placed, curveColor(axis, theme), 0.12 * size) as Extract<Mark, { kind: 'path' }>),
      ...(dashed ? { dash: [0.4 * size, 0.3 * size] } : {}),
    });
  }
  if (chart.mark) marks.push(...layMark(chart.mark, x, sides.left, area, size, strong, measure));
  return marks;
}

const curveColor = (axis: 'left' | 'right', theme: Theme): string =>
  THEME_STYLES[theme].page[axis === 'left' ? 'curve-field' : 'curve-flux'];

/** Names of the two axes, each with a piece of its curve: side by side, or one below the other. */
function layHead({ left, right, curves }: Chart, box: Box, size: number, theme: Theme, measure: Measure) {
  const sample = 1.4 * size;
  const names = [left, ...(right ? [right] : [])].map(({ label }, n) => ({
    label,
    side: n === 0 ? ('left' as const) : ('right' as const),
  }));
  const widths = names.map(({ label }) => sample + 0.4 * size + measure(label, size, 400));
  const beside = widths.reduce((sum, each) => sum + each, size * (names.length - 1)) <= box.width;
  const marks = names.flatMap(({ label, side }, n): Mark[] => {
    const x = box.x + (beside ? widths.slice(0, n).reduce((sum, each) => sum + each + size, 0) : 0);
    const y = box.y + ((beside ? 0 : n) + 0.8) * LINE * size;
    const dashed = curves.some(({ axis, dashed: broken }) => axis === side && broken);
    const middle = y - 0.36 * size;
    return [
      {
        kind: 'path',
        points: [
          [x, middle],
          [x + sample, middle],
        ],
        stroke: curveColor(side, theme),
        width: 0.12 * size,
        ...(dashed ? { dash: [0.4 * size, 0.3 * size] } : {}),
      },
      {
        kind: 'text',
        text: label,
        x: x + sample + 0.4 * size,
        y,
        size,
        weight: 400,
        color: THEME_STYLES[theme].picture.quiet,
        align: 'left',
      },
    ];
  });
  return { marks, height: (beside ? 1 : names.length) * LINE * size };
}

interface Area {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

/** Bands lower than this have no room for a name above the curves, in text sizes. */
const LOWEST_NAMED = 8;

/** Tissues behind the curves, named where the name fits. */
function layBands(
  { bands }: Chart,
  { x0, x1, y0, y1 }: Area,
  x: (value: number) => number,
  size: number,
  theme: Theme,
  measure: Measure,
): Mark[] {
  return bands.flatMap(({ from, to, name, color }): Mark[] => {
    const [start, end] = [Math.max(x(from), x0), Math.min(x(to), x1)];
    if (end <= start) return [];
    const band: Mark = { kind: 'rect', x: start, y: y1, width: end - start, height: y0 - y1, fill: THEME_STYLES[theme].page[color] };
    if (y0 - y1 < LOWEST_NAMED * size || measure(name, size, 400) + 0.4 * size > end - start) return [band];
    const word: Mark = {
      kind: 'text',
      text: name,
      x: start + 0.2 * size,
      y: y1 + size,
      size,
      weight: 400,
      color: THEME_STYLES[theme].picture.quiet,
      align: 'left',
    };
    return [band, word];
  });
}

/** The named point: its words stand beside it above the falling curve, where they fit and touch neither curve nor name. */
function layMark(
  { point, text }: NonNullable<Chart['mark']>,
  x: (value: number) => number,
  y: (value: number) => number,
  { x1, y0, y1 }: Area,
  size: number,
  color: string,
  measure: Measure,
): Mark[] {
  const [px, py] = [x(point[0]), y(point[1])];
  const side = 0.4 * size;
  const dot: Mark = { kind: 'rect', x: px - side / 2, y: py - side / 2, width: side, height: side, fill: color };
  const baseline = py - 0.5 * size;
  const fits = px + 0.5 * size + measure(text, size, 400) <= x1 && baseline <= y0 && baseline - size >= y1 + 1.4 * size;
  return fits ? [dot, { kind: 'text', text, x: px + 0.5 * size, y: baseline, size, weight: 400, color, align: 'left' }] : [dot];
}

const gapsOf = (ticks: readonly number[], { low, high }: ChartAxis, length: number): number =>
  Math.min(Infinity, ...ticks.slice(1).map((tick, n) => (Math.abs(tick - ticks[n]) / (high - low)) * length));

/** Numbers of a standing axis, a line of text apart. */
const vertical = (axis: ChartAxis, length: number, size: number): readonly number[] =>
  axis.ticks.find((ticks) => gapsOf(ticks, axis, length) >= LINE * size) ?? [];

/** Numbers of the lying axis, which touch neither each other nor the edges of the box. */
function horizontal(axis: ChartAxis, x: (value: number) => number, box: Box, size: number, measure: Measure): readonly number[] {
  const reach = (tick: number): readonly [number, number] => {
    const half = measure(axis.format(tick), size, 400) / 2 + 0.25 * size;
    return [x(tick) - half, x(tick) + half];
  };
  const fits = (ticks: readonly number[]): boolean => ticks.every((tick, n) => n === 0 || reach(ticks[n - 1])[1] <= reach(tick)[0]);
  const within = (tick: number): boolean => reach(tick)[0] >= box.x - 0.3 * size && reach(tick)[1] <= box.x + box.width + 0.3 * size;
  return (axis.ticks.find(fits) ?? []).filter(within);
}
