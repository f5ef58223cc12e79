import { scaleLinear, scaleLog } from 'd3-scale';
import { interpolateCividis, interpolateRdBu, interpolateViridis } from 'd3-scale-chromatic';
import type { ColorMapId } from '../../state/choices';

/** Entries of the table that goes to the GPU. */
export const LUT_SIZE = 256;

/** Shares of the scale between which the colors fade in over the grey cortex: below the first nothing is colored. */
export const FADE_IN: readonly [number, number] = [0.2, 0.28];

/** With grey below a threshold: the share of the threshold's place at which the fade begins, so that the edge is not jagged. */
const THRESHOLD_EDGE = 0.97;

/** A logarithmic scale begins at this share of its limit. */
const LOG_FLOOR = 0.01;
/** Ticks of a logarithmic scale stand at these digits times powers of ten. */
const LOG_TICK_DIGITS = [1, 2, 5];

export interface ColorScaleOptions {
  /** Values of both signs: a diverging map, zero in its middle. */
  readonly signed?: boolean;
  /** Logarithmic over two decades; ignored where values have signs. */
  readonly logarithmic?: boolean;
  /** Grey below this value instead of below `FADE_IN`. */
  readonly greyBelow?: number;
}

/**
 * The one scale that colors the cortex, draws the legend and the plots, and labels the read-outs. Colors are sRGB bytes that reach the
 * screen as they are: no lighting and no color conversion changes them.
 */
export interface ColorScale {
  readonly unit: string;
  /** Values up to `limit` (and down to -limit on a signed scale) are told apart; others get the last color. */
  readonly limit: number;
  /** The lowest value that the legend shows: 0, -limit on a signed scale, the first decade's start on a logarithmic one. */
  readonly lowest: number;
  readonly signed: boolean;
  readonly logarithmic: boolean;
  /** Natural logarithm of limit over lowest on a logarithmic scale, else 0; the shader needs it. */
  readonly logSpan: number;
  /** Shares of the limit's magnitude (after the logarithm) between which the colors fade in. */
  readonly fadeIn: readonly [number, number];
  /** Place of a value on the legend: 0 at `lowest`, 1 at `limit`. */
  share(value: number): number;
  /** The value at a place of the legend. */
  valueAt(share: number): number;
  /** sRGB bytes of a value, without the fade. */
  color(value: number): readonly [number, number, number];
  /** How opaque the color lies over the grey cortex, 0…1. */
  opacity(value: number): number;
  /** The table for the GPU: RGBA bytes, alpha 255. */
  readonly table: Uint8Array;
  readonly ticks: readonly number[];
}

type TableId = ColorMapId | 'diverging';

/** Blue inward, red outward, white at zero. */
const INTERPOLATORS: Record<TableId, (share: number) => string> = {
  viridis: interpolateViridis,
  cividis: interpolateCividis,
  diverging: (share) => interpolateRdBu(1 - share),
};

export function createColorScale(colorMap: ColorMapId, limit: number, unit: string, options: ColorScaleOptions = {}): ColorScale {
  const signed = options.signed ?? false;
  const logarithmic = !signed && (options.logarithmic ?? false);
  const table = colorTable(signed ? 'diverging' : colorMap);
  const logSpan = logarithmic ? -Math.log(LOG_FLOOR) : 0;
  const lowest = signed ? -limit : logarithmic ? limit * LOG_FLOOR : 0;
  const magnitudeShare = (value: number): number => shareOfMagnitude(Math.abs(value) / limit, logSpan);
  const share = (value: number): number => {
    const clamped = Math.min(Math.max(magnitudeShare(value), 0), 1);
    return signed ? 0.5 + 0.5 * Math.sign(value) * clamped : clamped;
  };
  const fadeIn = fadeShares(options.greyBelow, magnitudeShare);
  return {
    unit,
    limit,
    lowest,
    signed,
    logarithmic,
    logSpan,
    fadeIn,
    share,
    valueAt: (at) => (logarithmic ? limit * Math.exp((at - 1) * logSpan) : lowest + at * (limit - lowest)),
    table,
    ticks: logarithmic ? logTicks(lowest, limit) : scaleLinear([lowest, limit], [0, 1]).ticks(5),
    color: (value) => interpolateTable(table, share(value)),
    opacity: (value) => smoothStep(fadeIn[0], fadeIn[1], magnitudeShare(value)),
  };
}

/** The same rule as `shareOfMagnitude` of colorScale.glsl; `relative` is |value| / limit. */
function shareOfMagnitude(relative: number, logSpan: number): number {
  return logSpan > 0 ? 1 + Math.log(Math.max(relative, 1e-6)) / logSpan : relative;
}

function fadeShares(greyBelow: number | undefined, magnitudeShare: (value: number) => number): readonly [number, number] {
  if (greyBelow === undefined) return FADE_IN;
  const [from, to] = [magnitudeShare(greyBelow * THRESHOLD_EDGE), magnitudeShare(greyBelow)];
  // A threshold below the first decade greys nothing.
  return to > 0 ? [from, to] : [-2, -1];
}

function logTicks(lowest: number, limit: number): number[] {
  return scaleLog([lowest, limit], [0, 1])
    .ticks(20)
    .filter((tick) => LOG_TICK_DIGITS.includes(Math.round(tick / 10 ** Math.floor(Math.log10(tick) + 1e-9))));
}

const _tables = new Map<TableId, Uint8Array>();

function colorTable(id: TableId): Uint8Array {
  const known = _tables.get(id);
  if (known) return known;
  const table = new Uint8Array(4 * LUT_SIZE);
  for (let n = 0; n < LUT_SIZE; n++) table.set([...parseColor(INTERPOLATORS[id](n / (LUT_SIZE - 1))), 255], 4 * n);
  _tables.set(id, table);
  return table;
}

function parseColor(text: string): number[] {
  if (text.startsWith('#')) return [1, 3, 5].map((start) => Number.parseInt(text.slice(start, start + 2), 16));
  return (text.match(/[\d.]+/g) ?? []).slice(0, 3).map((part) => Math.round(Number(part)));
}

/** Linear between the centers of the table's entries, as the GPU's filter does with `(0.5 + share · (n - 1)) / n`. */
function interpolateTable(table: Uint8Array, share: number): readonly [number, number, number] {
  const x = share * (LUT_SIZE - 1);
  const low = Math.min(Math.floor(x), LUT_SIZE - 2);
  const blend = (channel: number): number =>
    Math.round(table[4 * low + channel] + (x - low) * (table[4 * low + 4 + channel] - table[4 * low + channel]));
  return [blend(0), blend(1), blend(2)];
}

/** The same polynomial as GLSL's smoothstep. */
export function smoothStep(from: number, to: number, x: number): number {
  const t = Math.min(Math.max((x - from) / (to - from), 0), 1);
  return t * t * (3 - 2 * t);
}
