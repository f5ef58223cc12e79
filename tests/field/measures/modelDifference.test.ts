import { describe, expect, it } from 'vitest';
import { showModelDifference } from '../../../src/field/measures/modelDifference';
import type { FieldResult } from '../../../src/field/simulation/fieldMessages';
import { choose } from '../../../src/state/store';
import { fakeField, fakeScene } from '../fakeScene';

/** A scene whose realistic field comes when `answer` is called. */
function waitingScene(initial: Parameters<typeof fakeScene>[0] = { fieldModel: 'sphere' }) {
  const scene = fakeScene(initial);
  let answer: (field: FieldResult | null) => void = () => undefined;
  const asked: string[] = [];
  scene.source.fieldBy = (model) => {
    asked.push(model);
    return new Promise((resolve) => {
      answer = resolve;
    });
  };
  return { ...scene, asked, answer: (field: FieldResult | null) => answer(field) };
}

describe('Where a model is wrong', () => {
  it('is shown as the best head, kept as A, against the chosen model, and no choice and no history is touched', async () => {
    const { source, store, comparison, answer, asked } = waitingScene();
    const before = store.getState();
    const shown = showModelDifference(source);
    answer(fakeField('folded'));
    expect(await shown).toBe(true);
    const { kept, shown: view } = comparison.getState();
    expect([view, kept?.choices.fieldModel, kept?.snapshot.field.model, kept?.source.store.getState().fieldModel]).toEqual([
      'difference',
      'folded',
      'folded',
      'folded',
    ]);
    expect(asked).toEqual(['folded']);
    expect(store.getState()).toBe(before);
    expect(source.snapshot().field?.model).toBe('sphere');
    expect(store.temporal.getState().pastStates).toHaveLength(0);
  });

  it('is given up when another rung is chosen at once: the history records on, and nothing jumps later', async () => {
    const { source, store, comparison, publish, answer } = waitingScene();
    const shown = showModelDifference(source);
    choose(store, { fieldModel: 'primaryField' });
    publish({ request: 2 });
    publish({ field: fakeField('primaryField', 2) });
    answer(fakeField('modes'));
    expect(await shown).toBe(false);
    expect(comparison.getState()).toMatchObject({ kept: null, shown: 'b' });
    expect(store.temporal.getState().isTracking).toBe(true);
    expect(store.temporal.getState().pastStates).toHaveLength(1);
    choose(store, { fieldModel: 'modes' });
    publish({ request: 3 });
    publish({ field: fakeField('modes', 3) });
    expect(store.getState().fieldModel).toBe('modes');
    expect(comparison.getState().shown).toBe('b');
  });

  it('is not asked for where the best head is chosen or none is there, and not shown where its field does not come', async () => {
    const chosen = waitingScene({ fieldModel: 'folded' });
    expect(await showModelDifference(chosen.source)).toBe(false);
    const missing = waitingScene();
    missing.publish({ operator: { phase: 'loading', share: 0 } });
    expect(await showModelDifference(missing.source)).toBe(false);
    expect([...chosen.asked, ...missing.asked]).toEqual([]);
    const withoutRows = waitingScene();
    withoutRows.publish({ rows: { phase: 'loading', share: 0 } });
    const sphere = showModelDifference(withoutRows.source);
    withoutRows.answer(null);
    expect([await sphere, withoutRows.asked]).toEqual([false, []]);
    const refused = waitingScene();
    refused.publish({ rows: { phase: 'refused', sentence: 'No.' } });
    const shells = showModelDifference(refused.source);
    refused.answer(fakeField('modes'));
    expect([await shells, refused.asked]).toEqual([true, ['modes']]);
    for (const field of [null, fakeField('sphere')]) {
      const { source, comparison, answer } = waitingScene();
      const shown = showModelDifference(source);
      answer(field);
      expect(await shown).toBe(false);
      expect(comparison.getState().shown).toBe('b');
    }
  });
});
