import { useEffect, useState } from 'react';
import { type BestHandle, bestHandle } from '../../field/search/bestHandle';
import { useApp, useSnapshot } from '../appContext';

/** The field is asked for turned coils when nothing changed for this long, in milliseconds. */
const QUIET = 250;

/** What turning the coil would do at the target; null until it is known. The last answer stays while a new one is on its way. */
export function useBestHandle(): BestHandle | null {
  const { simulation } = useApp();
  const field = useSnapshot('field');
  const [best, setBest] = useState<BestHandle | null>(null);
  useEffect(() => {
    if (!field) return;
    let current = true;
    const timer = setTimeout(async () => {
      const vectors = await simulation.fieldAtTurns();
      if (current) setBest(vectors && bestHandle(vectors));
    }, QUIET);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [simulation, field]);
  return best;
}
