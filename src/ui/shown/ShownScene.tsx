import { type ReactNode, useMemo } from 'react';
import { useStore } from 'zustand';
import { seenScene } from '../../field/simulation/comparison';
import { AppContext, useApp } from '../appContext';

/** What reads a scene inside reads the one that is seen: the kept one while it alone is shown, else the present one. */
export function ShownScene({ children }: { readonly children: ReactNode }) {
  const { simulation: present, view } = useApp();
  const simulation = useStore(present.comparison, (state) => seenScene(present, state));
  const context = useMemo(() => ({ simulation, view }), [simulation, view]);
  return <AppContext value={context}>{children}</AppContext>;
}
