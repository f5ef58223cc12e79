import { anchorWords } from '../../field/measures/underCoil';
import { type CoilPlace, TARGET_ANCHOR } from '../../head/coilPlace';
import { PARAMETERS } from '../../state/parameters';
import { choose } from '../../state/store';
import { useApp, useChoice, useKeptBack } from '../appContext';
import { SliderControl } from '../bound/SliderControl';
import { Disclosure } from '../controls/Disclosure';
import { SelectControl } from '../controls/SelectControl';
import { MethodsDisclosure } from './MethodsDisclosure';
import { NearestWinding } from './NearestWinding';
import { PosesDisclosure } from './PosesDisclosure';
import { SearchDisclosure } from './SearchDisclosure';

const OVER_TARGET: CoilPlace = { anchorId: TARGET_ANCHOR, offsetForward: 0, offsetRight: 0 };

/** The ends of the two sliders, in metres. */
const END = PARAMETERS.offsetForward.maximum;

/** Where the coil is and how it is held. */
export function PositionGroup() {
  const keptBack = useKeptBack();
  return (
    <section className="group" aria-labelledby="group-position">
      <h2 id="group-position">Place</h2>
      <TargetSelect />
      <OffsetSliders />
      <SliderControl parameter="handleAngle" />
      <SliderControl parameter="coilDistance" label="Gap to scalp" />
      <NearestWinding />
      <Disclosure title="Tilt">
        <SliderControl parameter="tiltPitch" />
        <SliderControl parameter="tiltRoll" />
      </Disclosure>
      <MethodsDisclosure />
      {!keptBack && <SearchDisclosure />}
      <PosesDisclosure />
    </section>
  );
}

/** What is aimed at; the coil goes there. */
export function TargetSelect() {
  const { simulation } = useApp();
  const targetId = useChoice((choices) => choices.targetId);
  const options = simulation.head.landmarks.targets.map(({ id, label }) => ({ value: id, label }));
  return (
    <SelectControl
      label="Target"
      options={options}
      value={targetId}
      onChange={(id) => choose(simulation.store, { targetId: id, ...OVER_TARGET })}
    />
  );
}

/** The coil's place in numbers, from where they are measured, and the way back. They stop where the coil does. */
function OffsetSliders() {
  const { simulation } = useApp();
  const { store } = simulation;
  const from = useChoice((choices) => (choices.anchorId === TARGET_ANCHOR ? 'the target' : anchorWords(choices)));
  const away = useChoice((choices) => (Object.keys(OVER_TARGET) as (keyof CoilPlace)[]).some((key) => choices[key] !== OVER_TARGET[key]));
  const atEnd = useChoice(({ offsetForward, offsetRight }) => Math.max(Math.abs(offsetForward), Math.abs(offsetRight)) >= END);
  const move = (change: Partial<CoilPlace>): void => choose(store, simulation.placeAfter(change, 'stays'));
  return (
    <>
      <SliderControl parameter="offsetForward" label="Forward on scalp" onChange={(offsetForward) => move({ offsetForward })} />
      <SliderControl parameter="offsetRight" label="Right on scalp" onChange={(offsetRight) => move({ offsetRight })} />
      <p className="small-print measured-from">
        <span>
          From {from}.{atEnd && ' Sliders end here; arrow keys on the picture go on.'}
        </span>
        <button type="button" className="text-button small-button" disabled={!away} onClick={() => choose(store, OVER_TARGET)}>
          Back to the target
        </button>
      </p>
    </>
  );
}
