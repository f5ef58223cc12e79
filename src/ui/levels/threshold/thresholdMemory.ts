import { createStore, type StoreApi, useStore } from 'zustand';
import { drawVirtualSubject } from '../../../dose/threshold/recruitmentPopulation';
import { startThresholdGame, type ThresholdGame } from '../../../dose/threshold/thresholdGame';
import type { ViewStore } from '../../../state/viewStore';
import { useApp } from '../../appContext';

/** The hunt for a threshold: passing, and kept while other levels are looked at. */
export interface ThresholdMemory {
  readonly seed: number;
  readonly game: ThresholdGame;
  /** How many trials the game has; the game itself only grows. */
  readonly trials: number;
  /** What the player named as the threshold, and the truth then, both as outputs. */
  readonly answer: { readonly estimate: number; readonly truth: number } | null;
  /** Resting motor threshold that %rMT refers to, fraction of the maximum; `found` once it comes from the game. */
  readonly motorThreshold: { readonly value: number; readonly found: boolean };
}

/** Threshold between half and two thirds of the output, as of many people. */
const FIRST_SUBJECT = 2;

const freshGame = (seed: number): Pick<ThresholdMemory, 'seed' | 'game' | 'trials' | 'answer'> => ({
  seed,
  // Subject and trials have their own streams, so that the same person can be met again with other trials.
  game: startThresholdGame(drawVirtualSubject(seed), seed + 1_000_000),
  trials: 0,
  answer: null,
});

const stores = new WeakMap<ViewStore, StoreApi<ThresholdMemory>>();

/** The memory that lives as long as the view does. */
export function thresholdMemoryOf(view: ViewStore): StoreApi<ThresholdMemory> {
  const known = stores.get(view);
  if (known) return known;
  const made = createStore<ThresholdMemory>(() => ({ ...freshGame(FIRST_SUBJECT), motorThreshold: { value: 0.5, found: false } }));
  stores.set(view, made);
  return made;
}

export const useThreshold = <T>(select: (memory: ThresholdMemory) => T): T => useStore(thresholdMemoryOf(useApp().view), select);

export function newSubject(memory: StoreApi<ThresholdMemory>, seed: number): void {
  memory.setState(freshGame(seed));
}

/** One pulse at an output (fraction of the maximum); `coupling` as of the game. */
export function stimulate(memory: StoreApi<ThresholdMemory>, output: number, coupling: number): void {
  const { game } = memory.getState();
  game.stimulate(output, coupling);
  memory.setState({ trials: game.trials.length });
}

/** Ends the hunt: the output is named as the threshold, which %rMT refers to from now on; it holds for the place where the coil stood. */
export function nameThreshold(memory: StoreApi<ThresholdMemory>, output: number, coupling: number): void {
  const { game } = memory.getState();
  memory.setState({
    answer: { estimate: output, truth: game.subject.restingThreshold / coupling },
    motorThreshold: { value: output, found: true },
  });
}
