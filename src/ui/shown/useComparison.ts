import { useStore } from 'zustand';
import { canSubtract } from '../../field/color/differenceScale';
import type { ComparisonState, ComparisonView } from '../../field/simulation/sceneSource';
import { useApp, useSnapshot } from '../appContext';

/** Something of the comparison; the component renders again only when that changes. */
export function useComparison<T>(select: (state: ComparisonState) => T): T {
  return useStore(useApp().simulation.comparison, select);
}

/** Whether B − A can be shown now. */
export function useCanSubtract(): boolean {
  const field = useSnapshot('field');
  return useComparison((state) => canSubtract(state, field));
}

/** What the stage shows: as chosen, or B alone where a difference cannot be shown. */
export function useShownView(): ComparisonView {
  const subtracted = useCanSubtract();
  return useComparison(({ shown }) => (shown === 'difference' && !subtracted ? 'b' : shown));
}
