import { formatQuantity } from '../../core/format';
import { VERIFICATION_LABELS } from '../../evidence/verificationLabel';
import type { PulseShapeId } from '../../state/choices';
import { PARAMETERS } from '../../state/parameters';
import { choose } from '../../state/store';
import { chooseTypedPulse } from '../../state/typedPulse';
import { useApp, useChoice, useLargestRate, useMaximumRate, useSession } from '../appContext';
import { NoPercentage } from '../bound/NoPercentage';
import { SliderControl } from '../bound/SliderControl';
import { NumberBox } from '../controls/NumberBox';
import { type Option, SegmentedControl } from '../controls/SegmentedControl';
import { TypedPulse } from './TypedPulse';

const SHAPES: readonly Option<PulseShapeId>[] = [
  { value: 'biphasic', label: 'Biphasic', title: 'One full period of a damped sine: the coil current swings forth and back' },
  { value: 'halfsine', label: 'Half', title: 'Half sine, half a period: the current rises and returns to zero once' },
  { value: 'monophasic', label: 'Mono', title: 'Monophasic: the current rises fast and decays slowly' },
  { value: 'rectangular', label: 'Rect', title: 'Near-rectangular phases of the induced field' },
  { value: 'typed', label: 'f(t)', title: 'Typed: a formula of your own for dI/dt' },
];

const percent = { unit: '%', factor: 100, decimals: 0 };

/** How strong and how long the pulse is. */
export function PulseGroup() {
  return (
    <section className="group" aria-labelledby="group-pulse">
      <h2 id="group-pulse">Strength and pulse</h2>
      <Strength />
    </section>
  );
}

/** Intensity, shape and width of the pulse. */
export function Strength() {
  const { simulation, view } = useApp();
  const { store } = simulation;
  const shape = useChoice((choices) => choices.pulseShape);
  const maximum = useMaximumRate();
  // What was asked for shows at once, so that another choice can take its place.
  const asked = useSession((state) => state.askedPulse !== null).value;
  const chooseShape = async (pulseShape: PulseShapeId): Promise<void> => {
    if (pulseShape !== 'typed') {
      simulation.session.setState({ askedPulse: null });
      choose(store, { pulseShape });
      return;
    }
    const problem = await chooseTypedPulse(store, simulation.session);
    if (problem !== null) view.setState({ problem });
  };
  return (
    <>
      <SliderControl parameter="dIdt" label="Strength, dI/dt" mark={maximum ?? undefined} />
      {maximum === null ? <NoPercentage /> : <OutputShare full={maximum} />}
      <SegmentedControl
        legend="Pulse shape"
        legendHidden
        options={SHAPES}
        value={asked ? 'typed' : shape}
        onChange={(pulseShape) => void chooseShape(pulseShape)}
      />
      {shape === 'typed' ? <TypedPulse /> : <SliderControl parameter="pulseWidth" />}
    </>
  );
}

/** The same intensity as a share of what the stimulator can do with this coil. */
function OutputShare({ full }: { /** dI/dt at full output. */ readonly full: number }) {
  const { store } = useApp().simulation;
  const rate = useLargestRate();
  const origin = rate ? VERIFICATION_LABELS[rate.verification] : '';
  const dIdt = useChoice((choices) => choices.dIdt);
  const { minimum, maximum, step, display } = PARAMETERS.dIdt;
  const beyond = dIdt > full * (1 + 1e-9);
  return (
    <div className="control control-pair" data-warn={beyond || undefined}>
      <div className="control-head">
        <span className="pair-label" title={`This stimulator reaches ${formatQuantity(full, display)} with this coil (${origin}).`}>
          {beyond ? 'Above the maximum output' : 'Of the stimulator’s maximum'}
        </span>
        <NumberBox
          label="Share of the maximum stimulator output"
          value={dIdt / full}
          minimum={minimum / full}
          maximum={maximum / full}
          step={step / full}
          display={percent}
          onCommit={(share) => choose(store, { dIdt: share * full })}
        />
      </div>
    </div>
  );
}
