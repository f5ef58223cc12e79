import { formatField, formatNumber } from '../../../core/format';
import { type IntensityReference, outputForIntensity } from '../../../dose/protocol/intensityReference';
import { fieldAtOutput } from '../../../dose/threshold/outputConversion';
import { unitOfModel } from '../../../field/simulation/modelLadder';
import { useApp, useMaximumRate, useSnapshot } from '../../appContext';
import { NoPercentage } from '../../bound/NoPercentage';
import { type Fact, FactButton } from '../shared/FactButton';
import { useThreshold } from '../threshold/thresholdMemory';

const FIELD_FACT: Fact = {
  title: 'Field at the target for this intensity',
  what: 'The field that the coil makes at the target where it stands now, in the chosen model, for the chosen stimulator at this output. A threshold belongs to a machine, a coil and a person; the one used here is named in the threshold game, and is an example before.',
  formula: '|E| = |e(target)| × intensity × motor threshold × (dI/dt)_max',
  sources: ['Largest dI/dt: that of the pair of machine and coil, as listed with it.'],
  verification: 'computed',
};

/** What a percentage of a motor threshold means here: share of the output, and the field at the target. */
export function IntensityWords({ intensity, reference }: { readonly intensity: number; readonly reference: IntensityReference }) {
  const { view } = useApp();
  const { value: threshold, found } = useThreshold((state) => state.motorThreshold);
  const full = useMaximumRate();
  const field = useSnapshot('field');
  const answer = outputForIntensity(intensity, reference, { resting: threshold });
  const electric = field !== null && unitOfModel(field.model) === 'V/m';
  if (answer.output === undefined) {
    return (
      <p className="small-print">
        {answer.reason} <FactButton fact={FIELD_FACT}>what it means</FactButton>
      </p>
    );
  }
  if (full === null) return <NoPercentage />;
  const output = `${formatNumber(100 * answer.output)}\u202f% of output`;
  const atTarget = electric ? formatField(fieldAtOutput(answer.output, full, field.summary.atTarget.magnitude), 'V/m') : null;
  return (
    <p className="small-print">
      With a threshold at {formatNumber(100 * threshold)}&#8239;% of output ({found ? 'as you found it' : 'an example'}):{' '}
      <FactButton fact={FIELD_FACT}>{atTarget === null ? output : `${output}, ${atTarget} at the target`}</FactButton>.{' '}
      {!found && (
        <button type="button" className="link-button" onClick={() => view.setState({ level: 'threshold' })}>
          Find one
        </button>
      )}
    </p>
  );
}
