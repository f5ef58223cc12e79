import { InputError } from '../core/inputError';
import { PALETTES } from '../scene/painting/palette';
import type { StageHandle } from '../scene/Stage';
import { formatById } from '../share/figure/figureFormats';
import { type FigureOptions, figureSize } from '../share/figure/figureOptions';
import { methodsText } from './content/captions';
import type { FigureOf } from './content/figureSubject';
import { createFigure, drawViews, type FigureHooks, planFigure, screenMeasure } from './createFigure';
import { type Box, type Mark, overlaps } from './drawing/drawing';
import { writeSvg } from './drawing/writeSvg';

/** Forms in which a figure leaves. */
export const FIGURE_KINDS = ['png', 'pdf', 'svg'] as const;
export type FigureKind = (typeof FIGURE_KINDS)[number];

/** Points of print per pixel of a figure for screens at size 1: a pixel of CSS. */
const POINTS_PER_PIXEL = 0.75;
const POINTS_PER_MM = 72 / 25.4;

/** Most pixels of the picture beneath a PDF's words: what print needs of a slide. */
const PDF_PIXELS = 3840 * 2160;

/** A figure as a file; throws an `InputError` where it cannot be had. */
export async function figureFile(
  stage: StageHandle,
  of: FigureOf,
  version: string,
  options: FigureOptions,
  kind: FigureKind,
  hooks?: FigureHooks,
): Promise<Blob> {
  if (kind === 'png') return createFigure(stage, of, version, options, hooks);
  if (kind === 'svg') return new Blob([plotsSvg(stage, of, version, options)], { type: 'image/svg+xml' });
  return new Blob([await figurePdf(stage, of, version, options, hooks)], { type: 'application/pdf' });
}

/** The plots of a figure, as lines and texts. */
function plotsSvg(stage: StageHandle, of: FigureOf, version: string, options: FigureOptions): string {
  const measure = screenMeasure();
  const { subject, composed } = planFigure(stage, of, version, { ...options, panels: 'plots' }, measure);
  if (composed.plots.length === 0) throw new InputError('The plots find no room in this format.');
  const all = composed.plots.reduce(around);
  const title = 1.4 * composed.textSize;
  const margin = 0.6 * composed.textSize;
  const whole = { ...all, y: all.y - title, height: all.height + title };
  const marks = composed.marks
    .filter((mark) => overlaps(extent(mark), whole))
    .map((mark) => moved(mark, margin - whole.x, margin - whole.y));
  const size = { width: whole.width + 2 * margin, height: whole.height + 2 * margin };
  const ground = options.transparent ? null : PALETTES[subject.theme].background[0];
  return writeSvg(marks, { ...size, ground, about: methodsText(subject.scenes, version, '') }, measure);
}

const around = (a: Box, b: Box): Box => {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return { x, y, width: Math.max(a.x + a.width, b.x + b.width) - x, height: Math.max(a.y + a.height, b.y + b.height) - y };
};

/** What a mark covers, near enough to tell to which part of a figure it belongs. */
function extent(mark: Mark): Box {
  if (mark.kind === 'text') return { x: mark.align === 'right' ? mark.x - 1 : mark.x, y: mark.y - 1, width: 1, height: 1 };
  if (mark.kind !== 'path') return mark;
  const [xs, ys] = [mark.points.map(([x]) => x), mark.points.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x + 0.01, height: Math.max(...ys) - y + 0.01 };
}

function moved(mark: Mark, x: number, y: number): Mark {
  if (mark.kind === 'path') return { ...mark, points: mark.points.map(([px, py]) => [px + x, py + y] as const) };
  return { ...mark, x: mark.x + x, y: mark.y + y };
}

/** A page with vector text and plots over the picture; it is laid out anew, since its letters are not those of the screen. */
async function figurePdf(
  stage: StageHandle,
  of: FigureOf,
  version: string,
  options: FigureOptions,
  hooks?: FigureHooks,
): Promise<ArrayBuffer> {
  const { pdfPage } = await import('./drawing/writePdf');
  const { width, height } = figureSize(options);
  const { printed, width: atOne } = formatById(options.format);
  const points = printed && options.width === undefined ? printed.width * POINTS_PER_MM : (options.width ?? atOne) * POINTS_PER_PIXEL;
  const page = pdfPage(width, height, points);
  const planned = planFigure(stage, of, version, options, page.measure);
  const factor = Math.min(1, Math.sqrt(PDF_PIXELS / (width * height)));
  const canvas = await drawViews(stage, planned, options, hooks, factor);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('The browser could not encode the figure.');
  const about = methodsText(planned.subject.scenes, version, '');
  return page.write(planned.composed.marks, new Uint8Array(await blob.arrayBuffer()), {
    title: 'Coilscope figure',
    subject: about,
    creator: `Coilscope ${version}`,
  });
}
