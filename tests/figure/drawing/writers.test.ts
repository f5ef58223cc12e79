import { extractText, getDocumentProxy } from 'unpdf';
import { expect, it } from 'vitest';
import type { Mark } from '../../../src/figure/drawing/drawing';
import { pdfPage, standardLetters } from '../../../src/figure/drawing/writePdf';
import { writeSvg } from '../../../src/figure/drawing/writeSvg';
import { interMeasure } from '../interMeasure';

const PIXEL = Uint8Array.from(atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII='), (c) =>
  c.charCodeAt(0),
);
const text = (words: string, y: number): Mark => ({
  kind: 'text',
  text: words,
  x: 40,
  y,
  size: 30,
  weight: 400,
  color: '#14181c',
  align: 'left',
});
const marks: Mark[] = [
  text('78\u202fV/m at “M1” & <F3>; dI/dt 75.0\u202fA/µs', 100),
  text('z = \u221220\u202fmm, 10°', 150),
  {
    kind: 'path',
    points: [
      [10, 10],
      [200, 60],
    ],
    stroke: '#96521f',
    width: 2,
    dash: [6, 4],
  },
  { kind: 'rect', x: 5, y: 5, width: 20, height: 10, fill: 'rgb(13 13 13 / 75%)' },
  { kind: 'bar', x: 5, y: 20, width: 20, height: 100, colors: Uint8ClampedArray.of(1, 2, 3, 255, 4, 5, 6, 255) },
];

it('A page of a PDF has its texts as texts, and lines that are no picture', async () => {
  const bytes = new Uint8Array(
    pdfPage(1920, 1080, 1440).write(marks, PIXEL, { title: 'A figure', subject: 'What it shows', creator: 'Coilscope' }),
  );
  const document = await getDocumentProxy(bytes);
  const { text: found } = await extractText(document, { mergePages: true });
  // The reader takes the sign of micro for the Greek letter, and no-break spaces for plain ones.
  expect(found.normalize('NFKC').replaceAll('\n', ' ')).toBe('78 V/m at “M1” & <F3>; dI/dt 75.0 A/μs z = –20 mm, 10°');
  const page = await document.getPage(1);
  const [, , width, height] = page.view;
  expect([width, height]).toEqual([1440, 810]);
});

it('Letters that no reader must have are replaced, and none makes the page unreadable', () => {
  expect(standardLetters('−1\u202fmm ≥ 2 Ω')).toBe('–1\u00a0mm >= 2 ohm');
  expect(standardLetters('線圈')).toBe('??');
});

it('An SVG keeps texts as texts, and no text can become an element', () => {
  const svg = writeSvg(marks, { width: 400, height: 200, ground: '#ffffff', about: 'a "figure" <b>' }, interMeasure);
  expect(svg).toContain('&amp; &lt;F3&gt;');
  expect(svg).not.toMatch(/<F3|<b>/);
  expect(svg).toContain('points="10,10 200,60"');
  expect(svg).toContain(`textLength="${Math.round(100 * interMeasure('z = \u221220\u202fmm, 10°', 30, 400)) / 100}"`);
  expect(svg.match(/<text /g)).toHaveLength(2);
  expect(svg.match(/<rect /g)).toHaveLength(4);
});
