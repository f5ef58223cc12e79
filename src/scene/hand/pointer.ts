import { useThree } from '@react-three/fiber';
import { useEffect } from 'react';
import type { PerspectiveCamera } from 'three';
import { formatQuantity } from '../../core/format';
import { inverseTransformPoint } from '../../core/rigidTransform';
import { dot, type Vec3 } from '../../core/vec3';
import type { SceneSource } from '../../field/simulation/sceneSource';
import type { Gesture } from '../../state/gestures';
import { beginGesture, choose } from '../../state/store';
import type { CoilBody } from '../bodies/coilBody';
import type { HandLabel } from './handLabel';
import { onPage, pointerRay } from './pointerRay';
import type { ProbeFollower } from './probeFollower';

/** A press that moves less than this before it is let go is a click, in CSS pixels. */
const CLICK_SLACK = 4;

/** The coil's plane is taken this far behind its face when it is grabbed, in metres. */
const GRAB_DEPTH = 0.006;

/** What the hands on the stage share. */
export interface HandTools {
  readonly probe: ProbeFollower;
  readonly label: HandLabel;
  /** Whether a lesson keeps back what the field says. */
  readonly keepsBack: () => boolean;
}

/**
 * The hand on the stage: over the cortex it moves the probe; pressed on the coil it drags it along the scalp (one step of Undo);
 * anywhere else it is left to the orbit of the camera.
 */
export function usePointer(simulation: SceneSource, coil: CoilBody, { probe, label }: HandTools): void {
  const canvas = useThree((state) => state.gl.domElement);
  const camera = useThree((state) => state.camera) as PerspectiveCamera;

  useEffect(() => {
    let dragging: { readonly pointer: number; readonly gesture: Gesture } | null = null;
    let waiting: PointerEvent | null = null;
    // From where the coil was grabbed to its center, in CSS pixels, so that it does not jump under the pointer.
    let grip = { x: 0, y: 0 };
    let pressed: PointerEvent | null = null;

    const handle = (): void => {
      const event = waiting;
      waiting = null;
      if (!event) return;
      if (dragging === null) {
        const { origin, direction } = pointerRay(event, canvas, camera);
        probe.point(event);
        canvas.style.cursor = hitsCoil(simulation, coil, origin, direction) ? 'grab' : '';
        return;
      }
      const center = { clientX: event.clientX + grip.x, clientY: event.clientY + grip.y };
      choose(simulation.store, simulation.placeUnder(pointerRay(center, canvas, camera)));
      label.show(event, distanceWords(simulation.snapshot().under.fromTarget));
    };
    // While one finger drags, a second one neither takes over nor moves anything.
    const isOthers = (event: PointerEvent): boolean => dragging !== null && dragging.pointer !== event.pointerId;
    const onMove = (event: PointerEvent): void => {
      if (isOthers(event)) return;
      if (!waiting) requestAnimationFrame(handle);
      waiting = event;
    };
    const onDown = (event: PointerEvent): void => {
      if (isOthers(event)) return;
      dragging?.gesture.commit();
      dragging = null;
      const { origin, direction } = pointerRay(event, canvas, camera);
      pressed = event.button === 0 ? event : null;
      probe.hold();
      if (event.button !== 0 || !hitsCoil(simulation, coil, origin, direction)) return;
      // The orbit controls listen on the same canvas, later: they must not turn the camera while the coil is dragged.
      event.stopImmediatePropagation();
      canvas.setPointerCapture(event.pointerId);
      canvas.style.cursor = 'grabbing';
      const center = onPage(simulation.snapshot().place.position, canvas, camera);
      grip = { x: center.x - event.clientX, y: center.y - event.clientY };
      dragging = { pointer: event.pointerId, gesture: beginGesture(simulation.store) };
    };
    const onUp = (event: PointerEvent): void => {
      if (isOthers(event)) return;
      const clicked = dragging === null && pressed !== null && isClick(pressed, event);
      pressed = null;
      if (dragging !== null) letGo(event);
      probe.release(event);
      if (clicked) probe.pin(event);
    };
    const letGo = (event: PointerEvent): void => {
      // A fast hand lets go before the frame of its last movement: the coil ends where the pointer did.
      if (waiting && event.type === 'pointerup') {
        waiting = event;
        handle();
      }
      const gesture = dragging?.gesture;
      dragging = null;
      label.hide();
      canvas.style.cursor = '';
      // The browser took the pointer for something else: the drag was not meant.
      if (event.type === 'pointercancel') gesture?.cancel();
      else gesture?.commit();
    };
    const onLeave = (): void => probe.point(null);

    canvas.addEventListener('pointerdown', onDown, { capture: true });
    canvas.addEventListener('pointermove', onMove);
    for (const name of ENDS) canvas.addEventListener(name, onUp);
    canvas.addEventListener('pointerleave', onLeave);
    return () => {
      canvas.removeEventListener('pointerdown', onDown, { capture: true });
      canvas.removeEventListener('pointermove', onMove);
      for (const name of ENDS) canvas.removeEventListener(name, onUp);
      dragging?.gesture.commit();
      canvas.removeEventListener('pointerleave', onLeave);
    };
  }, [simulation, coil, probe, label, canvas, camera]);
}

/** What ends a press. */
const ENDS = ['pointerup', 'pointercancel', 'lostpointercapture'] as const;

const MILLIMETERS = { unit: 'mm', factor: 1e3, decimals: 0 };
const distanceWords = (fromTarget: number): string =>
  fromTarget < 0.0005 ? 'on the target' : `${formatQuantity(fromTarget, MILLIMETERS)} from the target`;

const isClick = (down: PointerEvent, up: PointerEvent): boolean =>
  up.type === 'pointerup' &&
  up.pointerId === down.pointerId &&
  Math.hypot(up.clientX - down.clientX, up.clientY - down.clientY) < CLICK_SLACK;

/** Whether the ray meets one of the coil's wings or its handle, before the far side of the head hides it. */
export function hitsCoil(simulation: SceneSource, coil: CoilBody, origin: Vec3, direction: Vec3): boolean {
  if (!simulation.store.getState().showCoil) return false;
  const { pose } = simulation.snapshot();
  const start = inverseTransformPoint(pose, origin);
  const along: Vec3 = [dot(pose.x, direction), dot(pose.y, direction), dot(pose.z, direction)];
  // From below the coil the head is in the way.
  if (along[2] <= 0.05) return false;
  const t = (-GRAB_DEPTH - start[2]) / along[2];
  return coil.covers(start[0] + t * along[0], start[1] + t * along[1]);
}
