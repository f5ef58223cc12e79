import { type PerspectiveCamera, WebGLRenderTarget } from 'three';
import { PALETTES } from '../scene/painting/palette';
import type { StageHandle } from '../scene/Stage';
import type { Theme } from '../state/choices';
import { compositePixels } from './compositePixels';

/** Larger render targets have lost the context of weak machines; the picture is drawn in tiles of at most this many pixels a side. */
const TILE = 2048;
const SAMPLES = 4;

/**
 * Draws the stage as it is on screen, `width` × `height` pixels, over the background of a theme, or over nothing. The vertical field of view
 * is that of the screen; a wider picture shows more to the sides.
 */
export function renderPicture(stage: StageHandle, width: number, height: number, background: Theme | null): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('The browser gave no canvas for the picture.');
  if (background) paintBackground(context, background);
  const camera = stage.camera.clone();
  camera.aspect = width / height;
  const target = new WebGLRenderTarget(Math.min(TILE, width), Math.min(TILE, height), { samples: SAMPLES });
  try {
    for (let y = 0; y < height; y += TILE) {
      for (let x = 0; x < width; x += TILE) drawTile(stage, camera, target, context, x, y);
    }
  } finally {
    stage.renderer.setRenderTarget(null);
    target.dispose();
  }
  return canvas;
}

function drawTile(
  stage: StageHandle,
  camera: PerspectiveCamera,
  target: WebGLRenderTarget,
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
): void {
  const { width, height } = context.canvas;
  const tileWidth = Math.min(TILE, width - x);
  const tileHeight = Math.min(TILE, height - y);
  target.setSize(tileWidth, tileHeight);
  // The screen's own offset, as a share of its height, holds in the picture too.
  const view = stage.camera.view;
  const lowered = view?.enabled ? (view.offsetY / view.fullHeight) * height : 0;
  camera.setViewOffset(width, height, x, y + lowered, tileWidth, tileHeight);
  camera.updateProjectionMatrix();
  stage.drawInto(target, camera);
  const pixels = new Uint8Array(4 * tileWidth * tileHeight);
  stage.renderer.readRenderTargetPixels(target, 0, 0, tileWidth, tileHeight, pixels);
  const under = context.getImageData(x, y, tileWidth, tileHeight);
  compositePixels(pixels, under.data, tileWidth, tileHeight);
  context.putImageData(under, x, y);
}

/** The same ellipse as the CSS background of the stage: center at 50 % 45 %, reaching the farthest corner. */
function paintBackground(context: CanvasRenderingContext2D, theme: Theme): void {
  const { width, height } = context.canvas;
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
