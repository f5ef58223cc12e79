import { describe, expect, it } from 'vitest';
import type { CoilPlace } from '../../../src/head/coilPlace';
import { INITIAL_CHOICES } from '../../../src/state/choices';
import { createChoiceStore } from '../../../src/state/store';
import { createViewStore } from '../../../src/state/viewStore';
import { findHotkey, HOTKEYS, type KeyPress } from '../../../src/ui/keys/hotkeys';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

/** A hand that steps while `pinned` and writes down what it is told. */
function fakeHand() {
  const told: string[] = [];
  return {
    told,
    pinned: false,
    toTarget: () => void told.push('target'),
    toStrongest: () => void told.push('strongest'),
    pin: () => void told.push('pin'),
    release: () => void told.push('release'),
    step(direction: string, fine: boolean) {
      if (this.pinned) told.push(`${direction}${fine ? ' fine' : ''}`);
      return this.pinned;
    },
  };
}

function desk() {
  let help = 0;
  const probeHand = fakeHand();
  const store = createChoiceStore();
  const placeAfter = (change: object): CoilPlace => ({ ...store.getState(), ...change });
  const targets = { store, placeAfter, view: createViewStore(), probeHand, toggleHelp: () => void help++ };
  const type = (key: string, more: Partial<KeyPress> = {}): void => {
    findHotkey(press(key, more), true)?.run(targets, Boolean(more.shiftKey));
  };
  return { ...targets, type, help: () => help };
}

describe('the table of hot keys', () => {
  it('has no two entries for the same press', () => {
    const presses = HOTKEYS.flatMap(({ keys, modifiers }) => keys.map((key) => `${key} ${JSON.stringify(modifiers ?? {})}`));
    expect(new Set(presses).size).toBe(presses.length);
    expect(presses.length).toBeGreaterThan(15);
  });

  it('moves a pinned probe with the arrows and leaves the coil where it is', () => {
    const { store, probeHand, type } = desk();
    for (const key of ['i', 'm', 'Enter', 'Escape']) type(key);
    expect(probeHand.told).toEqual(['target', 'strongest', 'pin', 'release']);
    probeHand.pinned = true;
    for (const key of ['ArrowUp', 'ArrowDown', 'ArrowLeft']) type(key);
    type('ArrowRight', { shiftKey: true });
    expect(probeHand.told.slice(4)).toEqual(['forward', 'back', 'left', 'right fine']);
    expect(store.getState()).toBe(store.getInitialState());
  });

  it('moves the coil along the scalp by five millimeters, with Shift by one', () => {
    const { store, type } = desk();
    type('ArrowUp');
    expect(store.getState().offsetForward / 0.005).toBeCloseTo(1, 9);
    type('ArrowLeft', { shiftKey: true });
    expect(store.getState().offsetRight / -0.001).toBeCloseTo(1, 9);
  });

  it('turns with Q and E, lifts with plus and minus, on every keyboard', () => {
    const { store, type } = desk();
    type('E', { shiftKey: true });
    expect(((store.getState().handleAngle - INITIAL_CHOICES.handleAngle) * 180) / Math.PI / 1).toBeCloseTo(1, 9);
    type('=');
    type('+', { shiftKey: true });
    expect((store.getState().coilDistance - INITIAL_CHOICES.coilDistance) / 0.002).toBeCloseTo(1, 9);
    type('-');
    expect((store.getState().coilDistance - INITIAL_CHOICES.coilDistance) / 0.001).toBeCloseTo(1, 9);
  });

  it('makes one step of the history of a held key: each that moves the coil or turns it begins a gesture', () => {
    const moving = HOTKEYS.filter(({ group }) => group === 'Coil');
    expect(moving.length).toBe(8);
    for (const { gesture, label } of moving) expect(gesture, label).toBe(true);
    expect(HOTKEYS.filter(({ gesture }) => gesture).length).toBe(8);
  });

  it('undoes, redoes and resets anywhere, but single keys count only on the stage', () => {
    const { store, view, type } = desk();
    expect(findHotkey(press('z', { ctrlKey: true }), false)?.label).toBe('Undo');
    expect(findHotkey(press('Z', { metaKey: true, shiftKey: true }), false)?.label).toBe('Redo');
    expect(findHotkey(press('l'), false)).toBeUndefined();
    expect(findHotkey(press('r'), false)).toBeUndefined();
    expect(findHotkey(press('z', { ctrlKey: true, altKey: true }), false)).toBeUndefined();
    type('ArrowUp');
    // With Alt some systems write another letter: the physical key decides.
    type('®', { altKey: true, code: 'KeyR' });
    expect(store.getState()).toEqual(INITIAL_CHOICES);
    expect(view.getState().command).toMatchObject({ preset: 'start', serial: 1 });
    type('z', { ctrlKey: true });
    expect(store.getState().offsetForward / 0.005).toBeCloseTo(1, 9);
  });

  it('sends the camera and leaves the browser its own combinations', () => {
    const { view, type, help } = desk();
    type('t');
    expect(view.getState().command.preset).toBe('target');
    type('l', { ctrlKey: true });
    expect(view.getState().command.preset).toBe('target');
    expect(findHotkey(press('r', { ctrlKey: true }), true)).toBeUndefined();
    type('?', { shiftKey: true });
    expect(help()).toBe(1);
  });
});
