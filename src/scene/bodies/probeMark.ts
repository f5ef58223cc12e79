import { CanvasTexture, Sprite, SpriteMaterial } from 'three';
import type { Vec3 } from '../../core/vec3';

/** Width of the mark on the cortex, in metres. */
const WIDTH = 0.0065;
const PIXELS = 64;

/** The pinned probe: a dot with a line around it, always facing the viewer. */
export interface ProbeMark {
  readonly sprite: Sprite;
  place(point: Vec3 | null): void;
  paint(colors: readonly [dot: string, line: string]): void;
}

export function createProbeMark(): ProbeMark {
  const sprite = new Sprite(new SpriteMaterial({ transparent: true, depthTest: false, depthWrite: false }));
  sprite.scale.setScalar(WIDTH);
  sprite.renderOrder = 21;
  sprite.visible = false;
  return {
    sprite,
    place(point) {
      sprite.visible = point !== null;
      if (point) sprite.position.set(...point);
    },
    paint(colors) {
      sprite.material.map?.dispose();
      sprite.material.map = dotTexture(colors);
      sprite.material.needsUpdate = true;
    },
  };
}

function dotTexture([dot, line]: readonly [dot: string, line: string]): CanvasTexture {
  const canvas = document.createElement('canvas');
  canvas.width = PIXELS;
  canvas.height = PIXELS;
  const context = canvas.getContext('2d');
  if (context) {
    const middle = PIXELS / 2;
    for (const [radius, color] of [
      [30, line],
      [24, dot],
      [13, line],
      [7, dot],
    ] as const) {
      context.fillStyle = color;
      context.beginPath();
      context.arc(middle, middle, radius, 0, 2 * Math.PI);
      context.fill();
    }
  }
  return new CanvasTexture(canvas);
}
