import { useCallback, useEffect, useRef, useState } from 'react';
import type { DriftResult } from '../../../field/drift/driftMessages';
import { driftRequest, startDrift } from '../../../field/drift/driftRun';
import { useApp, useSnapshot } from '../../appContext';

/** How often the coil is put back in each series. */
export const PUT_BACK = 200;

export type DriftState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'running'; readonly share: number }
  | { readonly phase: 'found'; readonly result: DriftResult };

/** Poses drawn and computed in a worker when asked for; another field on the stage ends them, since they would be those of another scene. */
export function useDrift(): { state: DriftState; start: (seed: number) => void; cancel: () => void } {
  const { simulation, view } = useApp();
  const field = useSnapshot('field');
  const [state, setState] = useState<DriftState>({ phase: 'idle' });
  const stop = useRef<(() => void) | null>(null);

  const cancel = useCallback(() => {
    stop.current?.();
    stop.current = null;
    setState((before) => (before.phase === 'idle' ? before : { phase: 'idle' }));
  }, []);
  const start = useCallback(
    (seed: number) => {
      stop.current?.();
      const request = driftRequest(simulation, PUT_BACK, seed);
      if (!request) {
        view.setState({ problem: 'The poses need the first field, which is still being computed; try again in a moment.' });
        return;
      }
      setState({ phase: 'running', share: 0 });
      stop.current = startDrift(request, {
        onProgress: (share) => setState({ phase: 'running', share }),
        onFound: (result) => setState({ phase: 'found', result }),
        onTrouble: (problem) => {
          setState({ phase: 'idle' });
          view.setState({ problem });
        },
      });
    },
    [simulation, view],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new field is what ends them.
  useEffect(() => cancel, [cancel, field]);
  return { state, start, cancel };
}
