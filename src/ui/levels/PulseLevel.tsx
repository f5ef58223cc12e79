import { useMemo, useState } from 'react';
import { stimulatorById } from '../../coil/stimulatorLibrary';
import { pulseEnergy } from '../../field/pulseEnergy';
import { pulseShapeKey, unitPulseOfChoices, unitSpecOfChoices } from '../../field/pulseOfChoices';
import type { Pulse } from '../../physics/pulse';
import { useApp, useChoice, useReadouts } from '../appContext';
import { ExpressionPulse } from './ExpressionPulse';
import { FactRows } from './FactRows';
import './pulse.css';
import { PulsePlots } from './PulsePlots';
import { PulseScrubber } from './PulseScrubber';
import { pulseCurves } from './pulseCurves';
import { energyRows, membraneRows } from './pulseFacts';
import { StrengthDurationPlot } from './StrengthDurationPlot';

/** One pulse from the capacitor to the membrane. Intensity, shape and width are those of the panel at the right. */
export function PulseLevel() {
  const [typed, setTyped] = useState<Pulse | null>(null);
  const chosen = useUnitPulse();
  const dIdt = useChoice((choices) => choices.dIdt);
  const stimulator = stimulatorById(useChoice((choices) => choices.stimulatorId));
  const pulse = typed ?? chosen.pulse;
  const curves = useMemo(() => pulseCurves(pulse), [pulse]);
  const energy = pulseEnergy(pulse, typed ? null : chosen.spec, dIdt);
  const readouts = useReadouts();
  const fieldAtTarget = readouts?.unit === 'V/m' && readouts.component === 'magnitude' ? readouts.atTarget : null;
  return (
    <div className="level-screen level-columns">
      <div>
        <PulseScrubber {...{ curves, dIdt, fieldAtTarget, ofStage: typed === null }} />
        <PulsePlots {...{ curves, dIdt, fieldAtTarget }} />
      </div>
      <div>
        <FactRows title="Energy of one pulse" rows={energyRows(energy, stimulator)} />
        <StrengthDurationPlot curves={curves} />
        <FactRows title="Membrane" rows={membraneRows(curves)} />
        <section className="level-block">
          <ExpressionPulse inUse={typed !== null} onPulse={setTyped} />
        </section>
      </div>
    </div>
  );
}

/** The chosen pulse at 1 A/s; intensity only scales it. */
function useUnitPulse() {
  const { store } = useApp().simulation;
  const key = useChoice(pulseShapeKey);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the choices that the shape follows from.
  return useMemo(() => ({ pulse: unitPulseOfChoices(store.getState()), spec: unitSpecOfChoices(store.getState()) }), [key, store]);
}
