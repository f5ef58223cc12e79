import { FIELD_COMPONENTS, type FieldComponent } from '../../state/choices';
import { choose } from '../../state/store';
import { useApp, useChoice, useUnit } from '../appContext';
import { PlayPulse } from '../bound/PlayPulse';
import { SliderControl } from '../bound/SliderControl';
import { CheckControl } from '../controls/CheckControl';
import { SegmentedControl } from '../controls/SegmentedControl';
import { CutControls } from './CutControls';

const COMPONENT_LABELS: Record<FieldComponent, { label: string; title: string }> = {
  magnitude: { label: 'Size', title: 'Magnitude of the field' },
  normal: { label: 'Normal', title: 'Part along the outward normal of the cortex: positive out of the cortex, negative into it' },
  tangential: { label: 'Tangential', title: 'Part along the surface of the cortex' },
};

type Switch = 'logScale' | 'greyBelowThreshold' | 'showContours' | 'showElectrodes' | 'showArrows' | 'showFluxLines';

/** Ways to see the same field: which component, what scale, which lines and marks. */
export function SeeGroup() {
  const { store } = useApp().simulation;
  const component = useChoice((choices) => choices.fieldComponent);
  const magnetic = useUnit() === 'T';
  const lines = useChoice((choices) => choices.showContours);
  const arrows = useChoice((choices) => choices.showArrows);
  const fluxLines = useChoice((choices) => choices.showFluxLines);
  const grey = useChoice((choices) => choices.greyBelowThreshold);
  return (
    <div className="see">
      <SegmentedControl
        legend="Component"
        options={FIELD_COMPONENTS.map((value) => ({ value, ...COMPONENT_LABELS[value] }))}
        value={component}
        onChange={(next) => choose(store, { fieldComponent: next })}
      />
      <div className="checks">
        <Check id="showContours" label="Lines at half peak and threshold" />
        {!magnetic && <Check id="greyBelowThreshold" label="Gray below threshold" />}
        {component !== 'normal' && <Check id="logScale" label="Logarithmic scale" />}
      </div>
      {!magnetic && (lines || grey) && <SliderControl parameter="thresholdField" />}
      <div className="checks">
        <Check id="showElectrodes" label="10–20 places" />
        <Check id="showArrows" label="Arrows of the field" />
        <Check id="showFluxLines" label="Field lines of the coil" />
      </div>
      {(arrows || fluxLines) && <PlayPulse />}
      <CutControls />
    </div>
  );
}

function Check({ id, label }: { readonly id: Switch; readonly label: string }) {
  const { store } = useApp().simulation;
  const checked = useChoice((choices) => choices[id]);
  return <CheckControl label={label} checked={checked} onChange={(next) => choose(store, { [id]: next })} />;
}
