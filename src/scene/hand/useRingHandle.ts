import { useThree } from '@react-three/fiber';
import { useEffect } from 'react';
import type { PerspectiveCamera } from 'three';
import { formatQuantity } from '../../core/format';
import type { RigidTransform } from '../../core/rigidTransform';
import type { SceneSource } from '../../field/simulation/sceneSource';
import type { Gesture } from '../../state/gestures';
import { beginGesture, choose } from '../../state/store';
import type { CoilBody } from '../bodies/coilBody';
import type { RingHandle } from '../bodies/ringHandle';
import { type BestOnRing, createBestOnRing } from './bestOnRing';
import { type HandTools, hitsCoil } from './pointer';
import { pointerRay } from './pointerRay';
import { isOnRing, placeOnRing, type RingPlace, turnedAngle } from './ringTurn';

const DEGREES = { unit: '°', factor: 180 / Math.PI, decimals: 0 };

/** A turn in progress: where the hand took hold, and how the coil stood then. */
interface Turn {
  readonly pointerId: number;
  readonly gesture: Gesture;
  readonly pose: RigidTransform;
  readonly from: number;
  readonly handleAngle: number;
}

/**
 * The ring around the coil: it appears while a pointer is on the coil or the keyboard's focus on the stage, and turns the coil when it is
 * dragged (one step of Undo). Must be used before `usePointer`, which takes what is left.
 */
export function useRingHandle(simulation: SceneSource, coil: CoilBody, ring: RingHandle, tools: HandTools): void {
  const canvas = useThree((state) => state.gl.domElement);
  const camera = useThree((state) => state.camera) as PerspectiveCamera;
  const invalidate = useThree((state) => state.invalidate);

  useEffect(() => {
    const hand = new RingHand(simulation, coil, ring, tools, canvas, camera, invalidate);
    const host = canvas.closest<HTMLElement>('[tabindex]');
    const listeners: readonly (readonly [EventTarget | null, string, (event: never) => void])[] = [
      [canvas, 'pointerdown', hand.down],
      [canvas, 'pointermove', hand.move],
      [canvas, 'pointerup', hand.up],
      [canvas, 'pointercancel', hand.up],
      [canvas, 'lostpointercapture', hand.up],
      [canvas, 'pointerleave', hand.leave],
      [host, 'focus', hand.focus],
      [host, 'blur', hand.focus],
    ];
    for (const [target, name, listener] of listeners) target?.addEventListener(name, listener as EventListener, { capture: true });
    return () => {
      hand.release();
      hand.dispose();
      for (const [target, name, listener] of listeners) target?.removeEventListener(name, listener as EventListener, { capture: true });
    };
  }, [simulation, coil, ring, tools, canvas, camera, invalidate]);
}

class RingHand {
  #turn: Turn | null = null;
  #waiting: PointerEvent | null = null;
  #hovered = false;
  #focused = false;
  readonly #simulation: SceneSource;
  readonly #coil: CoilBody;
  readonly #ring: RingHandle;
  readonly #tools: HandTools;
  readonly #best: BestOnRing;
  readonly #canvas: HTMLCanvasElement;
  readonly #camera: PerspectiveCamera;
  readonly #invalidate: () => void;

