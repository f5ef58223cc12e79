import { describe, expect, it } from 'vitest';
import { beginGesture, choose, createChoiceStore } from '../../../src/state/store';
import { HeldKeys } from '../../../src/ui/controls/heldKeys';

function desk() {
  const store = createChoiceStore();
  const keys = new HeldKeys(() => beginGesture(store));
  let moved = 0;
  const press = (code: string): void => {
    keys.down(code);
    choose(store, { offsetForward: ++moved * 1e-3 });
  };
  return { keys, press, steps: () => store.temporal.getState().pastStates.length };
}

describe('Held keys', () => {
  it('make one step of the history from the first press to the letting go', () => {
    const { keys, press, steps } = desk();
    for (let n = 0; n < 5; n++) press('ArrowUp');
    expect(steps()).toBe(0);
    keys.up('ArrowUp');
    expect(steps()).toBe(1);
    press('ArrowUp');
    keys.up('ArrowUp');
    expect(steps()).toBe(2);
  });

  it('go on when another key is let go, be it Shift or a letter', () => {
    const { keys, press, steps } = desk();
    press('ArrowUp');
    keys.up('ShiftLeft');
    keys.up('KeyQ');
    press('ArrowUp');
    press('ArrowUp');
    expect(steps()).toBe(0);
    keys.up('ArrowUp');
    expect(steps()).toBe(1);
  });

  it('make one step together where two are held at once', () => {
    const { keys, press, steps } = desk();
    press('ArrowUp');
    press('ArrowLeft');
    keys.up('ArrowUp');
    press('ArrowLeft');
    expect(steps()).toBe(0);
    keys.up('ArrowLeft');
    expect(steps()).toBe(1);
  });

  it('all end where nobody hears them any more, and with the key that silences the others', () => {
    const { keys, press, steps } = desk();
    press('ArrowUp');
    press('ArrowLeft');
    keys.release();
    expect(steps()).toBe(1);
    press('ArrowUp');
    keys.up('MetaLeft');
    expect(steps()).toBe(2);
    keys.up('ArrowUp');
    expect(steps()).toBe(2);
  });
});
