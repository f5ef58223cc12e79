/** Pixels of the figure from its upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Weight = 400 | 600;
export type Align = 'left' | 'center' | 'right';

/** A line of text; `y` is its baseline. */
export interface TextMark {
  readonly kind: 'text';
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Pixels. */
  readonly size: number;
  readonly weight: Weight;
  readonly color: string;
  readonly align: Align;
  /** What sets it off where it lies on the picture: a line of this color around its letters. */
  readonly halo?: string;
}

/** Straight lines from point to point. */
export interface PathMark {
  readonly kind: 'path';
  readonly points: readonly (readonly [number, number])[];
  readonly stroke: string;
  readonly width: number;
  /** Lengths of dashes and gaps. */
  readonly dash?: readonly number[];
}

export interface RectMark extends Box {
  readonly kind: 'rect';
  readonly fill: string;
}

/** Opaque colors one above the other, the first on top: RGBA bytes, one pixel per color. */
export interface BarMark extends Box {
  readonly kind: 'bar';
  readonly colors: Uint8ClampedArray;
}

/** Everything of a figure but its pictures: drawn on a canvas, or written as SVG or PDF. */
export type Mark = TextMark | PathMark | RectMark | BarMark;

/** Width of a text in pixels, in the font that will draw it. */
export type Measure = (text: string, size: number, weight: Weight) => number;

/** Shares of the size that letters reach above and below their baseline, accents and descenders included. */
const ASCENT = 0.97;
const DESCENT = 0.25;
/** Distance of baselines, as a share of the size. */
export const LINE = 1.32;

/** What a text covers. */
export function textBox({ text, x, y, size, weight, align }: TextMark, measure: Measure): Box {
  const width = measure(text, size, weight);
  const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
  return { x: left, y: y - ASCENT * size, width, height: (ASCENT + DESCENT) * size };
}

/** Whether two boxes share more than an edge. */
export const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width - 1e-6 && b.x < a.x + a.width - 1e-6 && a.y < b.y + b.height - 1e-6 && b.y < a.y + a.height - 1e-6;

/** The baseline of a text whose letters stand in the middle of a line at `y`. */
export const baselineAt = (y: number, size: number): number => y + 0.36 * size;
