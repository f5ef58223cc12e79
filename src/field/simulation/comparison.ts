import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Choices } from '../../state/choices';
import type { FieldGrid } from '../grid/fieldGrid';
import type { FieldResult } from './fieldMessages';
import type { SimulationSnapshot } from './sceneSnapshot';

/** A scene as it was when it was kept: what was chosen and what followed. */
export interface KeptScene {
  readonly choices: Choices;
  readonly snapshot: SimulationSnapshot & { readonly field: FieldResult; readonly grid: FieldGrid };
}

/** What the stage shows of the kept scene A and the present scene B. */
export const COMPARISON_VIEWS = ['b', 'a', 'both', 'difference'] as const;
export type ComparisonView = (typeof COMPARISON_VIEWS)[number];

/** Ends of the difference scale that are offered, in V/m. */
export const DIFFERENCE_LIMITS = [10, 20, 40, 80, 160] as const;

/** Passing things that Undo does not touch, as the probe is. */
export interface ComparisonState {
  readonly kept: KeptScene | null;
  readonly shown: ComparisonView;
  /** Differences from -limit to +limit are told apart, in V/m. */
  readonly differenceLimit: number;
}

export type ComparisonStore = StoreApi<ComparisonState>;

export const createComparison = (): ComparisonStore =>
  createStore<ComparisonState>(() => ({ kept: null, shown: 'b', differenceLimit: 40 }));

/** Keeps the present scene as A; false while its field is still being computed. */
export function keepScene(comparison: ComparisonStore, choices: Choices, snapshot: SimulationSnapshot): boolean {
  const { field, grid, pose } = snapshot;
  if (!field || !grid || field.pose !== pose) return false;
  comparison.setState({ kept: { choices, snapshot: { ...snapshot, field, grid } }, shown: 'b' });
  return true;
}

export const forgetScene = (comparison: ComparisonStore): void => comparison.setState({ kept: null, shown: 'b' });

/** The kept scene while it alone is shown, else null. */
export const shownKept = ({ kept, shown }: ComparisonState): KeptScene | null => (shown === 'a' ? kept : null);
