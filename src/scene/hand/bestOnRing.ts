import { wrapAngle } from '../../core/wrapAngle';
import { bestHandle } from '../../field/search/bestHandle';
import type { SceneSource } from '../../field/simulation/sceneSource';

/** The field is asked for turned coils when nothing changed for this long, in milliseconds. */
const QUIET = 250;

/** Where on the ring the handle would be best for the field at the target, as long as that is known. */
export interface BestOnRing {
  /** The ring is seen: asks for the answer, if it is not known for this place of the coil. */
  look(): void;
  dispose(): void;
}

/** `tell`: the turn from the handle as it is to the best [radians, about the coil's z axis]; null while it is not known or does not matter. */
export function createBestOnRing(simulation: SceneSource, tell: (turn: number | null) => void): BestOnRing {
  // The best direction does not turn along with the coil: known is the handle angle that is best.
  let best: number | null = null;
  let asked: object | null = null;
  let timer: number | undefined;
  const { store } = simulation;
  const show = (): void => tell(best === null ? null : wrapAngle(best - store.getState().handleAngle));
  const ask = async (): Promise<void> => {
    const { field } = simulation.snapshot();
    if (!field || field === asked) return;
    asked = field;
    const { handleAngle } = store.getState();
    const vectors = await simulation.fieldAtTurns();
    if (asked !== field) return;
    const found = vectors && bestHandle(vectors);
    best = found && !found.indifferent ? wrapAngle(handleAngle + found.turn) : null;
    show();
  };
  const stop = store.subscribe((now, before) => {
    if (now.handleAngle !== before.handleAngle) show();
    if (PLACE.every((key) => now[key] === before[key])) return;
    best = null;
    asked = null;
    show();
  });
  return {
    look() {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void ask(), QUIET);
    },
    dispose() {
      window.clearTimeout(timer);
      stop();
    },
  };
}

/** What the best angle follows from, beside the angle itself. */
const PLACE = [
  'anchorId',
  'offsetForward',
  'offsetRight',
  'tiltPitch',
  'tiltRoll',
  'coilDistance',
  'coilId',
  'targetId',
  'fieldModel',
] as const;
