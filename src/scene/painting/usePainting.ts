import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import type { PerspectiveCamera, Scene, WebGLRenderer, WebGLRenderTarget } from 'three';
import type { StageModel } from '../stageModel';
import { createMotionQuality, SLOW_FRAME, STILL } from './motionQuality';
import { createQuietPlaces } from './quietPlaces';
import { createStagePainter, type Quality } from './stagePainter';

// Without a GPU (2 cores, SwiftShader, stage of 1104×724) a frame costs 203 ms with four samples per pixel and 101 ms plain; at half the
// pixels a side 124 and 48 ms: cortex 25, coil 9, scalp 7, copy to the canvas 5, cerebellum 3. Four samples make even the setup of the
// triangles three times as dear. Tried and given up:
// - resizing the canvas instead of drawing beside it: 10 to 35 ms each way, while the page waits for the graphics system;
// - a third of the triangles while moving: at most 7 of the 48 ms, since plain triangles cost 12 in all; sulci would jump;
// - triangles sorted outward or from front to back: no difference, culled back faces leave little that is drawn twice;
// - blitting the frame onto the canvas: 8.5 ms, 6.6 ms with nearest pixels, against 5.5 for a textured triangle;
// - 0.4 of the pixels a side: 9 ms less, but the turns of the windings run together;
// - positions and normals of all pixels kept while the camera rests: by these figures at most 20 of 48 ms, for a second set of shaders.

/** The picture is still when no frame was asked for during this time, in milliseconds; then it is drawn once more, whole. */
const STILL_AFTER = 350;

/** What is known of the frames of a stage. */
export interface Painting {
  /** Frames drawn so far; it stands still while nothing changes. */
  framesDrawn(): number;
  /** Whether the last frame was drawn as finely as the still picture. */
  isWhole(): boolean;
  /** Draws the still picture now, for whoever reads its pixels in the same task. */
  draw(): void;
  /** Draws the still picture through a camera into a target, for whoever reads that. */
  drawInto(target: WebGLRenderTarget, camera: PerspectiveCamera): void;
}

/** Draws the stage on demand: as finely as the machine keeps up with while something moves, and once in full when it has come to rest. */
export function usePainting(model: StageModel): Painting {
  const renderer = useThree((state) => state.gl);
  const scene = useThree((state) => state.scene);
  const camera = useThree((state) => state.camera) as PerspectiveCamera;
  const invalidate = useThree((state) => state.invalidate);
  const painting = useMemo(() => createPainting(renderer, scene, camera, model, invalidate), [renderer, scene, camera, model, invalidate]);
  useEffect(() => painting.dispose, [painting]);
  // A priority above zero takes the drawing over from the canvas component.
  useFrame(painting.frame, 1);
  return painting;
}

function createPainting(renderer: WebGLRenderer, scene: Scene, camera: PerspectiveCamera, model: StageModel, invalidate: () => void) {
  const painter = createStagePainter(renderer, model);
  const quiet = createQuietPlaces(renderer.domElement, model.frame);
  const motion = createMotionQuality();
  let frames = 0;
  let last: Quality = STILL;
  let atRest = false;
  let everWhole = false;
  let timer: number | undefined;

  const paint = (quality: Quality): void => {
    painter.paint(scene, camera, quality);
    last = quality;
    everWhole ||= quality === STILL;
    frames++;
  };
  const refine = (): void => {
    atRest = true;
    invalidate();
  };
  return {
    framesDrawn: () => frames,
    isWhole: () => last === STILL,
    draw: () => paint(STILL),
    drawInto: (target: WebGLRenderTarget, through: PerspectiveCamera) => painter.paintInto(target, scene, through),
    frame(): void {
      window.clearTimeout(timer);
      const quality = atRest ? STILL : motion.now();
      quiet(atRest);
      paint(quality);
      timeFrame(renderer.getContext() as WebGL2RenderingContext, (cost) => {
        motion.learn(quality, cost);
        // A machine that is fast need not wait for rest to show it.
        if (!everWhole && cost <= SLOW_FRAME) refine();
      });
      if (quality !== STILL) timer = window.setTimeout(refine, STILL_AFTER);
      atRest = false;
    },
    dispose(): void {
      window.clearTimeout(timer);
      painter.dispose();
    },
  };
}

/** Milliseconds from now until the graphics system has worked off everything submitted so far. */
function timeFrame(gl: WebGL2RenderingContext, done: (milliseconds: number) => void): void {
  const start = performance.now();
  const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  if (!fence) return;
  gl.flush();
  const look = (): void => {
    if (gl.isContextLost()) return;
    if (gl.getSyncParameter(fence, gl.SYNC_STATUS) === gl.SIGNALED) {
      gl.deleteSync(fence);
      done(performance.now() - start);
    } else setTimeout(look, 4);
  };
  setTimeout(look, 0);
}
