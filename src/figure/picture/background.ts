import { PALETTES } from '../../scene/painting/palette';
import type { Theme } from '../../state/choices';

/** The same ellipse as the CSS background of the stage: center at 50 % 45 %, reaching the farthest corner. */
export function paintBackground(
  context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D,
  width: number,
  height: number,
  theme: Theme,
): void {
  const [middle, rim] = PALETTES[theme].background;
  context.save();
  context.translate(0.5 * width, 0.45 * height);
  context.scale(0.5 * width, 0.55 * height);
  const gradient = context.createRadialGradient(0, 0, 0, 0, 0, Math.SQRT2);
  gradient.addColorStop(0, middle);
  gradient.addColorStop(1, rim);
  context.fillStyle = gradient;
  context.fillRect(-2, -2, 4, 4);
  context.restore();
}
