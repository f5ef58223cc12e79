import { CanvasTexture, Mesh } from 'three';
import type { Vec3 } from '../../core/vec3';
import type { FrameUniforms } from '../painting/frameUniforms';
import { createMarkMaterial, MARK_SQUARE } from '../painting/markMaterial';
import { ORDER } from '../painting/screenPasses';

/** Width of the mark on the cortex, in metres. */
const WIDTH = 0.0065;
const PIXELS = 64;

/** The pinned probe: a dot with a line around it, always facing the viewer. */
export interface ProbeMark {
  readonly body: Mesh;
  place(point: Vec3 | null): void;
  paint(colors: readonly [dot: string, line: string]): void;
}

export function createProbeMark(frame: FrameUniforms): ProbeMark {
  const material = createMarkMaterial(frame, 'picture', [WIDTH / 2, WIDTH / 2]);
  const body = new Mesh(MARK_SQUARE, material);
  body.name = 'pinned probe';
  body.frustumCulled = false;
  body.renderOrder = ORDER.marks + 1;
  body.visible = false;
  return {
    body,
    place(point) {
      body.visible = point !== null;
      if (point) body.position.set(...point);
    },
    paint(colors) {
      material.uniforms.map.value?.dispose();
      material.uniforms.map.value = dotTexture(colors);
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
