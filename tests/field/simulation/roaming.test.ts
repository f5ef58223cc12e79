import { describe, expect, it } from 'vitest';
import { norm } from '../../../src/core/vec3';
import type { FieldGrid } from '../../../src/field/grid/fieldGrid';
import { fieldUnderCoil, limitSentence, underPhrase } from '../../../src/field/measures/underCoil';
import { Simulation } from '../../../src/field/simulation/simulation';
import { TARGET_ANCHOR } from '../../../src/head/coilPlace';
import { beginGesture, choose, createChoiceStore, undo } from '../../../src/state/store';
import { createViewStore } from '../../../src/state/viewStore';
import { findHotkey } from '../../../src/ui/keys/hotkeys';
import { readShippedHead } from '../../readShippedHead';
import { fakeField } from '../fakeScene';

const head = await readShippedHead();
const silent = { postMessage: () => {}, terminate: () => {}, onmessage: null, onerror: null };

function start() {
  const store = createChoiceStore();
  const simulation = new Simulation(store, head, () => silent);
  const probeHand = { step: () => false } as never;
  const targets = { store, view: createViewStore(), probeHand, toggleHelp: () => {}, placeAfter: simulation.placeAfter.bind(simulation) };
  const hold = (key: string, times: number): void => {
    const gesture = beginGesture(store);
    for (let n = 0; n < times; n++) {
      findHotkey({ key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }, true)?.run(targets, false);
    }
    gesture.commit();
  };
  const under = () => simulation.snapshot().under;
  const offsets = (): number => {
    const { offsetForward, offsetRight } = store.getState();
    return Math.max(Math.abs(offsetForward), Math.abs(offsetRight));
  };
  return { store, simulation, hold, under, offsets, words: () => underPhrase(simulation.snapshot()) };
}

describe('The coil on its way over the head', () => {
  it('goes from the prefrontal target back over C3 by the arrow keys and is called by what lies under it; one held key is one step of Undo', () => {
    const { store, hold, under, words } = start();
    expect([under().nearTarget, store.getState().anchorId]).toEqual([true, TARGET_ANCHOR]);
    hold('ArrowDown', 8);
    expect([under().nearTarget, store.getState().anchorId]).toEqual([true, TARGET_ANCHOR]);
    expect(store.getState().offsetForward).toBeCloseTo(-0.04, 9);
    hold('ArrowDown', 1);
    expect(under().nearTarget).toBe(false);
    hold('ArrowDown', 6);
    expect(store.getState().anchorId).toBe('C3');
    hold('ArrowRight', 2);
    expect(words()).toMatch(/^under (the coil, \d+.mm [a-z ]+ of )?C3, left (primary|premotor)/);
    undo(store);
    undo(store);
    undo(store);
    undo(store);
    expect(store.getState()).toMatchObject({ anchorId: TARGET_ANCHOR, offsetForward: 0, offsetRight: 0 });
  });

  it('comes by the arrow keys as far as to the edges all around, never beyond the sliders, and says what is below', () => {
    const { hold, under, offsets, store } = start();
    const reached: (string | null)[] = [];
    for (const [key, turn] of [
      ['ArrowUp', 'ArrowRight'],
      ['ArrowLeft', 'ArrowDown'],
      ['ArrowDown', 'ArrowRight'],
    ]) {
      choose(store, { anchorId: 'Cz', offsetForward: 0, offsetRight: 0 });
      for (let n = 0; n < 60 && under().limit === null; n++) {
        hold(key, 1);
        expect(offsets()).toBeLessThan(0.06);
      }
      reached.push(under().limit);
      // Along the edge it goes on; across it nothing moves.
      const before = store.getState();
      hold(key, 3);
      expect(
        norm([store.getState().offsetForward - before.offsetForward, store.getState().offsetRight - before.offsetRight, 0]),
      ).toBeLessThan(1e-4);
      hold(turn, 1);
      expect(store.getState()).not.toEqual(before);
    }
    expect(reached).toEqual(['face', 'ear', 'neck']);
    expect(limitSentence(under())).toMatch(/below is the (neck|ear)\.$/);
  });

  it('keeps the anchor of a slider while the slider moves it, and takes it back to the target', () => {
    const { store, simulation, under } = start();
    choose(store, simulation.placeAfter({ offsetForward: -0.055 }, 'stays'));
    expect(store.getState()).toMatchObject({ anchorId: TARGET_ANCHOR, offsetForward: -0.055 });
    expect(under().nearTarget).toBe(false);
  });

  it('over a point keeps the casing outside the scalp, and a point of the far temple is reached as well as one beside the target', () => {
    const { store, simulation, under } = start();
    for (const id of ['T7', 'Oz', 'Fpz', 'P4', 'F8', 'Cz']) {
      const { position } = head.landmarks.electrodes.find((electrode) => electrode.id === id)!;
      choose(store, simulation.placeOver(position));
      const { place } = simulation.snapshot();
      expect(norm([place.position[0] - position[0], place.position[1] - position[1], place.position[2] - position[2]])).toBeLessThan(0.003);
      expect([under().electrode.id, under().limit]).toEqual([id, null]);
    }
  });

  it('reads the field under it by the same rule as everywhere: trilinear, by component, times the rate of current', () => {
    const grid = { origin: [-0.1, -0.1, -0.1], spacing: 0.2, dimensions: [2, 2, 2] } as unknown as FieldGrid;
    const values = new Float32Array(24).map((_, n) => (n % 3 === 2 ? 2e-6 : 0));
    const { store, simulation, under } = start();
    const scene = { field: { ...fakeField('sphere'), values }, grid, under: { ...under(), normal: [0, 0.6, -0.8] as const } };
    choose(store, { dIdt: 50e6 });
    expect(fieldUnderCoil(scene, head.cortex, store.getState())).toBeCloseTo(100, 3);
    expect(fieldUnderCoil(scene, head.cortex, { ...store.getState(), fieldComponent: 'normal' })).toBeCloseTo(-80, 3);
    expect(fieldUnderCoil({ ...scene, field: null }, head.cortex, store.getState())).toBeNull();
    choose(store, simulation.placeOver(head.landmarks.electrodes.find(({ id }) => id === 'Oz')!.position));
    expect(under().region?.name).toMatch(/visual/);
  });
});
