import { useCallback, useEffect, useRef, useState } from 'react';
import { startSearch } from '../../field/search/searchRun';
import { sameCoil } from '../../field/simulation/coilOfChoices';
import type { SearchResult } from '../../placement/searchPoses';
import type { Choices, FieldModel } from '../../state/choices';
import { useApp } from '../appContext';

export type SearchState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'running'; readonly share: number }
  | { readonly phase: 'found'; readonly result: SearchResult; readonly model: FieldModel };

/** What a found optimum depends on, beside the coil. */
const KEYS = ['targetId', 'tiltPitch', 'tiltRoll', 'coilDistance', 'fieldModel'] as const;

const sameProblem = (a: Choices, b: Choices): boolean => sameCoil(a, b) && KEYS.every((key) => a[key] === b[key]);

/** A search that can be started and canceled; its result goes as soon as the scene that it holds for is changed. */
export function useSearch(): { state: SearchState; start: () => void; cancel: () => void } {
  const { simulation, view } = useApp();
  const [state, setState] = useState<SearchState>({ phase: 'idle' });
  const stop = useRef<(() => void) | null>(null);

  const cancel = useCallback(() => {
    stop.current?.();
    stop.current = null;
    simulation.session.setState({ found: null });
    setState((before) => (before.phase === 'idle' ? before : { phase: 'idle' }));
  }, [simulation]);

  const start = useCallback(() => {
    stop.current?.();
    const request = simulation.searchRequest();
    if (!request) {
      view.setState({ problem: 'The search needs the first field, which is still being computed; try again in a moment.' });
      return;
    }
    setState({ phase: 'running', share: 0 });
    stop.current = startSearch(request, {
      onProgress: (share) => setState({ phase: 'running', share }),
      onFound: (result) => {
        setState({ phase: 'found', result, model: request.model });
        simulation.session.setState({ found: { ...result, model: request.model } });
        view.setState({ problem: null });
      },
      onTrouble: (problem) => {
        setState({ phase: 'idle' });
        view.setState({ problem });
      },
    });
  }, [simulation, view]);

  useEffect(() => {
    const unsubscribe = simulation.store.subscribe((now, before) => {
      if (!sameProblem(now, before)) cancel();
    });
    return () => {
      unsubscribe();
      cancel();
    };
  }, [simulation, cancel]);
  return { state, start, cancel };
}
