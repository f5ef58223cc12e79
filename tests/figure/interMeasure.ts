import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Measure, Weight } from '../../src/figure/drawing/drawing';

/** What is used of the reader of fonts, which has no types of its own. */
interface Font {
  readonly unitsPerEm: number;
  layout(text: string): { readonly advanceWidth: number };
}
const require = createRequire(import.meta.url);
const fontkit = require('fontkit') as { create(bytes: Buffer): Font };
const load = (weight: Weight): Font =>
  fontkit.create(readFileSync(require.resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff`)));
const fonts: Readonly<Record<Weight, Font>> = { 400: load(400), 600: load(600) };
const known = new Map<string, number>();

function widthOf(word: string, weight: Weight): number {
  const key = `${weight} ${word}`;
  const font = fonts[weight];
  const width = known.get(key) ?? font.layout(word).advanceWidth / font.unitsPerEm;
  known.set(key, width);
  return width;
}

/** Widths of the page's own letters, from the font's file; word by word, since there are few of them. */
export const interMeasure: Measure = (text, size, weight) => {
  const words = text.split(' ');
  return size * words.reduce((sum, word) => sum + widthOf(word, weight), (words.length - 1) * widthOf(' ', weight));
};
