import { paintBackground } from '../../src/figure/picture/background';
import { renderTiles } from '../../src/figure/picture/renderView';
import type { StageHandle } from '../../src/scene/Stage';
import type { Theme } from '../../src/state/choices';

/** The stage as it is, through its own camera, as figures draw their views; over the background of a theme or over nothing. */
export function drawStage(stage: StageHandle, width: number, height: number, theme: Theme | null): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  if (theme) paintBackground(context, width, height, theme);
  const place = { x: 0, y: 0, width, height };
  for (const _ of renderTiles(stage, stage.drawInto, stage.camera, context, place));
  return canvas;
}
