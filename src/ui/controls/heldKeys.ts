import type { Gesture } from '../../state/gestures';

/** Keys of the Mac during which it does not say that another key was let go. */
const SILENCING = /^Meta/;

/** Keys that are held, each with the gesture it began: a key's gesture ends when that key is let go, whatever other keys do meanwhile. */
export class HeldKeys {
  readonly #begin: () => Gesture | undefined;
  /** By `KeyboardEvent.code`, which stays when Shift turns a letter into another. */
  readonly #held = new Map<string, Gesture | undefined>();

  constructor(begin: () => Gesture | undefined) {
    this.#begin = begin;
  }

  /** A key went down, or repeats. */
  readonly down = (code: string): void => {
    if (!this.#held.has(code)) this.#held.set(code, this.#begin());
  };

  readonly up = (code: string): void => {
    if (SILENCING.test(code)) this.release();
    const gesture = this.#held.get(code);
    this.#held.delete(code);
    gesture?.commit();
  };

  /** Ends all: the window or the element no longer hears the keys. */
  readonly release = (): void => {
    const gestures = [...this.#held.values()];
    this.#held.clear();
    for (const gesture of gestures) gesture?.commit();
  };
}
