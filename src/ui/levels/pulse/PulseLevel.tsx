import { useMemo } from 'react';
import { stimulatorById } from '../../../coil/stimulatorLibrary';
import { pulseEnergy } from '../../../field/pulse/pulseEnergy';
import { pulseShapeKey, unitPulseOfChoices, unitSpecOfChoices } from '../../../field/pulse/pulseOfChoices';
import { useApp, useChoice, useReadouts } from '../../appContext';
import { FactRows } from '../shared/FactRows';
import './pulse.css';
import { pulseCurves } from '../../../dose/threshold/pulseCurves';
import { PulsePlots } from './PulsePlots';
import { PulseScrubber } from './PulseScrubber';
import { energyRows, membraneRows } from './pulseFacts';
import { StrengthDurationPlot } from './StrengthDurationPlot';

/** One pulse from the capacitor to the membrane. Intensity, shape and width are those of the strip below. */
export function PulseLevel() {
  const { pulse, spec } = useUnitPulse();
  const dIdt = useChoice((choices) => choices.dIdt);
  const stimulator = stimulatorById(useChoice((choices) => choices.stimulatorId));
  const curves = useMemo(() => pulseCurves(pulse), [pulse]);
  const readouts = useReadouts();
  const fieldAtTarget = readouts?.unit === 'V/m' && readouts.component === 'magnitude' ? readouts.atTarget : null;
  return (
    <div className="level-screen level-columns">
      <div>
        <PulseScrubber {...{ curves, fieldAtTarget }} />
        <PulsePlots {...{ curves, dIdt, fieldAtTarget }} />
      </div>
      <div>
        <FactRows title="Energy of one pulse" rows={energyRows(pulseEnergy(pulse, spec, dIdt), stimulator)} />
        <StrengthDurationPlot curves={curves} />
        <FactRows title="Membrane" rows={membraneRows(curves)} />
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
