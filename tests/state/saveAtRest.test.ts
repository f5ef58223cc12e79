import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SAVE_DELAY, saveAtRest } from '../../src/state/saveAtRest';
import { choose, createChoiceStore } from '../../src/state/store';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function start() {
  const store = createChoiceStore();
  const page = new EventTarget();
  const saved: number[] = [];
  const stop = saveAtRest(store.subscribe, () => saved.push(store.getState().handleAngle), page);
  return { page, saved, stop, turn: (handleAngle: number) => choose(store, { handleAngle }) };
}

describe('Saving', () => {
  it('comes once, after the last of several changes', () => {
    const { saved, turn } = start();
    turn(0.1);
    vi.advanceTimersByTime(SAVE_DELAY - 1);
    turn(0.2);
    vi.advanceTimersByTime(SAVE_DELAY - 1);
    expect(saved).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(saved).toEqual([0.2]);
  });

  it.each([
    'pagehide',
    'visibilitychange',
  ])('does not wait where the page is left (%s), and writes nothing where nothing changed', (name) => {
    const { page, saved, stop, turn } = start();
    page.dispatchEvent(new Event(name));
    turn(0.3);
    page.dispatchEvent(new Event(name));
    expect(saved).toEqual([0.3]);
    vi.advanceTimersByTime(2 * SAVE_DELAY);
    page.dispatchEvent(new Event(name));
    stop();
    turn(0.4);
    page.dispatchEvent(new Event(name));
    vi.advanceTimersByTime(2 * SAVE_DELAY);
    expect(saved).toEqual([0.3]);
  });

  it('loses no change that still waits when it ends', () => {
    const { saved, stop, turn } = start();
    turn(0.5);
    stop();
    vi.advanceTimersByTime(2 * SAVE_DELAY);
    expect(saved).toEqual([0.5]);
  });
});
