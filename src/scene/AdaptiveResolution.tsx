import { addAfterEffect, addEffect, useThree } from '@react-three/fiber';
import { useEffect } from 'react';

/** A frame should not cost more than this, in milliseconds; a machine that cannot keep it draws fewer pixels while something moves. */
const SLOW_FRAME = 33;
const FAST_FRAME = 12;
/** Shares of the full resolution that motion steps through. */
const STEPS = [1, 0.75, 0.5, 0.4] as const;
/** A frame this many times too slow goes to the last step at once. */
const FAR_TOO_SLOW = 3;
/** The picture is still when no frame was asked for during this time, in milliseconds; then it is drawn once at full resolution. */
const STILL_AFTER = 350;

/** Steps the resolution down while frames are slow and something moves, and back up for the still picture. */
export function AdaptiveResolution() {
  const renderer = useThree((state) => state.gl);
  const setDpr = useThree((state) => state.setDpr);
  const fullDpr = useThree((state) => state.viewport.initialDpr);

  useEffect(() => {
    const gl = renderer.getContext() as WebGL2RenderingContext;
    // The step for motion, and the one that is shown now: 0 while still.
    let step = 0;
    let shown = 0;
    let lastFrame = renderer.info.render.frame;
    let timer: number | undefined;
    let refining = false;

    const show = (wanted: number): void => {
      if (wanted === shown) return;
      shown = wanted;
      setDpr(fullDpr * STEPS[wanted]);
    };
    const judge = (cost: number): void => {
      if (cost > FAR_TOO_SLOW * SLOW_FRAME) step = STEPS.length - 1;
      else if (cost > SLOW_FRAME && step < STEPS.length - 1) step++;
      else if (cost < FAST_FRAME && step > 0) step--;
    };
    const stopBefore = addEffect(() => {
      if (!refining) show(step);
    });
    const stopAfter = addAfterEffect(() => {
      if (renderer.info.render.frame === lastFrame) return;
      lastFrame = renderer.info.render.frame;
      if (refining) {
        refining = false;
        return;
      }
      const drawn = shown;
      timeFrame(gl, (cost) => {
        if (drawn === step) judge(cost);
      });
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        refining = shown > 0;
        show(0);
      }, STILL_AFTER);
    });
    return () => {
      stopBefore();
      stopAfter();
      window.clearTimeout(timer);
      setDpr(fullDpr);
    };
  }, [renderer, setDpr, fullDpr]);
  return null;
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
