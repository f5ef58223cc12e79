import { describe, expect, it } from 'vitest';
import { INITIAL_CHOICES } from '../../src/state/choices';
import { beginGesture, choose, createChoiceStore, redo, undo } from '../../src/state/store';

const at = (store: ReturnType<typeof createChoiceStore>): number => store.getState().offsetForward;
const steps = (store: ReturnType<typeof createChoiceStore>): number => store.temporal.getState().pastStates.length;

describe('A gesture', () => {
  it('is ended by its own token alone: a second one that comes and goes leaves it under way', () => {
    const store = createChoiceStore();
    const drag = beginGesture(store);
    choose(store, { offsetForward: 0.01 });
    const key = beginGesture(store);
    choose(store, { handleAngle: 1 });
    key.commit();
    for (let n = 11; n <= 20; n++) choose(store, { offsetForward: n * 1e-3 });
    expect(steps(store)).toBe(0);
    drag.commit();
    expect(steps(store)).toBe(1);
    undo(store);
    expect(store.getState()).toEqual(INITIAL_CHOICES);
  });

  it('ends once: its token does nothing to what comes later', () => {
    const store = createChoiceStore();
    const first = beginGesture(store);
    choose(store, { offsetForward: 0.01 });
    first.commit();
    const second = beginGesture(store);
    choose(store, { offsetForward: 0.02 });
    first.commit();
    first.cancel();
    expect(at(store)).toBe(0.02);
    choose(store, { offsetForward: 0.03 });
    expect(steps(store)).toBe(1);
    second.commit();
    expect(steps(store)).toBe(2);
    choose(store, { offsetForward: 0.04 });
    expect(steps(store)).toBe(3);
  });

  it('takes everything back when it is canceled, keeps no step, and what could be redone stays', () => {
    const store = createChoiceStore();
    choose(store, { dIdt: 50e6 });
    undo(store);
    const drag = beginGesture(store);
    choose(store, { offsetForward: 0.01, handleAngle: 1 });
    drag.cancel();
    expect(store.getState()).toEqual(INITIAL_CHOICES);
    expect(steps(store)).toBe(0);
    redo(store);
    expect(store.getState().dIdt).toBe(50e6);
  });

  it('that is canceled inside another one leaves what the other one did before', () => {
    const store = createChoiceStore();
    const drag = beginGesture(store);
    choose(store, { offsetForward: 0.01 });
    const key = beginGesture(store);
    choose(store, { handleAngle: 1 });
    key.cancel();
    expect(store.getState()).toEqual({ ...INITIAL_CHOICES, offsetForward: 0.01 });
    drag.commit();
    expect(steps(store)).toBe(1);
  });

  it('that is canceled without a change tells the listeners nothing', () => {
    const store = createChoiceStore();
    let heard = 0;
    store.subscribe(() => heard++);
    beginGesture(store).cancel();
    expect(heard).toBe(0);
  });

  it('is taken back by Undo in its middle, and what is dragged afterwards is one more step', () => {
    const store = createChoiceStore();
    choose(store, { dIdt: 50e6 });
    const drag = beginGesture(store);
    choose(store, { offsetForward: 0.01 });
    undo(store);
    expect(at(store)).toBe(0);
    expect(store.getState().dIdt).toBe(50e6);
    for (const value of [0.02, 0.03]) choose(store, { offsetForward: value });
    expect(steps(store)).toBe(1);
    drag.commit();
    expect(steps(store)).toBe(2);
    undo(store);
    expect(at(store)).toBe(0);
    redo(store);
    expect(at(store)).toBe(0.03);
  });

  it('that Undo interrupted is canceled to where Undo led', () => {
    const store = createChoiceStore();
    choose(store, { dIdt: 50e6 });
    const drag = beginGesture(store);
    undo(store);
    choose(store, { offsetForward: 0.02 });
    drag.cancel();
    expect(store.getState()).toEqual(INITIAL_CHOICES);
    redo(store);
    expect(store.getState().dIdt).toBe(50e6);
  });

  it('belongs to its store: another one is not held up', () => {
    const [one, other] = [createChoiceStore(), createChoiceStore()];
    beginGesture(one);
    choose(other, { offsetForward: 0.01 });
    choose(other, { offsetForward: 0.02 });
    expect(steps(other)).toBe(2);
  });

  it('leaves the oldest steps behind when the history is full', () => {
    const store = createChoiceStore();
    for (let n = 1; n <= 205; n++) {
      const drag = beginGesture(store);
      choose(store, { dIdt: n * 1e5 });
      drag.commit();
    }
    expect(steps(store)).toBe(200);
    for (let n = 0; n < 300; n++) undo(store);
    expect(store.getState().dIdt).toBe(5e5);
  });
});
