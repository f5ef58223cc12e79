import { formatQuantity } from '../../core/format';
import type { AmperesPerSecond, VoltsPerMeter } from '../../core/units';
import { fieldAtOutput, outputAtField, outputAtRate, rateAtOutput } from '../../dose/outputConversion';
import { choose } from '../../state/store';
import { useApp, useMaximumRate } from '../appContext';
import { NumberBox } from '../NumberBox';
import { type Fact, FactButton } from './FactButton';
import { OUTPUT_SPEC, percentOfOutput } from './ThresholdHunt';
import { setOutput, thresholdMemoryOf, useThreshold } from './thresholdMemory';

const rate = { unit: 'A/µs', factor: 1e-6, decimals: 1 };
const field = { unit: 'V/m', factor: 1, decimals: 0 };
const percent = { unit: '%', factor: 100, decimals: 0 };

const PROPORTIONAL: Fact = {
  title: 'Output, rate of current, field',
  what: 'All three are proportional for one stimulator with one coil in one place. A percentage of output means nothing without that pair, and nothing on another machine.',
  formula: 'dI/dt = output × (dI/dt)_max,  |E| = |e(target)| × dI/dt',
  sources: ['Largest dI/dt: measured waveform of the stimulator with its coil, as listed with the stimulator.'],
  verification: 'computed',
};

/** The same intensity in four languages; each box writes the others. `perRate`: |E| at the target for 1 A/s, or null. */
export function OutputPart({ perRate }: { readonly perRate: number | null }) {
  const { simulation, view } = useApp();
  const memory = thresholdMemoryOf(view);
  const output = useThreshold((state) => state.output);
  const { value: threshold, found } = useThreshold((state) => state.motorThreshold);
  const full = useMaximumRate() as AmperesPerSecond;
  const set = (next: number): void => setOutput(memory, next);
  const fullField = perRate === null ? null : fieldAtOutput(1, full, perRate);
  return (
    <section className="level-block output-part">
      <h3>What an output means</h3>
      <Row label="Of maximum output">
        <NumberBox label="Share of the maximum output" value={output} {...OUTPUT_SPEC} display={percentOfOutput} onCommit={set} />
      </Row>
      <Row label="Rate of current">
        <NumberBox
          label="Rate of current"
          value={rateAtOutput(output, full)}
          minimum={0}
          maximum={full}
          step={0.01 * full}
          display={rate}
          onCommit={(next) => set(outputAtRate(next as AmperesPerSecond, full))}
        />
      </Row>
      {perRate !== null && fullField !== null && (
        <Row label="Field at the target">
          <NumberBox
            label="Field at the target"
            value={fieldAtOutput(output, full, perRate)}
            minimum={0}
            maximum={fullField}
            step={0.01 * fullField}
            display={field}
            onCommit={(next) => set(outputAtField(next as VoltsPerMeter, full, perRate))}
          />
        </Row>
      )}
      <Row label="Of resting motor threshold">
        <NumberBox
          label="Share of the resting motor threshold"
          value={output / threshold}
          minimum={0}
          maximum={1 / threshold}
          step={0.01}
          display={percent}
          onCommit={(next) => set(next * threshold)}
        />
      </Row>
      <Row label={found ? 'Threshold, as you found it' : 'Threshold, an example'}>
        <NumberBox
          label="Resting motor threshold"
          value={threshold}
          minimum={0.05}
          maximum={1}
          step={0.01}
          display={percentOfOutput}
          onCommit={(value) => memory.setState({ motorThreshold: { value, found } })}
        />
      </Row>
      <div className="level-row">
        <button type="button" className="text-button" onClick={() => choose(simulation.store, { dIdt: rateAtOutput(output, full) })}>
          Use this output on the stage
        </button>
        <FactButton fact={PROPORTIONAL}>{`100\u202f% = ${formatQuantity(full, rate)}`}</FactButton>
      </div>
    </section>
  );
}

function Row({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div className="output-row">
      <span>{label}</span>
      {children}
    </div>
  );
}
