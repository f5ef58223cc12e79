import { type PerspectiveCamera, WebGLRenderTarget } from 'three';
import type { StageHandle } from '../../scene/Stage';
import { compositePixels } from './compositePixels';

/** Larger render targets have lost the context of weak machines: with four samples a pixel, and brain and scalp beside it, this one takes 80 MB. */
const TILE = 1024;
const SAMPLES = 4;

/** What a view is drawn for: which pixels of the canvas it takes. */
export interface ViewPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Draws into a target through a camera whose view has the size of the whole picture. */
export type DrawInto = (target: WebGLRenderTarget, camera: PerspectiveCamera) => void;

/** How many tiles a view takes. */
export const tilesOf = ({ width, height }: ViewPlace): number => Math.ceil(width / TILE) * Math.ceil(height / TILE);

/**
 * Draws a view of the stage over what a canvas has, tile by tile. `camera` shows it in `place.width` × `place.height` pixels, with a view offset
 * or without. Over `feather` pixels it fades to its edges: what leaves the frame, as a cable does, is not cut off. `pause` runs after every tile: it may wait, tell of the progress, or throw to end it.
 */
export async function renderView(
  stage: Pick<StageHandle, 'renderer'>,
  draw: DrawInto,
  camera: PerspectiveCamera,
  context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D,
  place: ViewPlace,
  pause: () => Promise<void>,
  feather = 0,
): Promise<void> {
  const view = camera.view?.enabled ? camera.view : null;
  // The camera's own offset, as a share of its height, holds in the picture too.
  const shift = [view ? view.offsetX / view.fullHeight : 0, view ? view.offsetY / view.fullHeight : 0];
  const through = camera.clone();
  through.aspect = place.width / place.height;
  const target = new WebGLRenderTarget(Math.min(TILE, place.width), Math.min(TILE, place.height), { samples: SAMPLES });
  try {
    for (let y = 0; y < place.height; y += TILE) {
      for (let x = 0; x < place.width; x += TILE) {
        const [width, height] = [Math.min(TILE, place.width - x), Math.min(TILE, place.height - y)];
        target.setSize(width, height);
        through.setViewOffset(place.width, place.height, x + shift[0] * place.height, y + shift[1] * place.height, width, height);
        draw(target, through);
        const pixels = new Uint8Array(4 * width * height);
        stage.renderer.readRenderTargetPixels(target, 0, 0, width, height, pixels);
        stage.renderer.setRenderTarget(null);
        if (stage.renderer.getContext().isContextLost())
          throw new Error('The graphics system took the 3-D view away while it drew the figure.');
        if (feather > 0) fadeToEdges(pixels, { x, y, width, height }, place, feather);
        const under = context.getImageData(place.x + x, place.y + y, width, height);
        compositePixels(pixels, under.data, width, height);
        context.putImageData(under, place.x + x, place.y + y);
        await pause();
      }
    }
  } finally {
    stage.renderer.setRenderTarget(null);
    target.dispose();
  }
}

/** Lessens premultiplied pixels (bottom row first) of a tile near the edges of the view. */
export function fadeToEdges(
  pixels: Uint8Array,
  tile: ViewPlace,
  { width, height }: Pick<ViewPlace, 'width' | 'height'>,
  band: number,
): void {
  for (let row = 0; row < tile.height; row++) {
    const y = tile.y + tile.height - 1 - row;
    const fromTop = Math.min(y + 0.5, height - y - 0.5) / band;
    for (let column = 0; column < tile.width; column++) {
      const x = tile.x + column;
      const share = Math.min(fromTop, (x + 0.5) / band, (width - x - 0.5) / band);
      if (share >= 1) {
        // The rest of a row's middle is untouched.
        if (x < width - band - 1) column = Math.max(column, Math.min(tile.width, Math.floor(width - band - 1 - tile.x)) - 1);
        continue;
      }
      const at = 4 * (row * tile.width + column);
      for (let c = 0; c < 4; c++) pixels[at + c] = Math.round(pixels[at + c] * share);
    }
  }
}
