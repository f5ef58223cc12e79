import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import type { PerspectiveCamera } from 'three';
import { formatQuantity } from '../../core/format';
import type { Vec3 } from '../../core/vec3';
import type { SceneSource } from '../../field/simulation/sceneSource';
import { CUT_PLANES } from '../../state/cutPlanes';
import type { Gesture } from '../../state/gestures';
import { PARAMETERS } from '../../state/parameters';
import { beginGesture, choose } from '../../state/store';
import { type CutHandles, createCutHandles } from '../bodies/cutHandles';
import { PALETTES } from '../painting/palette';
import type { StageModel } from '../stageModel';
import { alongAxis } from './alongAxis';
import type { HandTools } from './pointer';
import { onPage, pointerRay } from './pointerRay';

/** Half the width in which a handle can be grasped, in pixels of the page: a finger needs 24 across. */
const REACH = 18;

/** A pull in progress: which plane, where the handle was, and by how much the hand missed its middle. */
interface Pull {
  readonly pointerId: number;
  readonly axis: number;
  readonly gesture: Gesture;
  readonly point: Vec3;
  readonly missed: number;
}

/** Handles in the view that move the open cuts, one step of Undo a pull. Must be used before the other hands, which take what is left. */
export function useCutHandles(simulation: SceneSource, model: StageModel, { probe, label }: HandTools): CutHandles {
  const canvas = useThree((state) => state.gl.domElement);
  const camera = useThree((state) => state.camera) as PerspectiveCamera;
  const handles = useMemo(() => createCutHandles(simulation.head), [simulation]);
  const held = useMemo(() => ({ pull: null as Pull | null }), []);

  useEffect(() => {
    const { store } = simulation;
    let painted: string | null = null;
    const follow = (): void => {
      const choices = store.getState();
      if (painted !== choices.theme) handles.paint(PALETTES[choices.theme]);
      painted = choices.theme;
    };
    follow();
    const axisAt = (event: PointerEvent): number | null => {
      for (let axis = 0; axis < 3; axis++) {
        const point = handles.place(axis);
        if (!point) continue;
        const { x, y } = onPage(point, canvas, camera);
        if (Math.hypot(x - event.clientX, y - event.clientY) <= REACH) return axis;
      }
      return null;
    };
    const down = (event: PointerEvent): void => {
      const axis = event.button === 0 && !held.pull ? axisAt(event) : null;
      const point = axis !== null && handles.place(axis);
      if (axis === null || !point) return;
      const { origin, direction } = pointerRay(event, canvas, camera);
      const at = alongAxis(axis, point, origin, direction);
      if (at === null) return;
      event.stopImmediatePropagation();
      canvas.setPointerCapture(event.pointerId);
      held.pull = { pointerId: event.pointerId, axis, gesture: beginGesture(store), point, missed: point[axis] - at };
      probe.hold();
    };
    const move = (event: PointerEvent): void => {
      const { pull } = held;
      if (!pull) {
        if (event.buttons !== 0 || axisAt(event) === null) return;
        event.stopImmediatePropagation();
        probe.point(null);
        canvas.style.cursor = 'move';
        return;
      }
      event.stopImmediatePropagation();
      if (event.pointerId !== pull.pointerId) return;
      const { origin, direction } = pointerRay(event, canvas, camera);
      const at = alongAxis(pull.axis, pull.point, origin, direction);
      if (at === null) return;
      const { place, label: name } = CUT_PLANES[pull.axis];
      const { minimum, maximum, display } = PARAMETERS[place];
      choose(store, { [place]: Math.min(Math.max(at + pull.missed, minimum), maximum) });
      label.show(event, `${name.toLowerCase()} ${formatQuantity(store.getState()[place], display)}`);
    };
    const up = (event: PointerEvent): void => {
      const { pull } = held;
      if (pull?.pointerId !== event.pointerId) return;
      event.stopImmediatePropagation();
      held.pull = null;
      if (event.type === 'pointercancel') pull.gesture.cancel();
      else pull.gesture.commit();
      label.hide();
      probe.release(event);
    };
    const listeners = [
      ['pointerdown', down],
      ['pointermove', move],
      ['pointerup', up],
      ['pointercancel', up],
      ['lostpointercapture', up],
    ] as const;
    for (const [name, listener] of listeners) canvas.addEventListener(name, listener, { capture: true });
    const stop = store.subscribe(follow);
    return () => {
      stop();
      held.pull?.gesture.commit();
      held.pull = null;
      for (const [name, listener] of listeners) canvas.removeEventListener(name, listener, { capture: true });
    };
  }, [simulation, handles, held, probe, label, canvas, camera]);

  useFrame(() => {
    const { x, y, z } = model.uniforms.cutSide.value;
    handles.update(simulation.store.getState(), [x, y, z], held.pull?.axis ?? null);
  });
  return handles;
}
