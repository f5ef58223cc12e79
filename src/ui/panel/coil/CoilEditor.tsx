import { choose } from '../../../state/store';
import { useApp, useChoice } from '../../appContext';
import { SliderControl } from '../../bound/SliderControl';
import { SegmentedControl } from '../../controls/SegmentedControl';

const WINGS = [
  { value: '1', label: 'One' },
  { value: '2', label: 'Two' },
] as const;

/** The numbers of the edited coil; every change is seen at once. */
export function CoilEditor() {
  const { store } = useApp().simulation;
  const wings = useChoice((choices) => choices.editedWings);
  const layers = useChoice((choices) => choices.editedLayers);
  const inverted = useChoice((choices) => choices.editedOuterRadius < choices.editedInnerRadius);
  return (
    <div className="coil-editor">
      <SegmentedControl
        legend="Wings"
        options={WINGS}
        value={wings === 1 ? '1' : '2'}
        onChange={(next) => choose(store, { editedWings: Number(next) })}
      />
      <SliderControl parameter="editedInnerRadius" />
      <SliderControl parameter="editedOuterRadius" />
      {inverted && <p className="small-print">The inner radius is used for both, since the outer one is smaller.</p>}
      <SliderControl parameter="editedTurns" />
      <SliderControl parameter="editedLayers" />
      {layers > 1 && <SliderControl parameter="editedLayerSpacing" />}
      {wings > 1 && (
        <>
          <SliderControl parameter="editedWingSpacing" />
          <SliderControl parameter="editedWingAngle" />
        </>
      )}
      <p className="small-print">
        No such coil exists: inductance, heat and forces are not considered, and the intensity stays the rate of current that is set.
      </p>
    </div>
  );
}
