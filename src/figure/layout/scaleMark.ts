import { THEME_STYLES } from '../../core/themeStyles';
import type { Theme } from '../../state/choices';
import { type Box, baselineAt, type Mark, type Measure } from '../drawing/drawing';

/** Round lengths [m], from long to short. */
const LENGTHS = [0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001];
/** Longest share of a row. */
const SHARE = 0.32;

/** A length at the depth of the head's middle, at the left of its row: a bar and its length in words. */
export function scaleMark(row: Box, metersPerPixel: number, size: number, theme: Theme, measure: Measure): Mark[] {
  const color = THEME_STYLES[theme].picture.strong;
  const length = LENGTHS.find((each) => each / metersPerPixel <= SHARE * row.width);
  if (length === undefined) return [];
  const pixels = length / metersPerPixel;
  const text = length < 0.01 ? `${1e3 * length}\u202fmm` : `${1e2 * length}\u202fcm`;
  if (pixels + 0.5 * size + measure(text, size, 400) > row.width) return [];
  const y = row.y + row.height / 2;
  const tick = 0.22 * size;
  const line = (points: readonly (readonly [number, number])[]): Mark => ({ kind: 'path', points, stroke: color, width: 0.1 * size });
  return [
    line([
      [row.x, y - tick],
      [row.x, y + tick],
    ]),
    line([
      [row.x, y],
      [row.x + pixels, y],
    ]),
    line([
      [row.x + pixels, y - tick],
      [row.x + pixels, y + tick],
    ]),
    { kind: 'text', text, x: row.x + pixels + 0.5 * size, y: baselineAt(y, size), size, weight: 400, color, align: 'left' },
  ];
}
