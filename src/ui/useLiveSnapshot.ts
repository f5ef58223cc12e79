import { useSyncExternalStore } from 'react';
import type { SimulationSnapshot } from '../field/simulation';
import { useApp } from './appContext';

/** One member of the present scene's snapshot, also while the kept scene is shown. */
export function useLiveSnapshot<K extends keyof SimulationSnapshot>(key: K): SimulationSnapshot[K] {
  const { simulation } = useApp();
  return useSyncExternalStore(simulation.subscribe, () => simulation.snapshot()[key]);
}
