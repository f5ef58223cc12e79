import { type Box, baselineAt, type Mark, type Measure, overlaps, type TextMark, textBox } from '../drawing/drawing';

/** A word at a place of the view. */
export interface Label {
  readonly text: string;
  /** Pixels of the figure. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly color: string;
  readonly halo: string;
  /** Letters stand on their place; names beside a dot on it. */
  readonly dot: boolean;
}

/** Labels in the order of their worth: one that would leave the frame or touch an earlier one is left out; of names the dot stays. */
export function placeLabels(labels: readonly Label[], frame: Box, measure: Measure): Mark[] {
  const taken: Box[] = [];
  const marks: Mark[] = [];
  for (const { text, x, y, size, color, halo, dot } of labels) {
    const base: TextMark = { kind: 'text', text, x, y: baselineAt(y, size), size, weight: 600, color, align: 'center', halo };
    const reach = 0.45 * size;
    const places: readonly TextMark[] = dot
      ? [
          { ...base, x: x + reach, align: 'left' },
          { ...base, x: x - reach, align: 'right' },
        ]
      : [base];
    const found = places.find((place) => {
      const box = textBox(place, measure);
      return isWithin(box, frame) && !taken.some((other) => overlaps(box, other));
    });
    if (dot && isWithin({ x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach }, frame))
      marks.push(...dotAt(x, y, size, color, halo));
    if (!found) continue;
    taken.push(textBox(found, measure));
    marks.push(found);
  }
  return marks;
}

const isWithin = (box: Box, frame: Box): boolean =>
  box.x >= frame.x && box.y >= frame.y && box.x + box.width <= frame.x + frame.width && box.y + box.height <= frame.y + frame.height;

/** A dot as two squares, one in the other's rim. */
function dotAt(x: number, y: number, size: number, color: string, halo: string): Mark[] {
  const square = (side: number, fill: string): Mark => ({
    kind: 'rect',
    x: x - side / 2,
    y: y - side / 2,
    width: side,
    height: side,
    fill,
  });
  return [square(0.34 * size, halo), square(0.24 * size, color)];
}
