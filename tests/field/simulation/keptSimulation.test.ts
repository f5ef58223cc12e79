import { describe, expect, it } from 'vitest';
import { createComparison, keepScene } from '../../../src/field/simulation/comparison';
import { createKeptSimulation } from '../../../src/field/simulation/keptSimulation';
import type { SimulationSnapshot } from '../../../src/field/simulation/sceneSnapshot';
import type { Simulation } from '../../../src/field/simulation/simulation';
import { choose, createChoiceStore } from '../../../src/state/store';

function twoScenes() {
  const store = createChoiceStore();
  const comparison = createComparison();
  const pose = {};
  const snapshot = { pose, field: { pose }, grid: {} } as unknown as SimulationSnapshot;
  const simulation = { store, comparison, snapshot: () => snapshot } as unknown as Simulation;
  expect(keepScene(comparison, store.getState(), snapshot)).toBe(true);
  const kept = comparison.getState().kept!;
  return { store, comparison, snapshot, simulation, kept, other: createKeptSimulation(simulation, kept) };
}

describe('A kept scene', () => {
  it('is not kept while its field is still that of an earlier pose', () => {
    const { comparison, store, snapshot } = twoScenes();
    const stale = { ...snapshot, pose: {} } as SimulationSnapshot;
    expect(keepScene(comparison, store.getState(), stale)).toBe(false);
    expect(keepScene(comparison, store.getState(), { ...snapshot, field: null })).toBe(false);
  });

  it('keeps coil, place, model and pulse, and follows the colors and limits of the present scene', () => {
    const { store, other, kept } = twoScenes();
    choose(store, { dIdt: 30e6, offsetForward: 0.01, fieldLimit: 200, theme: 'projector', thresholdField: 80 });
    const now = other.simulation.store.getState();
    expect(now.dIdt).toBe(kept.choices.dIdt);
    expect(now.offsetForward).toBe(0);
    expect([now.fieldLimit, now.theme, now.thresholdField]).toEqual([200, 'projector', 80]);
    expect(other.simulation.snapshot()).toBe(kept.snapshot);
  });

  it('hands choices of colors on to the present scene and refuses to be moved', () => {
    const { store, other } = twoScenes();
    choose(other.simulation.store, { thresholdField: 90, dIdt: 10e6 });
    expect(store.getState().thresholdField).toBe(90);
    expect(store.getState().dIdt).toBe(store.getInitialState().dIdt);
  });

  it('gives way when the present scene is changed, but not for a change of colors', () => {
    const { store, comparison, other } = twoScenes();
    comparison.setState({ shown: 'a' });
    choose(store, { fieldLimit: 150 });
    expect(comparison.getState().shown).toBe('a');
    choose(store, { handleAngle: 0.1 });
    expect(comparison.getState().shown).toBe('b');
    other.dispose();
    comparison.setState({ shown: 'a' });
    choose(store, { handleAngle: 0.2 });
    expect(comparison.getState().shown).toBe('a');
  });
});
