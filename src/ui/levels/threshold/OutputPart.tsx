import { formatQuantity } from '../../../core/format';
import { fieldAtOutput, outputAtField, outputAtRate, rateAtOutput } from '../../../dose/threshold/outputConversion';
import { useApp, useLargestRate } from '../../appContext';
import { NumberBox } from '../../controls/NumberBox';
import { BoxRow } from '../shared/BoxRow';
import { FactButton } from '../shared/FactButton';
import { FIELD_FACT, fullFact, OUTPUT_FACT, RATE_FACT, RELATIVE_FACT, THRESHOLD_FACT } from './thresholdFacts';
import { changeHunt, useThreshold } from './thresholdMemory';
import { percentOfOutput, useOutput } from './useOutput';

const ampsPerMicrosecond = { unit: 'A/µs', factor: 1e-6, decimals: 1 };
const field = { unit: 'V/m', factor: 1, decimals: 0 };

/** The stage's intensity in four languages; each box writes the others. `perRate`: |E| at the target for 1 A/s, or null. */
export function OutputPart({ perRate }: { readonly perRate: number | null }) {
  const { session } = useApp().simulation;
  const { output, full, setOutput } = useOutput();
  const rate = useLargestRate();
  const { value: threshold, found } = useThreshold((state) => state.motorThreshold);
  const fullField = perRate === null ? null : fieldAtOutput(1, full, perRate);
  return (
    <section className="level-block output-part">
      <h3>What an output means</h3>
      <BoxRow label="Of maximum output" fact={OUTPUT_FACT}>
        <NumberBox
          label="Share of the maximum output"
          {...{ value: output, minimum: 0, maximum: 1, step: 0.01, display: percentOfOutput }}
          onCommit={setOutput}
        />
      </BoxRow>
      <BoxRow label="Rate of current" fact={RATE_FACT}>
        <NumberBox
          label="Rate of current"
          {...{ value: rateAtOutput(output, full), minimum: 0, maximum: full, step: 0.01 * full, display: ampsPerMicrosecond }}
          onCommit={(next) => setOutput(outputAtRate(next, full))}
        />
      </BoxRow>
      {perRate !== null && fullField !== null && (
        <BoxRow label="Field at the target" fact={FIELD_FACT}>
          <NumberBox
            label="Field at the target"
            {...{ value: fieldAtOutput(output, full, perRate), minimum: 0, maximum: fullField, step: 0.01 * fullField, display: field }}
            onCommit={(next) => setOutput(outputAtField(next, full, perRate))}
          />
        </BoxRow>
      )}
      <BoxRow label="Of resting motor threshold" fact={RELATIVE_FACT}>
        <NumberBox
          label="Share of the resting motor threshold"
          {...{ value: output / threshold, minimum: 0, maximum: 1 / threshold, step: 0.01, display: percentOfOutput }}
          onCommit={(next) => setOutput(next * threshold)}
        />
      </BoxRow>
      <BoxRow label={found ? 'Threshold, as you found it' : 'Threshold, an example'} fact={THRESHOLD_FACT}>
        <NumberBox
          label="Resting motor threshold"
          {...{ value: threshold, minimum: 0.05, maximum: 1, step: 0.01, display: percentOfOutput }}
          onCommit={(value) => changeHunt(session, { motorThreshold: { value, found } })}
        />
      </BoxRow>
      <p>
        This machine with this coil:{' '}
        <FactButton fact={fullFact(rate)}>{`100\u202f% is ${formatQuantity(full, ampsPerMicrosecond)}`}</FactButton>
      </p>
    </section>
  );
}
