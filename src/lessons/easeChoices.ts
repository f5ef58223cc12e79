import type { Choices } from '../state/choices';
import { type ChoiceStore, sameChoices } from '../state/store';

/** How long the way to a scene takes, in milliseconds. */
const DURATION = 450;

/** Numbers that go over; the rest changes at once. */
const NUMBERS = ['offsetForward', 'offsetRight', 'handleAngle', 'tiltPitch', 'tiltRoll', 'coilDistance', 'dIdt', 'fieldLimit'] as const;
/** Where one of these changes there is no way between. */
const FIXED = ['coilId', 'targetId', 'anchorId', 'fieldModel'] as const;

/** Frames of a screen: calls back with the time in milliseconds. */
export type Frames = (run: (time: number) => void) => void;

/**
 * Leads the choices toward others, past the history, and leaves them as they were at the last instant, so that whoever sets the others makes one step of
 * Undo. Where something else changes them on the way it ends there.
 */
export function easeChoices(store: ChoiceStore, to: Partial<Choices>, frames: Frames): Promise<void> {
  const from = store.getState();
  const moving = NUMBERS.filter((key) => to[key] !== undefined && to[key] !== from[key]);
  if (moving.length === 0 || FIXED.some((key) => to[key] !== undefined && to[key] !== from[key])) return Promise.resolve();
  const history = store.temporal.getState();
  history.pause();
  let set = from;
  return new Promise((resolve) => {
    const end = (): void => {
      if (sameChoices(store.getState(), set)) store.setState(from, true);
      history.resume();
      resolve();
    };
    let start: number | null = null;
    const step = (time: number): void => {
      start ??= time;
      const share = Math.min((time - start) / DURATION, 1);
      if (share >= 1 || !sameChoices(store.getState(), set)) {
        end();
        return;
      }
      const eased = 1 - (1 - share) ** 3;
      set = { ...from, ...Object.fromEntries(moving.map((key) => [key, from[key] + ((to[key] as number) - from[key]) * eased])) };
      store.setState(set, true);
      frames(step);
    };
    frames(step);
  });
}
