import { isStandard } from '../../physics/folded/foldedSlopes';
import { fetchHeadData } from './fetchHeadData';
import type { Simulation } from './simulation';
import { factorsOfChoices } from './tissueFactors';

/** Fetches the slopes once a conductivity is changed and the rows, which they go on from, are there; after a refusal again when the next one is changed. */
export function followConductivities(simulation: Simulation): () => void {
  let asked = false;
  const follow = (): void => {
    if (isStandard(factorsOfChoices(simulation.store.getState()))) asked = false;
    else if (!asked && simulation.snapshot().rows.phase === 'ready') {
      asked = true;
      void simulation.loadData('slopes', fetchHeadData);
    }
  };
  follow();
  const stops = [simulation.store.subscribe(follow), simulation.subscribe(follow)];
  return () => {
    for (const stop of stops) stop();
  };
}
