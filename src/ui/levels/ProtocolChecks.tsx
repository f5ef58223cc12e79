import { formatNumber } from '../../core/format';
import { stimulatorRates } from '../../dose/stimulatorRates';
import { burstEvidence, checkTrains, type TrainCheck } from '../../dose/trainChecks';
import { pulseShapeKey, unitPulseOfChoices } from '../../field/pulseOfChoices';
import { useApp, useChoice, useMaximumRate } from '../appContext';
import { type Fact, FactButton, factOf } from './FactButton';
import { type FactRow, FactRows } from './FactRows';
import { joules, watts } from './protocolFacts';
import { machineVerdict, type SegmentLoad, segmentLoads, sessionHeat } from './protocolMachine';
import { useProtocol } from './protocolMemory';
import { useThreshold } from './thresholdMemory';

const VERDICTS = {
  inside: 'Inside the tabulated range',
  outside: 'Outside the tabulated range, other evidence needed',
  'not-tabulated': 'Not tabulated',
} as const satisfies Record<TrainCheck['verdict'], string>;

const RULES: Readonly<Record<string, string>> = {
  'rossi-2009-train-duration': 'Longest train (Rossi 2009, after Wassermann 1998)',
  'chen-1997-train-duration': 'Longest train with a further margin (Chen 1997)',
  'chen-1997-inter-train-gap': 'Silence between trains (Chen 1997)',
};

const MACHINE_WORDS = { within: 'within', beyond: 'beyond what it can do', 'not-stated': 'not stated' };

/** Single trains against the published tables: inside, outside or not tabulated, with where the table comes from. */
export function TrainChecks() {
  const { protocol } = useProtocol((state) => state.checked);
  const checks = checkTrains(protocol);
  const bursts = protocol.segments.some(({ timing }) => timing.pulsesInBurst > 1 && timing.burstsInTrain > 1);
  return (
    <section className="level-block">
      <h3>Trains against published tables</h3>
      <ul className="train-checks">
        {checks.map((check, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: checks follow from the protocol and have no other name.
          <li key={`${check.rule}-${n}`} data-verdict={check.verdict}>
            <span className="check-rule">{RULES[check.rule] ?? check.rule}</span>
            <FactButton fact={checkFact(check)}>{VERDICTS[check.verdict]}</FactButton>
            <span className="small-print">{checkNumbers(check)}</span>
          </li>
        ))}
      </ul>
      {bursts && (
        <p className="small-print">
          {burstEvidence.text} <FactButton fact={factOf('Theta bursts', burstEvidence.text, burstEvidence)}>source</FactButton>
        </p>
      )}
      <p className="small-print">
        The tables come from a few healthy people, over the motor cortex, with machines of the 1990s. They judge single trains, no session
        and no person.
      </p>
    </section>
  );
}

function checkNumbers({ value, limit, limitKind, note }: TrainCheck): string {
  const words = { 'tested-to': 'tested to', maximum: 'at most', minimum: 'at least' };
  const bound = limit === null || limitKind === null ? '' : `, ${words[limitKind]} ${Number(limit.toFixed(3))}\u202fs`;
  return `${Number(value.toFixed(3))}\u202fs${bound}. ${note}`;
}

const checkFact = (check: TrainCheck): Fact => ({
  title: RULES[check.rule] ?? check.rule,
  what: `${checkNumbers(check)} Nothing is interpolated between entries of the table.`,
  sources: [check.source],
  verification: check.verification,
});

/** What the protocol asks of a machine and of the coil, at the threshold of the level before. */
export function MachineLoad() {
  const { store } = useApp().simulation;
  const { protocol } = useProtocol((state) => state.checked);
  const threshold = useThreshold((state) => state.motorThreshold);
  const full = useMaximumRate();
  const key = useChoice(pulseShapeKey);
  const loads = segmentLoads(protocol, threshold.value);
  const fullHeat = (unitPulseOfChoices(store.getState()).heatPerPulse ?? 0) * full ** 2;
  const heat = sessionHeat(protocol, loads, fullHeat);
  const refused = loads.find(({ output }) => output.output === undefined)?.output;
  return (
    <FactRows key={key} title="What the machine must do" rows={[...outputRows(loads, threshold), ...machineRows(loads), ...heatRows(heat)]}>
      {refused?.output === undefined && refused && <p className="level-notice">{refused.reason}</p>}
    </FactRows>
  );
}

function outputRows(loads: readonly SegmentLoad[], threshold: { readonly value: number; readonly found: boolean }): readonly FactRow[] {
  const origin = threshold.found ? 'as named in the threshold game' : 'an example until one is found in the threshold game';
  return loads.map(({ output, rate, segment }, n) => ({
    label: loads.length > 1 ? `Output and rate, part ${n + 1}` : 'Output and fastest rate',
    value: `${output.output === undefined ? '–' : `${formatNumber(100 * output.output)}\u202f%`} at ${formatNumber(rate, rate < 10 ? 1 : 0)}\u202fHz`,
    fact: {
      title: 'Output and rate',
      what: `${formatNumber(100 * segment.intensity)} % of ${segment.intensityReference}; the resting threshold is ${formatNumber(100 * threshold.value)} % of output, ${origin}. The rate is one over the shortest interval.`,
      formula: 'output = intensity × motor threshold',
      sources: ['goetz-2019'],
      verification: 'computed' as const,
    },
  }));
}

const machineRows = (loads: readonly SegmentLoad[]): readonly FactRow[] =>
  stimulatorRates.map((machine) => {
    const verdict = machineVerdict(machine, loads);
    const corners = machine.points.map(({ output, rate }) => `${rate.value} Hz at ${formatNumber(100 * output.value)} %`).join(', ');
    const [{ rate }] = machine.points;
    return {
      label: machine.name,
      value: verdict === null ? '–' : MACHINE_WORDS[verdict],
      fact: {
        title: `Repetition rate, ${machine.name}`,
        what: `The maker states ${corners}. Between these corners nothing is known.`,
        sources: [rate.source],
        verification: rate.verification,
      },
    };
  });

function heatRows(heat: ReturnType<typeof sessionHeat>): readonly FactRow[] {
  const fact: Fact = {
    title: 'Heat in coil and leads',
    what: 'From the heat of one pulse of the chosen stimulator, shape and width. No temperature: heat capacity and cooling of real coils are not published.',
    formula: 'Q = pulses × ∫ i² R dt;  power = Q / time',
    sources: ['Circuit as listed with the stimulator, in part fitted to measured waveforms.'],
    verification: 'computed',
  };
  return [
    { label: 'Heat of a session', value: heat ? joules(heat.energy) : '–', fact },
    { label: 'Mean power over the session', value: heat ? watts(heat.meanPower) : '–', fact },
    { label: 'Power inside a train', value: heat ? watts(heat.trainPower) : '–', fact },
  ];
}
