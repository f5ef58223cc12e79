import { COLOR_MAPS, type ColorMapId, type FieldModel } from '../../state/choices';
import { choose } from '../../state/store';
import { useApp, useChoice, useUnit } from '../appContext';
import { SliderControl } from '../bound/SliderControl';
import { CheckControl } from '../controls/CheckControl';
import { Disclosure } from '../controls/Disclosure';
import { SegmentedControl } from '../controls/SegmentedControl';
import { SourcesSwitch } from '../notes/SourcesSwitch';
import { ModelLadder } from './ModelLadder';
import { SeeGroup } from './SeeGroup';

const MAP_LABELS: Record<ColorMapId, string> = { viridis: 'Viridis', cividis: 'Cividis' };

/** By which model the field is computed. */
export function ComputedGroup({ unavailable }: { readonly unavailable: readonly FieldModel[] }) {
  return (
    <section className="group" aria-labelledby="group-computed">
      <h2 id="group-computed">What is computed</h2>
      <ModelLadder unavailable={unavailable} />
    </section>
  );
}

/** How it is drawn: what is switched in a lecture at once, the rest one step away. */
export function ShowGroup() {
  const { store } = useApp().simulation;
  const unit = useUnit();
  const colorMap = useChoice((choices) => choices.colorMap);
  const showScalp = useChoice((choices) => choices.showScalp);
  const showCoil = useChoice((choices) => choices.showCoil);
  const showMarks = useChoice((choices) => choices.showMarks);
  return (
    <section className="group" aria-labelledby="group-show">
      <h2 id="group-show">Show</h2>
      <div className="checks">
        <CheckControl label="Scalp" checked={showScalp} onChange={(next) => choose(store, { showScalp: next })} />
        <CheckControl label="Coil" checked={showCoil} onChange={(next) => choose(store, { showCoil: next })} />
        <CheckControl label="Marks" checked={showMarks} onChange={(next) => choose(store, { showMarks: next })} />
      </div>
      <SourcesSwitch />
      <Disclosure title="Colors and layers">
        <SliderControl parameter={unit === 'T' ? 'fluxLimit' : 'fieldLimit'} />
        <SegmentedControl
          legend="Color map"
          options={COLOR_MAPS.map((value) => ({ value, label: MAP_LABELS[value] }))}
          value={colorMap}
          onChange={(next) => choose(store, { colorMap: next })}
        />
        <SliderControl parameter="scalpOpacity" label="Scalp opacity" />
        <SeeGroup />
      </Disclosure>
    </section>
  );
}
