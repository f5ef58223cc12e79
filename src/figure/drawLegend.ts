import { formatField, formatNumber, formatSignificant } from '../core/format';
import { LINE_COLORS, THEME_STYLES } from '../core/themeStyles';
import type { Coloring } from '../field/color/coloring';
import { type ColorScale, LUT_SIZE } from '../field/color/colorScale';
import type { ContourLevels } from '../field/color/contourLevels';
import { componentSymbol } from '../field/grid/fieldComponents';
import { PALETTES } from '../scene/painting/palette';
import type { Theme } from '../state/choices';

/** Everything is laid out for a picture of this height and scaled from there, in pixels. */
const REFERENCE_HEIGHT = 1080;
const FONT = "'Inter Variable', system-ui, sans-serif";
const MARGIN = 56;
const BAR = { left: 128, top: 330, width: 22, height: 420 };

/**
 * Burns the legend in: quantity, unit, the scale's colors as they lie on the cortex, its ticks, the lines that are drawn, and a mark at the
 * target's value.
 */
export function drawLegend(
  context: CanvasRenderingContext2D,
  { scale, unit, component, lines }: Pick<Coloring, 'scale' | 'unit' | 'component' | 'lines'>,
  atTarget: number,
  theme: Theme,
): void {
  const ink = THEME_STYLES[theme].picture;
  context.save();
  context.scale(context.canvas.height / REFERENCE_HEIGHT, context.canvas.height / REFERENCE_HEIGHT);
  context.textBaseline = 'middle';
  context.fillStyle = ink.strong;
  context.font = `600 22px ${FONT}`;
  context.fillText(`${componentSymbol(component, unit)} in ${unit}`, BAR.left, BAR.top - (scale.logarithmic ? 56 : 34));
  context.font = `500 20px ${FONT}`;
  if (scale.logarithmic) context.fillText('logarithmic', BAR.left, BAR.top - 28);
  drawBar(context, scale, theme);
  for (const tick of scale.ticks) {
    context.fillStyle = ink.quiet;
    context.fillRect(BAR.left + BAR.width, heightOf(scale, tick) - 0.75, 7, 1.5);
    context.fillText(
      scale.logarithmic ? formatSignificant(tick, 1) : formatNumber(tick, scale.limit < 5 ? 1 : 0),
      BAR.left + BAR.width + 14,
      heightOf(scale, tick),
    );
  }
  drawTargetMark(context, heightOf(scale, atTarget), formatField(atTarget, unit), theme);
  if (lines) drawLines(context, scale, lines);
  context.restore();
}

/** Height of a value on the bar, in pixels of the reference picture from its top: large values stand high. */
const heightOf = (scale: ColorScale, value: number): number => BAR.top + BAR.height * (1 - scale.share(value));

/** The bar's colors over the grey of the cortex, RGBA bytes, one pixel per color, the largest value first. */
export function barPixels(scale: ColorScale, theme: Theme, out = new Uint8ClampedArray(4 * LUT_SIZE)): Uint8ClampedArray {
  const grey = PALETTES[theme].fade.map((share) => 255 * share);
  for (let n = 0; n < LUT_SIZE; n++) {
    const value = scale.valueAt((n + 0.5) / LUT_SIZE);
    const color = scale.color(value);
    const opacity = scale.opacity(value);
    const at = 4 * (LUT_SIZE - 1 - n);
    for (let c = 0; c < 3; c++) out[at + c] = Math.round(grey[c] + opacity * (color[c] - grey[c]));
    out[at + 3] = 255;
  }
  return out;
}

function drawBar(context: CanvasRenderingContext2D, scale: ColorScale, theme: Theme): void {
  // One pixel per color, enlarged as a whole: rectangles side by side would leave seams.
  const column = document.createElement('canvas');
  column.width = 1;
  column.height = LUT_SIZE;
  const small = column.getContext('2d');
  const image = small?.createImageData(1, LUT_SIZE);
  if (!small || !image) return;
  barPixels(scale, theme, image.data);
  small.putImageData(image, 0, 0);
  context.imageSmoothingEnabled = false;
  context.drawImage(column, BAR.left, BAR.top, BAR.width, BAR.height);
}

/** The lines of the cortex across the bar, in their colors; on a signed scale on both sides of zero. */
function drawLines(context: CanvasRenderingContext2D, scale: ColorScale, { halfPeak, threshold }: ContourLevels): void {
  const draw = (value: number, core: string, halo: string): void => {
    const y = heightOf(scale, value);
    context.fillStyle = halo;
    context.fillRect(BAR.left - 4, y - 3.5, BAR.width + 8, 7);
    context.fillStyle = core;
    context.fillRect(BAR.left - 4, y - 1.25, BAR.width + 8, 2.5);
  };
  for (const sign of scale.signed ? [1, -1] : [1]) {
    if (threshold !== null) draw(sign * threshold, LINE_COLORS['threshold-line'], LINE_COLORS['threshold-halo']);
    draw(sign * halfPeak, LINE_COLORS['half-peak-line'], LINE_COLORS['half-peak-halo']);
  }
}

function drawTargetMark(context: CanvasRenderingContext2D, y: number, text: string, theme: Theme): void {
  context.strokeStyle = THEME_STYLES[theme].stage.mark;
  context.lineWidth = 3;
  context.beginPath();
  context.moveTo(BAR.left - 8, y);
  context.lineTo(BAR.left + BAR.width, y);
  context.stroke();
  context.fillStyle = THEME_STYLES[theme].picture.strong;
  context.font = `600 20px ${FONT}`;
  context.textAlign = 'right';
  context.fillText(text, BAR.left - 14, y);
  context.textAlign = 'left';
}

/** Burns the caption in at the lower edge, one line of text per entry; the first line is strong. */
export function drawCaption(context: CanvasRenderingContext2D, lines: readonly string[], theme: Theme): void {
  const factor = context.canvas.height / REFERENCE_HEIGHT;
  context.save();
  context.scale(factor, factor);
  context.textBaseline = 'alphabetic';
  lines.forEach((line, n) => {
    context.font = n === 0 ? `600 24px ${FONT}` : `400 18px ${FONT}`;
    context.fillStyle = n === 0 ? THEME_STYLES[theme].picture.strong : THEME_STYLES[theme].picture.quiet;
    context.fillText(line, MARGIN, REFERENCE_HEIGHT - 44 - 28 * (lines.length - 1 - n));
  });
  context.restore();
}
