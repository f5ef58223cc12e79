import type { PerspectiveCamera } from 'three';
import { cortexQueries } from '../../field/probe/cortexQueries';
import type { SceneSource } from '../../field/simulation/sceneSource';
import type { ViewStore } from '../../state/viewStore';
import { pointerRay } from './pointerRay';
import { probeAlong } from './probeAlong';

type Place = Pick<PointerEvent, 'clientX' | 'clientY'>;

/** How long everything must rest before it is looked again what lies under a pointer that rests too, in milliseconds. */
const RESTING = 120;

/**
 * Keeps the probe at the point under the pointer, or nowhere: while a hand holds coil, ring, cut or camera, and while the picture moves under the
 * pointer, nothing is pointed at. A pinned probe stays.
 */
export interface ProbeFollower {
  /** The pointer is here; null: it left. */
  point(place: Place | null): void;
  /** A hand took hold of something. */
  hold(): void;
  /** It let go, here; null: where is not known. */
  release(place: Place | null): void;
  /** Camera or anatomy moved under the pointer. */
  moved(): void;
  /** Pins what lies here, or releases what was pinned where nothing does. */
  pin(place: Place): void;
  dispose(): void;
}

export function createProbeFollower(
  { head, store }: SceneSource,
  view: ViewStore,
  canvas: HTMLCanvasElement,
  camera: PerspectiveCamera,
): ProbeFollower {
  let under: Place | null = null;
  let held = false;
  let timer: number | undefined;
  const pointedAt = (place: Place) => {
    const { origin, direction } = pointerRay(place, canvas, camera);
    return probeAlong(cortexQueries(head.cortex), store.getState(), origin, direction);
  };
  const show = (place: Place | null): void => {
    const { probe, probePinned } = view.getState();
    if (probePinned) return;
    const next = place && !held ? pointedAt(place) : null;
    if (next !== probe) view.setState({ probe: next });
  };
  return {
    point(place) {
      window.clearTimeout(timer);
      under = place;
      show(place);
    },
    hold() {
      held = true;
      show(null);
    },
    release(place) {
      held = false;
      under = place ?? under;
      show(under);
    },
    moved() {
      if (under === null || view.getState().probePinned) return;
      show(null);
      window.clearTimeout(timer);
      timer = window.setTimeout(() => show(under), RESTING);
    },
    pin(place) {
      const probe = pointedAt(place);
      view.setState({ probe, probePinned: probe !== null });
    },
    dispose: () => window.clearTimeout(timer),
  };
}
