import { scaleLinear } from 'd3-scale';
import { interpolateCividis, interpolateViridis } from 'd3-scale-chromatic';
import type { ColorMapId } from '../state/choices';

/** Entries of the table that goes to the GPU. */
export const LUT_SIZE = 256;

/** Shares of the limit between which the colors fade in over the grey cortex: below the first nothing is colored. */
export const FADE_IN: readonly [number, number] = [0.2, 0.4];

/**
 * The one scale that colors the cortex, draws the legend and the plots, and labels the read-outs. Colors are sRGB bytes that reach the
 * screen as they are: no lighting and no color conversion changes them.
 */
export interface ColorScale {
  readonly unit: string;
  /** Values from 0 to `limit` are told apart; higher ones get the last color. */
  readonly limit: number;
  /** sRGB bytes of a value, without the fade. */
  color(value: number): readonly [number, number, number];
  /** How opaque the color lies over the grey cortex, 0…1. */
  opacity(value: number): number;
  /** The table for the GPU: RGBA bytes, alpha 255. */
  readonly table: Uint8Array;
  readonly ticks: readonly number[];
}

const INTERPOLATORS: Record<ColorMapId, (share: number) => string> = { viridis: interpolateViridis, cividis: interpolateCividis };

export function createColorScale(colorMap: ColorMapId, limit: number, unit: string): ColorScale {
  const table = colorTable(colorMap);
  const position = scaleLinear([0, limit], [0, 1]).clamp(true);
  return {
    unit,
    limit,
    table,
    ticks: scaleLinear([0, limit], [0, 1]).ticks(5),
    color: (value) => interpolateTable(table, position(value)),
    opacity: (value) => smoothStep(FADE_IN[0], FADE_IN[1], value / limit),
  };
}

const _tables = new Map<ColorMapId, Uint8Array>();

function colorTable(colorMap: ColorMapId): Uint8Array {
  const known = _tables.get(colorMap);
  if (known) return known;
  const table = new Uint8Array(4 * LUT_SIZE);
  for (let n = 0; n < LUT_SIZE; n++) table.set([...parseColor(INTERPOLATORS[colorMap](n / (LUT_SIZE - 1))), 255], 4 * n);
  _tables.set(colorMap, table);
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
