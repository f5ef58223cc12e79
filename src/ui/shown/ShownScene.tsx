import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { shownKept } from '../../field/simulation/comparison';
import { createKeptSimulation } from '../../field/simulation/keptSimulation';
import type { Simulation } from '../../field/simulation/simulation';
import { AppContext, type SimulationForInterface, useApp } from '../appContext';

/** What reads a scene inside reads the one that is seen: the kept one while it alone is shown, else the present one. */
export function ShownScene({ children }: { readonly children: ReactNode }) {
  const { simulation, view } = useApp();
  const kept = useStore(simulation.comparison, shownKept);
  const [other, setOther] = useState<SimulationForInterface | null>(null);
  useEffect(() => {
    if (!kept) {
      setOther(null);
      return;
    }
    const made = createKeptSimulation(simulation as Simulation, kept);
    setOther(made.simulation);
    return made.dispose;
  }, [simulation, kept]);
  const context = useMemo(() => ({ simulation: (kept && other) ?? simulation, view }), [kept, other, simulation, view]);
  return <AppContext value={context}>{children}</AppContext>;
}
