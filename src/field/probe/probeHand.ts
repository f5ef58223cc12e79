import type { HeadModel } from '../../head/loadHead';
import type { ViewStore } from '../../state/viewStore';
import type { SimulationSnapshot } from '../simulation/sceneSnapshot';
import { cortexQueries } from './cortexQueries';
import { type ProbeDirection, probeStep } from './probeStep';

/** How far one key press moves the pinned probe, and with Shift, in metres. */
const STEP = { plain: 0.002, fine: 0.0005 };

/** Moves the probe without a pointer. */
export interface ProbeHand {
  toTarget(): void;
  toStrongest(): void;
  /** Pins the probe where it is pointed; on the target where nothing is pointed at. */
  pin(): void;
  release(): void;
  /** One step along the cortex; false where the probe is not pinned. */
  step(direction: ProbeDirection, fine: boolean): boolean;
}

export function createProbeHand(
  simulation: { readonly head: Pick<HeadModel, 'cortex' | 'sphere'>; readonly snapshot: () => SimulationSnapshot },
  view: ViewStore,
): ProbeHand {
  const put = (probe: SimulationSnapshot['target']['cortex']): void => view.setState({ probe, probePinned: true });
  const toTarget = (): void => put(simulation.snapshot().target.cortex);
  return {
    toTarget,
    toStrongest() {
      const { field } = simulation.snapshot();
      if (field) put(field.summary.maximumPoint);
    },
    pin() {
      const { probe } = view.getState();
      if (probe) put(probe);
      else toTarget();
    },
    release: () => view.setState({ probe: null, probePinned: false }),
    step(direction, fine) {
      const { probe, probePinned } = view.getState();
      if (!probe || !probePinned) return false;
      put(probeStep(cortexQueries(simulation.head.cortex), simulation.head.sphere.center, probe, direction, fine ? STEP.fine : STEP.plain));
      return true;
    },
  };
}
