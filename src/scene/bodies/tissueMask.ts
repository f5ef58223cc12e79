import { CanvasTexture, LinearMipmapLinearFilter } from 'three';
import type { HeadModel } from '../../head/loadHead';
import type { Surface } from '../../head/surface';
import { type CutAxis, cutLoops, IN_PLANE } from '../layers/cutLoops';

/** The part of each coordinate that a plane's window shows [m]; the same width for all, so that masks are square. */
const WINDOW_LOW = [-0.132, -0.146, -0.16];
export const WINDOW_SIZE = 0.264;
/** Texels along each side of a mask: about a quarter of a millimetre each. */
const TEXELS = 1024;

export const windowOrigin = (axis: CutAxis): readonly [number, number] => {
  const [u, v] = IN_PLANE[axis];
  return [WINDOW_LOW[u], WINDOW_LOW[v]];
};

/** Which tissue each place of a cut plane belongs to, drawn from the curves in which the plane cuts the surfaces. */
export interface TissueMask {
  /** Red inside the scalp, green inside the outer skull, blue inside the inner skull. */
  readonly shells: CanvasTexture;
  /** Red inside the cerebrum, green inside cerebellum and brain stem. */
  readonly brains: CanvasTexture;
  /** Draws the masks for another place of the plane. */
  draw(at: number): void;
}

export function createTissueMask(head: HeadModel, axis: CutAxis): TissueMask {
  const shells = createMask();
  const brains = createMask();
  const fill = (mask: Mask, surface: Surface, color: string, at: number): void => {
    if (surface.triangles.length > 0) fillLoops(mask.context, cutLoops(surface, axis, at), windowOrigin(axis), color);
  };
  return {
    shells: shells.texture,
    brains: brains.texture,
    draw(at) {
      for (const mask of [shells, brains]) clear(mask);
      fill(shells, head.scalp, '#f00', at);
      fill(shells, head.shells.outerSkull, '#0f0', at);
      fill(shells, head.shells.innerSkull, '#00f', at);
      fill(brains, head.cortex, '#f00', at);
      fill(brains, head.context, '#0f0', at);
    },
  };
}

interface Mask {
  readonly texture: CanvasTexture;
  readonly context: CanvasRenderingContext2D | null;
}

function createMask(): Mask {
  const canvas = document.createElement('canvas');
  canvas.width = TEXELS;
  canvas.height = TEXELS;
  const texture = new CanvasTexture(canvas);
  texture.generateMipmaps = true;
  texture.flipY = false;
  texture.minFilter = LinearMipmapLinearFilter;
  return { texture, context: canvas.getContext('2d', { alpha: false }) };
}

function clear({ context, texture }: Mask): void {
  if (!context) return;
  context.globalCompositeOperation = 'source-over';
  context.fillStyle = '#000';
  context.fillRect(0, 0, TEXELS, TEXELS);
  // Each surface writes its own channel and leaves the others.
  context.globalCompositeOperation = 'lighter';
  texture.needsUpdate = true;
}

function fillLoops(
  context: CanvasRenderingContext2D | null,
  loops: readonly Float32Array[],
  [left, bottom]: readonly [number, number],
  color: string,
): void {
  if (!context) return;
  const factor = TEXELS / WINDOW_SIZE;
  context.beginPath();
  for (const loop of loops) {
    for (let n = 0; n < loop.length; n += 2) {
      const [x, y] = [(loop[n] - left) * factor, (loop[n + 1] - bottom) * factor];
      if (n === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    }
    context.closePath();
  }
  context.fillStyle = color;
  context.fill('evenodd');
}
