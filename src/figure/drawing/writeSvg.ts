import type { Mark, Measure } from './drawing';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => ESCAPES[letter]);
const round = (value: number): string => String(Math.round(value * 100) / 100);
const ANCHORS = { left: 'start', center: 'middle', right: 'end' } as const;

/** A page of an SVG file: its size, a ground color or none, and what it is and where it is from. */
export interface SvgPage {
  readonly width: number;
  readonly height: number;
  readonly ground: string | null;
  readonly about: string;
}

/** Marks as an SVG file; texts stay texts, as wide as `measure` says whatever letters the reader has. */
export function writeSvg(marks: readonly Mark[], { width, height, ground, about }: SvgPage, measure: Measure): string {
  const whole = ground ? [`<rect width="100%" height="100%" fill="${escaped(ground)}"/>`] : [];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${round(width)} ${round(height)}" width="${round(width)}" height="${round(height)}" font-family="Inter, Helvetica, Arial, sans-serif">`,
    `<desc>${escaped(about)}</desc>`,
    ...whole,
    ...marks.map((mark) => element(mark, measure)),
    '</svg>\n',
  ].join('\n');
}

function element(mark: Mark, measure: Measure): string {
  const box = (): string => {
    const { x, y, width, height } = mark as Extract<Mark, { kind: 'rect' | 'bar' }>;
    return `x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"`;
  };
  switch (mark.kind) {
    case 'text': {
      const halo = mark.halo ? ` stroke="${escaped(mark.halo)}" stroke-width="${round(0.18 * mark.size)}" paint-order="stroke"` : '';
      return `<text x="${round(mark.x)}" y="${round(mark.y)}" font-size="${round(mark.size)}" font-weight="${mark.weight}" text-anchor="${ANCHORS[mark.align]}" textLength="${round(measure(mark.text, mark.size, mark.weight))}" lengthAdjust="spacingAndGlyphs" fill="${escaped(mark.color)}"${halo}>${escaped(mark.text)}</text>`;
    }
    case 'rect':
      return `<rect ${box()} fill="${escaped(mark.fill)}"/>`;
    case 'path': {
      const dash = mark.dash ? ` stroke-dasharray="${mark.dash.map(round).join(' ')}"` : '';
      return `<polyline points="${mark.points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ')}" fill="none" stroke="${escaped(mark.stroke)}" stroke-width="${round(mark.width)}" stroke-linejoin="round"${dash}/>`;
    }
    case 'bar': {
      const rows = mark.colors.length / 4;
      const high = mark.height / rows;
      // Each color reaches under the next, so that no seam shows.
      return Array.from({ length: rows }, (_, n) => {
        const [r, g, b] = mark.colors.subarray(4 * n, 4 * n + 3);
        const y = mark.y + n * high;
        return `<rect x="${round(mark.x)}" y="${round(y)}" width="${round(mark.width)}" height="${round(Math.min(1.6 * high, mark.y + mark.height - y))}" fill="rgb(${r},${g},${b})"/>`;
      }).join('');
    }
  }
}
