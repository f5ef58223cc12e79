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

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/**
 * Draws a view of the stage over what a canvas has, and comes back after every tile. `camera` shows it in `place.width` × `place.height` pixels,
 * with a view offset or without. Over `feather` pixels it fades to its edges: what leaves the frame, as a cable does, is not cut off.
 */
export function* renderTiles(
  stage: Pick<StageHandle, 'renderer'>,
  draw: DrawInto,
  camera: PerspectiveCamera,
  context: Context,
  place: ViewPlace,
  feather = 0,
): Generator<void> {
  const view = camera.view?.enabled ? camera.view : null;
  // The camera's own offset, as a share of its height, holds in the picture too.
  const shift = [view ? view.offsetX / view.fullHeight : 0, view ? view.offsetY / view.fullHeight : 0];
  const through = camera.clone();
  through.aspect = place.width / place.height;
  const target = new WebGLRenderTarget(Math.min(TILE, place.width), Math.min(TILE, place.height), { samples: SAMPLES });
  try {
    for (let y = 0; y < place.height; y += TILE) {
      for (let x = 0; x < place.width; x += TILE) {
        const tile = { x, y, width: Math.min(TILE, place.width - x), height: Math.min(TILE, place.height - y) };
        target.setSize(tile.width, tile.height);
        through.setViewOffset(place.width, place.height, x + shift[0] * place.height, y + shift[1] * place.height, tile.width, tile.height);
        draw(target, through);
        const pixels = readTile(stage, target, tile);
        if (feather > 0) fadeToEdges(pixels, tile, place, feather);
        const under = context.getImageData(place.x + x, place.y + y, tile.width, tile.height);
        compositePixels(pixels, under.data, tile.width, tile.height);
        context.putImageData(under, place.x + x, place.y + y);
        yield;
      }
    }
  } finally {
    stage.renderer.setRenderTarget(null);
    target.dispose();
  }
}

function readTile({ renderer }: Pick<StageHandle, 'renderer'>, target: WebGLRenderTarget, { width, height }: ViewPlace): Uint8Array {
  const pixels = new Uint8Array(4 * width * height);
  renderer.readRenderTargetPixels(target, 0, 0, width, height, pixels);
  renderer.setRenderTarget(null);
  if (renderer.getContext().isContextLost()) throw new Error('The graphics system took the 3-D view away while it drew the figure.');
  return pixels;
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
