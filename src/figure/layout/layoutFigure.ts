import { THEME_STYLES } from '../../core/themeStyles';
import type { Theme } from '../../state/choices';
import { type Box, LINE, type Mark, type Measure } from '../drawing/drawing';
import type { FigureContent, LegendContent } from './figureContent';
import { layLegend, legendHeight, legendWidth } from './legendBox';
import { type Cell, cellsOf } from './panelCells';
import { wrapText } from './wrapText';

/** Letters are this share of the height or more, so that the last row reads them; the least is 1/40. */
const TEXT_SHARE = 1 / 36;
/** Margins, in text sizes. */
const MARGIN = 1.1;
/** A caption takes at most this share of the height, legends this share of the width. */
const CAPTION_SHARE = 0.42;
const LEGEND_SHARE = 0.45;
/** Least sides of a panel, in text sizes. */
const SMALLEST_PANEL = 5;
const SMALLEST_PLOT = { width: 13, height: 9 };

export interface FigureLayout {
  readonly textSize: number;
  /** Where each panel's view is drawn, or its plot. */
  readonly frames: readonly Box[];
  /** Where a view's scale mark stands; null where it has none. */
  readonly scaleRows: readonly (Box | null)[];
  readonly marks: readonly Mark[];
  /** One sentence for each thing that found no room. */
  readonly leftOut: readonly string[];
}

/** Lays a figure out: what is text stands beside the views, never on them, and nothing overlaps. Without room the caption goes first, then the legend. */
export function layoutFigure(content: FigureContent, width: number, height: number, measure: Measure): FigureLayout {
  const size = Math.max(height * TEXT_SHARE, content.smallest);
  const margin = Math.min(MARGIN * size, 0.04 * Math.min(width, height) + 0.5 * size);
  const inner = { x: margin, y: margin, width: width - 2 * margin, height: height - 2 * margin };
  const captions = [...content.captions, []].map((caption) => captionLines(caption, inner, size, measure));
  for (const legends of content.legends.length > 0 ? [content.legends, []] : [[]]) {
    for (const [n, caption] of captions.entries()) {
      const captionHeight = caption.length * LINE * size;
      if (captionHeight > CAPTION_SHARE * inner.height) continue;
      const body = { ...inner, height: inner.height - (captionHeight > 0 ? captionHeight + 0.6 * size : 0) };
      const arranged = arrange(content, legends, body, size, measure);
      if (!arranged) continue;
      const top = inner.y + inner.height - captionHeight;
      const marks = [...arranged.marks, ...layCaption(caption, inner.x, top, size, content.theme)];
      const leftOut = [captionLeftOut(n, content.captions.length), legends.length < content.legends.length ? NO_LEGEND : null];
      return { ...arranged, textSize: size, marks, leftOut: leftOut.filter((sentence) => sentence !== null) };
    }
  }
  // A figure too small for any words is the view alone.
  return { textSize: size, ...bare(content, width, height), leftOut: ['This format is too small for words.'] };
}

const NO_LEGEND = 'The legend finds no room in this format.';

/** What is said where not the first of `count` captions was taken. */
function captionLeftOut(taken: number, count: number): string | null {
  if (taken === 0) return null;
  return taken < count
    ? 'The whole caption finds no room in this format; it can be copied as text.'
    : 'The caption finds no room in this format; it can be copied as text.';
}

interface CaptionLine {
  readonly text: string;
  readonly strong: boolean;
}

const captionLines = (caption: readonly string[], { width }: Box, size: number, measure: Measure): readonly CaptionLine[] =>
  caption.flatMap((line, k) => wrapText(line, width, size, k === 0 ? 600 : 400, measure).map((text) => ({ text, strong: k === 0 })));

function layCaption(lines: readonly CaptionLine[], x: number, top: number, size: number, theme: Theme): Mark[] {
  const ink = THEME_STYLES[theme].picture;
  return lines.map(({ text, strong }, n) => ({
    kind: 'text',
    text,
    x,
    y: top + (n + 0.8) * LINE * size,
    size,
    weight: strong ? 600 : 400,
    color: strong ? ink.strong : ink.quiet,
    align: 'left',
  }));
}

type Arranged = Pick<FigureLayout, 'frames' | 'scaleRows' | 'marks'>;

/** Panels with their titles and scale rows, and the legends beside them; null where there is no room. */
function arrange(content: FigureContent, legends: readonly LegendContent[], body: Box, size: number, measure: Measure): Arranged | null {
  const width = Math.max(0, ...legends.map((legend) => legendWidth(legend, size, measure)));
  if (width > LEGEND_SHARE * body.width) return null;
  const { cells, legendBox } = cellsOf(content.panels, body, width > 0 ? width : 0, 1.2 * size);
  const each = (legendBox.height - size * (legends.length - 1)) / Math.max(1, legends.length);
  if (legends.some((legend) => legendHeight(legend, width, size, measure) > each)) return null;
  const marks = legends.flatMap((legend, n) => {
    // Bars longer than a third of the figure say no more.
    const high = Math.min(each, Math.max(legendHeight(legend, width, size, measure), 18 * size));
    const y = legendBox.y + n * (each + size) + (each - high) / 2;
    return layLegend(legend, { x: legendBox.x, y, width, height: high }, size, content.theme, measure);
  });
  const panels = cells.map((cell, n) => layPanel(content, n, cell, titleRows(content, cells, size, measure), size, measure));
  if (panels.some(({ frame }, n) => !isRoomy(frame, content.panels[n].plot !== null, size))) return null;
  return {
    frames: panels.map(({ frame }) => frame),
    scaleRows: panels.map(({ scaleRow }) => scaleRow),
    marks: [...marks, ...panels.flatMap((panel) => panel.marks)],
  };
}

const isRoomy = ({ width, height }: Box, isPlot: boolean, size: number): boolean =>
  isPlot ? width >= SMALLEST_PLOT.width * size && height >= SMALLEST_PLOT.height * size : Math.min(width, height) >= SMALLEST_PANEL * size;

/** Lines that the longest title takes, so that views side by side stay level. */
const titleRows = ({ panels }: FigureContent, cells: readonly Cell[], size: number, measure: Measure): number =>
  Math.max(0, ...panels.map(({ title }, n) => (title === '' ? 0 : wrapText(title, cells[n].width, size, 600, measure).length)));

function layPanel(content: FigureContent, n: number, cell: Cell, rows: number, size: number, measure: Measure) {
  const { title, plot } = content.panels[n];
  const ink = THEME_STYLES[content.theme].picture;
  const marks: Mark[] = (title === '' ? [] : wrapText(title, cell.width, size, 600, measure)).map((text, k) => ({
    kind: 'text',
    text,
    x: cell.x,
    y: cell.y + (k + 0.8) * LINE * size,
    size,
    weight: 600,
    color: ink.strong,
    align: 'left',
  }));
  const top = rows * LINE * size;
  const row = content.scaleMark && !plot ? 1.4 * size : 0;
  const frame = { x: cell.x, y: cell.y + top, width: cell.width, height: cell.height - top - row };
  if (plot && isRoomy(frame, true, size)) marks.push(...plot(frame, size, content.theme, measure));
  return { frame, scaleRow: row > 0 ? { ...cell, y: frame.y + frame.height, height: row } : null, marks };
}

/** Views only, side by side. */
function bare({ panels }: FigureContent, width: number, height: number): Arranged {
  const { cells } = cellsOf(panels, { x: 0, y: 0, width, height }, 0, 0);
  return { frames: cells, scaleRows: cells.map(() => null), marks: [] };
}