  constructor(
    simulation: SceneSource,
    coil: CoilBody,
    ring: RingHandle,
    tools: HandTools,
    canvas: HTMLCanvasElement,
    camera: PerspectiveCamera,
    invalidate: () => void,
  ) {
    this.#simulation = simulation;
    this.#coil = coil;
    this.#ring = ring;
    this.#tools = tools;
    this.#best = createBestOnRing(simulation, (found) => {
      const angle = tools.keepsBack() ? null : found;
      if (ring.markBest(angle)) invalidate();
    });
    this.#canvas = canvas;
    this.#camera = camera;
    this.#invalidate = invalidate;
  }

  readonly down = (event: PointerEvent): void => {
    if (this.#isOthers(event)) return;
    this.release();
    const place = event.button === 0 ? this.#placeOnRing(event) : null;
    // A finger does not hover: the first touch of the coil shows the ring, the next one may take it.
    if (!place || (event.pointerType === 'touch' && !this.#ring.body.visible)) {
      this.#hovered = place !== null || this.#isOverCoil(event);
      this.#show();
      return;
    }
    // Neither the coil's drag nor the camera's orbit may follow.
    event.stopImmediatePropagation();
    this.#canvas.setPointerCapture(event.pointerId);
    const { pose } = this.#simulation.snapshot();
    const { handleAngle } = this.#simulation.store.getState();
    const gesture = beginGesture(this.#simulation.store);
    this.#turn = { pointerId: event.pointerId, gesture, pose, from: place.angle, handleAngle };
    this.#tools.probe.hold();
    this.#show();
  };

  readonly move = (event: PointerEvent): void => {
    if (this.#isOthers(event)) return;
    if (this.#turn) {
      event.stopImmediatePropagation();
      if (!this.#waiting) requestAnimationFrame(this.#follow);
      this.#waiting = event;
      return;
    }
    if (event.buttons !== 0 || event.pointerType === 'touch') return;
    const onRing = this.#placeOnRing(event) !== null;
    this.#hovered = onRing || this.#isOverCoil(event);
    this.#show();
    if (!onRing) return;
    event.stopImmediatePropagation();
    // What lies under the ring is still pointed at.
    this.#tools.probe.point(event);
    this.#canvas.style.cursor = 'alias';
  };

  readonly up = (event: PointerEvent): void => {
    if (event.pointerId !== this.#turn?.pointerId) return;
    event.stopImmediatePropagation();
    this.#follow();
    this.#end(event.type === 'pointercancel', event);
  };

  /** Whoever goes away in the middle of a turn leaves the coil as it stands. */
  readonly release = (): void => this.#end(false, null);

  readonly dispose = (): void => this.#best.dispose();

  /** While one finger turns, a second one neither takes over nor turns anything. */
  #isOthers(event: PointerEvent): boolean {
    return this.#turn !== null && this.#turn.pointerId !== event.pointerId;
  }

  #end(taken: boolean, last: PointerEvent | null): void {
    const turn = this.#turn;
    if (!turn) return;
    this.#turn = null;
    this.#tools.label.hide();
    this.#tools.probe.release(last);
    // The browser took the pointer for something else: the turn was not meant.
    if (taken) turn.gesture.cancel();
    else turn.gesture.commit();
    this.#show();
  }

  readonly leave = (event: PointerEvent): void => {
    if (event.pointerType === 'touch' || this.#turn) return;
    this.#hovered = false;
    this.#show();
  };

  readonly focus = (event: FocusEvent): void => {
    this.#focused = event.type === 'focus' && (event.target as HTMLElement).matches(':focus-visible');
    this.#show();
  };

  /** Turns the coil to where the hand is; in the frame of the coil as it was taken hold of, which does not turn along. */
  readonly #follow = (): void => {
    const event = this.#waiting;
    const turn = this.#turn;
    this.#waiting = null;
    if (!event || !turn) return;
    const { origin, direction } = pointerRay(event, this.#canvas, this.#camera);
    const place = placeOnRing(turn.pose, this.#ring.height(), origin, direction);
    if (!place) return;
    const handleAngle = turnedAngle(turn.handleAngle, turn.from, place.angle);
    choose(this.#simulation.store, { handleAngle });
    this.#tools.label.show(event, `handle ${formatQuantity(handleAngle, DEGREES)}`);
  };

  #placeOnRing(event: PointerEvent): RingPlace | null {
    if (!this.#simulation.store.getState().showCoil) return null;
    const { origin, direction } = pointerRay(event, this.#canvas, this.#camera);
    const place = placeOnRing(this.#simulation.snapshot().pose, this.#ring.height(), origin, direction);
    const pixelsPerRadian = this.#canvas.clientHeight / 2 / Math.tan((this.#camera.fov * Math.PI) / 360);
    return place && isOnRing(place, pixelsPerRadian) ? place : null;
  }

  #isOverCoil(event: PointerEvent): boolean {
    const { origin, direction } = pointerRay(event, this.#canvas, this.#camera);
    return hitsCoil(this.#simulation, this.#coil, origin, direction);
  }

  #show(): void {
    const held = this.#turn !== null;
    const visible = this.#simulation.store.getState().showCoil && (this.#hovered || this.#focused || held);
    if (visible && !held && !this.#tools.keepsBack()) this.#best.look();
    if (this.#ring.show(visible, held)) this.#invalidate();
  }
}
