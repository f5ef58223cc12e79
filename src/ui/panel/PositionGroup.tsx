import { choose } from '../../state/store';
import { useApp, useChoice } from '../appContext';
import { SliderControl } from '../bound/SliderControl';
import { Disclosure } from '../controls/Disclosure';
import { SelectControl } from '../controls/SelectControl';
import { MethodsDisclosure } from './MethodsDisclosure';
import { NearestWinding } from './NearestWinding';
import { SearchDisclosure } from './SearchDisclosure';

/** Where the coil is and how it is held. */
export function PositionGroup() {
  const { simulation } = useApp();
  const targetId = useChoice((choices) => choices.targetId);
  const options = simulation.head.landmarks.targets.map(({ id, label }) => ({ value: id, label }));
  return (
    <section className="group" aria-labelledby="group-position">
      <h2 id="group-position">Position</h2>
      <SelectControl
        label="Target"
        options={options}
        value={targetId}
        onChange={(id) => choose(simulation.store, { targetId: id, offsetForward: 0, offsetRight: 0 })}
      />
      <SliderControl parameter="offsetForward" label="Forward on scalp" />
      <SliderControl parameter="offsetRight" label="Right on scalp" />
      <SliderControl parameter="handleAngle" />
      <SliderControl parameter="coilDistance" label="Gap to scalp" />
      <NearestWinding />
      <Disclosure title="Tilt">
        <SliderControl parameter="tiltPitch" />
        <SliderControl parameter="tiltRoll" />
      </Disclosure>
      <MethodsDisclosure />
      <SearchDisclosure />
    </section>
  );
}
