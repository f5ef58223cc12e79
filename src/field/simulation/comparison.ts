import { createStore } from 'zustand/vanilla';
import type { ChoiceStore } from '../../state/store';
import { isCurrent } from './isCurrent';
import { createKeptSource, otherScene } from './keptSource';
import type { ComparisonState, ComparisonStore, SceneSource } from './sceneSource';

/** Ends of the difference scale that are offered, in V/m. */
export const DIFFERENCE_LIMITS = [10, 20, 40, 80, 160] as const;

/** Nothing kept yet. A change of the present scene while the kept one alone is shown brings the present one back. */
export function createComparison(store: ChoiceStore): ComparisonStore {
  const comparison = createStore<ComparisonState>(() => ({ kept: null, shown: 'b', differenceLimit: 40 }));
  store.subscribe((now, before) => {
    if (comparison.getState().shown === 'a' && otherScene(now, before)) comparison.setState({ shown: 'b' });
  });
  return comparison;
}

/** Keeps a scene as A; false while its field is still being computed. `choices`, `snapshot`: those of the present scene unless told otherwise. */
export function keepScene(source: SceneSource, choices = source.store.getState(), snapshot = source.snapshot()): boolean {
  const { field, grid } = snapshot;
  if (!field || !grid || !isCurrent(snapshot, choices)) return false;
  const kept = { ...snapshot, field, grid };
  source.comparison.setState({ kept: { choices, snapshot: kept, source: createKeptSource(source, choices, kept) }, shown: 'b' });
  return true;
}

export const forgetScene = (comparison: ComparisonStore): void => comparison.setState({ kept: null, shown: 'b' });

/** The scene that is seen: the kept one while it alone is shown, else the present one. */
export const seenScene = (present: SceneSource, { kept, shown }: ComparisonState): SceneSource =>
  shown === 'a' && kept ? kept.source : present;
