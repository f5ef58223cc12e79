import { describe, expect, it } from 'vitest';
import { INITIAL_CHOICES } from '../../src/state/choices';
import { PARAMETER_IDS, PARAMETERS } from '../../src/state/parameters';
import { beginGesture, choose, createChoiceStore, redo, resetAll, undo } from '../../src/state/store';

describe('The store of choices', () => {
  it('takes one change back and brings it again', () => {
    const store = createChoiceStore();
    choose(store, { coilDistance: 0.01 });
    undo(store);
    expect(store.getState().coilDistance).toBe(INITIAL_CHOICES.coilDistance);
    redo(store);
    expect(store.getState().coilDistance).toBe(0.01);
  });

  it('makes one step of a whole gesture', () => {
    const store = createChoiceStore();
    choose(store, { dIdt: 50e6 });
    const gesture = beginGesture(store);
    for (let n = 1; n <= 40; n++) choose(store, { offsetForward: n * 1e-3 });
    gesture.commit();
    expect(store.getState().offsetForward).toBe(0.04);
    expect(store.temporal.getState().pastStates).toHaveLength(2);
    undo(store);
    expect(store.getState().offsetForward).toBe(0);
    expect(store.getState().dIdt).toBe(50e6);
  });

  it('tells its listeners nothing more when a gesture ends, and forgets what could be redone', () => {
    const store = createChoiceStore();
    choose(store, { dIdt: 50e6 });
    undo(store);
    const gesture = beginGesture(store);
    choose(store, { offsetForward: 0.01 });
    let heard = 0;
    store.subscribe(() => heard++);
    gesture.commit();
    expect(heard).toBe(0);
    redo(store);
    expect(store.getState().dIdt).toBe(INITIAL_CHOICES.dIdt);
    expect(store.getState().offsetForward).toBe(0.01);
  });

  it('keeps no step of a gesture that changed nothing', () => {
    const store = createChoiceStore();
    const gesture = beginGesture(store);
    choose(store, { coilDistance: 0.02 });
    choose(store, { coilDistance: INITIAL_CHOICES.coilDistance });
    gesture.commit();
    expect(store.temporal.getState().pastStates).toHaveLength(0);
  });

  it('resets all but the theme, and the reset can be undone', () => {
    const store = createChoiceStore();
    choose(store, { theme: 'projector', dIdt: 10e6, targetId: 'm1-hand' });
    resetAll(store);
    expect(store.getState()).toEqual({ ...INITIAL_CHOICES, theme: 'projector' });
    undo(store);
    expect(store.getState().dIdt).toBe(10e6);
    expect(store.getState().targetId).toBe('m1-hand');
  });

  it('brings every number within its limits, and refuses NaN by the initial value', () => {
    const store = createChoiceStore();
    for (const id of PARAMETER_IDS) {
      choose(store, { [id]: 1e30 });
      expect(store.getState()[id]).toBe(PARAMETERS[id].maximum);
      choose(store, { [id]: -1e30 });
      expect(store.getState()[id]).toBe(PARAMETERS[id].minimum);
      choose(store, { [id]: Number.NaN });
      expect(store.getState()[id]).toBe(PARAMETERS[id].initial);
    }
  });
});
