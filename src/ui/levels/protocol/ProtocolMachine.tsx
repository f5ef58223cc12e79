import { STIMULATOR_IDS, stimulatorById } from '../../../coil/stimulatorLibrary';
import { formatNumber } from '../../../core/format';
import { machineVerdict, type SegmentLoad, segmentLoads, sessionHeat } from '../../../dose/protocol/protocolMachine';
import { pulseShapeKey, unitPulseOfChoices } from '../../../field/pulse/pulseOfChoices';
import { useApp, useChoice, useMaximumRate } from '../../appContext';
import { NoPercentage } from '../../bound/NoPercentage';
import { type Fact, FactButton } from '../shared/FactButton';
import { type FactRow, FactRows } from '../shared/FactRows';
import { useProtocolOutcome } from '../shared/useProtocolChoice';
import { useThreshold } from '../threshold/thresholdMemory';
import { joules, watts } from './protocolFacts';

const VERDICTS = { within: 'within', beyond: 'beyond', 'not-stated': 'not stated' };

/** What the protocol asks of a machine and of the coil, at the threshold of the level before. */
export function ProtocolMachine() {
  const { simulation, view } = useApp();
  const { protocol } = useProtocolOutcome();
  const threshold = useThreshold((state) => state.motorThreshold);
  const full = useMaximumRate();
  // The heat of a pulse follows from these choices.
  useChoice(pulseShapeKey);
  const loads = segmentLoads(protocol, threshold.value);
  const fullHeat = unitPulseOfChoices(simulation.store.getState()).heatPerPulse ?? 0;
  const heat = full === null ? null : sessionHeat(protocol, loads, fullHeat * full ** 2);
  const refused = loads.find(({ output }) => output.output === undefined);
  return (
    <FactRows title="What the machine must do" rows={[...outputRows(loads, threshold), ...machineRows(loads), ...heatRows(heat)]}>
      {full === null && <NoPercentage />}
      {refused?.output.output === undefined && refused && (
        <div className="level-notice">
          <p>
            {refused.output.reason} <FactButton fact={outputFact(refused, threshold)}>how that follows</FactButton>
          </p>
          <button type="button" className="text-button" onClick={() => view.setState({ level: 'threshold' })}>
            To the threshold
          </button>
        </div>
      )}
    </FactRows>
  );
}

type Threshold = { readonly value: number; readonly found: boolean };

function outputFact({ segment }: SegmentLoad, threshold: Threshold): Fact {
  const origin = threshold.found ? 'as named in the threshold game' : 'an example until one is found in the threshold game';
  return {
    title: 'Output and rate',
    what: `${formatNumber(100 * segment.intensity)} % of ${segment.intensityReference}; the resting threshold is ${formatNumber(100 * threshold.value)} % of output, ${origin}. The rate is one over the shortest interval.`,
    formula: 'output = intensity × motor threshold',
    sources: ['goetz-2019'],
    verification: 'computed',
  };
}

const outputRows = (loads: readonly SegmentLoad[], threshold: Threshold): readonly FactRow[] =>
  loads.map((load, n) => ({
    label: loads.length > 1 ? `Output and rate, part ${n + 1}` : 'Output and fastest rate',
    value: `${load.output.output === undefined ? '–' : `${formatNumber(100 * load.output.output)}\u202f%`} at ${formatNumber(load.rate, load.rate < 10 ? 1 : 0)}\u202fHz`,
    fact: outputFact(load, threshold),
  }));

/** All shipped stimulators whose maker states how fast they repeat. */
const REPETITION = STIMULATOR_IDS.flatMap((id) => stimulatorById(id).repetition);

const machineRows = (loads: readonly SegmentLoad[]): readonly FactRow[] =>
  REPETITION.map((machine) => {
    const verdict = machineVerdict(machine, loads);
    const corners = machine.points.map(({ output, rate }) => `${rate.value} Hz at ${formatNumber(100 * output.value)} %`).join(', ');
    const [{ rate }] = machine.points;
    return {
      label: machine.name,
      value: verdict === null ? '–' : VERDICTS[verdict],
      fact: {
        title: `Repetition rate, ${machine.name}`,
        what: `The maker states ${corners}. Within: less of both than a stated pair. Beyond: more of one without less of the other. Between these corners nothing is known.`,
        sources: [rate.source],
        verification: rate.verification,
      },
    };
  });

const HEAT_FACT: Fact = {
  title: 'Heat in coil and leads',
  what: 'From the heat of one pulse of the chosen stimulator, shape and width, at the largest rate of this machine with this coil; nothing where that is unknown. The resistance is that of the coil named with the stimulator. No temperature: heat capacity and cooling of real coils are not published.',
  formula: 'Q = pulses × ∫ i² R dt;  power = Q / time',
  sources: ['Circuit as listed with the stimulator, in part fitted to measured waveforms.'],
  verification: 'computed',
};

const heatRows = (heat: ReturnType<typeof sessionHeat>): readonly FactRow[] => [
  { label: 'Heat of a session', value: heat ? joules(heat.energy) : '–', fact: HEAT_FACT },
  { label: 'Mean power over the session', value: heat ? watts(heat.meanPower) : '–', fact: HEAT_FACT },
  { label: 'Power inside a train', value: heat ? watts(heat.trainPower) : '–', fact: HEAT_FACT },
];
