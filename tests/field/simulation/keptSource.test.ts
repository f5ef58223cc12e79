import { describe, expect, it } from 'vitest';
import { forgetScene, keepScene, seenScene } from '../../../src/field/simulation/comparison';
import type { SceneSource } from '../../../src/field/simulation/sceneSource';
import { choose, undo } from '../../../src/state/store';
import { fakeField, fakeScene } from '../fakeScene';

function twoScenes() {
  const present = fakeScene({ fieldModel: 'sphere' });
  expect(keepScene(present.source)).toBe(true);
  const kept = present.comparison.getState().kept!;
  return { ...present, kept, other: kept.source };
}

describe('A kept scene', () => {
  it('is not kept while its field is still that of an earlier request, or of the model that stands in', () => {
    for (const change of [{ request: 2 }, { field: null }, { grid: null }, { field: fakeField('primaryField') }]) {
      const { source, comparison } = fakeScene({ fieldModel: 'sphere' }, change);
      expect(keepScene(source)).toBe(false);
      expect(comparison.getState().kept).toBeNull();
    }
    const waiting = fakeScene({ fieldModel: 'modes' }, { field: fakeField('sphere'), operator: { phase: 'loading', share: 0.5 } });
    expect(keepScene(waiting.source)).toBe(false);
  });

  it('is kept with the sphere where the realistic head was refused, and says which model it shows', () => {
    const { source, comparison } = fakeScene(
      { fieldModel: 'modes' },
      { field: fakeField('sphere'), operator: { phase: 'refused', sentence: 'No.' } },
    );
    expect(keepScene(source)).toBe(true);
    expect(comparison.getState().kept?.snapshot.field.model).toBe('sphere');
  });

  it('keeps coil, place, model and pulse, and follows the colors and limits of the present scene', () => {
    const { store, other, kept } = twoScenes();
    choose(store, { dIdt: 30e6, offsetForward: 0.01, fieldModel: 'primaryField', fieldLimit: 200, theme: 'projector', thresholdField: 80 });
    const now = other.store.getState();
    expect(now.dIdt).toBe(kept.choices.dIdt);
    expect(now.offsetForward).toBe(0);
    expect(now.fieldModel).toBe('sphere');
    expect([now.fieldLimit, now.theme, now.thresholdField]).toEqual([200, 'projector', 80]);
    expect(other.store.getState()).toBe(now);
    expect(other.snapshot()).toBe(kept.snapshot);
  });

  it('tells who listens to its choices the merged ones before and after, and stays the same scene when the present one moves', () => {
    const { store, other, publish, kept } = twoScenes();
    const heard: [number, number, number][] = [];
    const stop = other.store.subscribe((now, before) => heard.push([before.fieldLimit, now.fieldLimit, now.dIdt]));
    const limit = store.getState().fieldLimit;
    choose(store, { fieldLimit: 150, dIdt: 1e6 });
    stop();
    choose(store, { fieldLimit: 160 });
    expect(heard).toEqual([[limit, 150, kept.choices.dIdt]]);
    publish({ request: 2, field: fakeField('sphere', 2) });
    expect(other.snapshot().request).toBe(1);
  });

  it('hands choices of colors on to the present scene, whose history takes them back, and refuses to be moved', () => {
    const { store, other } = twoScenes();
    const before = store.getState().thresholdField;
    choose(other.store, { thresholdField: 90, dIdt: 10e6 });
    other.store.setState((now) => ({ fieldLimit: now.fieldLimit + 1, handleAngle: 3 }));
    expect(store.getState()).toMatchObject({ thresholdField: 90, fieldLimit: store.getInitialState().fieldLimit + 1 });
    expect(store.getState().dIdt).toBe(store.getInitialState().dIdt);
    expect(store.getState().handleAngle).toBe(store.getInitialState().handleAngle);
    undo(other.store);
    undo(other.store);
    expect(store.getState().thresholdField).toBe(before);
  });

  it('gives way when the present scene is changed, but not for a change of colors, and only where it alone is shown', () => {
    const { store, comparison } = twoScenes();
    comparison.setState({ shown: 'a' });
    choose(store, { fieldLimit: 150 });
    expect(comparison.getState().shown).toBe('a');
    choose(store, { handleAngle: 0.1 });
    expect(comparison.getState().shown).toBe('b');
    comparison.setState({ shown: 'both' });
    choose(store, { handleAngle: 0.2 });
    expect(comparison.getState().shown).toBe('both');
  });

  it('computes nothing of its own', async () => {
    const { other } = twoScenes();
    expect(other.searchRequest()).toBeNull();
    expect(
      await Promise.all([other.fieldBy('sphere'), other.fieldAtTurns(), other.fieldAtTurnsOver(null!, null!), other.fieldAtTilt(null!)]),
    ).toEqual([null, null, null, null]);
    expect(other.subscribe(() => undefined)()).toBeUndefined();
  });

  it('asks the present scene for what belongs to the head', () => {
    const present = fakeScene({ fieldModel: 'sphere' });
    const head = {
      placeOver: () => 1,
      placeAfter: () => 4,
      placeUnder: () => 5,
      placementMethods: () => 2,
      targetPlace: (id: string) => id,
    };
    Object.assign(present.source, head);
    keepScene(present.source);
    const { source } = present.comparison.getState().kept!;
    expect([source.placeOver([0, 0, 0]), source.placementMethods(null!), source.targetPlace('f3')]).toEqual([1, 2, 'f3']);
    expect([source.placeAfter({}, 'stays'), source.placeUnder(null!)]).toEqual([4, 5]);
  });
});

describe('The scene that is seen', () => {
  it('is the kept one while it alone is shown, else the present one', () => {
    const { source, comparison, other } = twoScenes();
    const seen = (shown: 'a' | 'b' | 'both' | 'difference'): SceneSource => seenScene(source, { ...comparison.getState(), shown });
    expect(seen('a')).toBe(other);
    for (const shown of ['b', 'both', 'difference'] as const) expect(seen(shown)).toBe(source);
    forgetScene(comparison);
    expect(seen('a')).toBe(source);
    expect(comparison.getState().shown).toBe('b');
  });
});
