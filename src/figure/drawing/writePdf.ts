import { jsPDF } from 'jspdf';
import { type Mark, type Measure, type TextMark, textBox, type Weight } from './drawing';

/** Letters of the standard fonts beyond Latin-1 (WinAnsi). */
const BEYOND = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';
const SUBSTITUTES: Readonly<Record<string, string>> = {
  '\u2212': '–',
  '\u202f': '\u00a0',
  '\u2009': '\u00a0',
  '≥': '>=',
  '≤': '<=',
  τ: 'tau',
  Ω: 'ohm',
};

/** A text in letters that every reader of PDF has; others become `?`. */
export const standardLetters = (text: string): string =>
  Array.from(text, (letter) => {
    const known = SUBSTITUTES[letter] ?? letter;
    return [...known].every((each) => (each.codePointAt(0) ?? 0) < 256 || BEYOND.includes(each)) ? known : '?';
  }).join('');

const STYLES: Readonly<Record<Weight, string>> = { 400: 'normal', 600: 'bold' };

/** A page being written: its measure is that of the letters it will have. */
export interface PdfPage {
  readonly measure: Measure;
  /** The finished file. `picture`: what lies beneath the marks, as PNG or JPEG. */
  write(
    marks: readonly Mark[],
    picture: Uint8Array,
    about: { readonly title: string; readonly subject: string; readonly creator: string },
  ): ArrayBuffer;
}

/** A page of `width` × `height` pixels of the figure, `points` points of print wide. Texts stay texts, lines stay lines. */
export function pdfPage(width: number, height: number, points: number): PdfPage {
  const factor = points / width;
  const format = [points, height * factor];
  const doc = new jsPDF({
    unit: 'pt',
    format,
    orientation: width >= height ? 'landscape' : 'portrait',
    compress: true,
    putOnlyUsedFonts: true,
  });
  return {
    measure: (text, size, weight) => widthOf(doc, text, size, weight),
    write(marks, picture, { title, subject, creator }) {
      doc.setProperties({ title: standardLetters(title), subject: standardLetters(subject), creator });
      doc.addImage(picture, 'PNG', 0, 0, points, height * factor, undefined, 'FAST');
      for (const mark of marks) draw(doc, mark, factor);
      return doc.output('arraybuffer');
    },
  };
}

/** `#rrggbb` or `rgb(r g b / a%)`. */
function inkOf(color: string): { readonly rgb: readonly [number, number, number]; readonly opacity: number } {
  if (color.startsWith('#')) {
    const [r, g, b] = [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16));
    return { rgb: [r, g, b], opacity: 1 };
  }
  const [r, g, b, percent = 100] = (color.match(/[\d.]+/g) ?? []).map(Number);
  return { rgb: [r, g, b], opacity: percent / 100 };
}

function withOpacity(doc: jsPDF, opacity: number, fill: () => void): void {
  if (opacity === 1) {
    fill();
    return;
  }
  doc.saveGraphicsState();
  doc.setGState(doc.GState({ opacity }));
  fill();
  doc.restoreGraphicsState();
}

/** What sets a text off the picture: a pale ground, since letters drawn twice would be found twice. */
function drawHalo(doc: jsPDF, mark: TextMark, color: string, factor: number): void {
  const { x, y, width, height } = textBox(mark, (text, size, weight) => widthOf(doc, text, size, weight));
  withOpacity(doc, HALO, () => {
    doc.setFillColor(...inkOf(color).rgb);
    doc.rect(x * factor, (y + 0.2 * mark.size) * factor, width * factor, (height - 0.25 * mark.size) * factor, 'F');
  });
}

const HALO = 0.55;

function widthOf(doc: jsPDF, text: string, size: number, weight: Weight): number {
  doc.setFont('helvetica', STYLES[weight]);
  doc.setFontSize(100);
  return (doc.getTextWidth(standardLetters(text)) * size) / 100;
}

function draw(doc: jsPDF, mark: Mark, factor: number): void {
  switch (mark.kind) {
    case 'text': {
      if (mark.halo) drawHalo(doc, mark, mark.halo, factor);
      doc.setFont('helvetica', STYLES[mark.weight]);
      doc.setFontSize(mark.size * factor);
      doc.setTextColor(...inkOf(mark.color).rgb);
      doc.text(standardLetters(mark.text), mark.x * factor, mark.y * factor, { align: mark.align, baseline: 'alphabetic' });
      return;
    }
    case 'rect': {
      const { rgb, opacity } = inkOf(mark.fill);
      withOpacity(doc, opacity, () => {
        doc.setFillColor(...rgb);
        doc.rect(mark.x * factor, mark.y * factor, mark.width * factor, mark.height * factor, 'F');
      });
      return;
    }
    case 'path': {
      if (mark.points.length < 2) return;
      doc.setDrawColor(...inkOf(mark.stroke).rgb);
      doc.setLineWidth(mark.width * factor);
      doc.setLineJoin('round');
      doc.setLineDashPattern(
        (mark.dash ?? []).map((length) => length * factor),
        0,
      );
      const [[x, y], ...rest] = mark.points;
      const steps = rest.map(([toX, toY], n) => [(toX - mark.points[n][0]) * factor, (toY - mark.points[n][1]) * factor]);
      doc.lines(steps, x * factor, y * factor, [1, 1], 'S');
      return;
    }
    case 'bar': {
      const rows = mark.colors.length / 4;
      const high = mark.height / rows;
      for (let n = 0; n < rows; n++) {
        doc.setFillColor(mark.colors[4 * n], mark.colors[4 * n + 1], mark.colors[4 * n + 2]);
        const y = mark.y + n * high;
        // Each color reaches under the next, so that no seam shows.
        doc.rect(mark.x * factor, y * factor, mark.width * factor, Math.min(1.6 * high, mark.y + mark.height - y) * factor, 'F');
      }
    }
  }
}
