import type { ThetaBurstPattern } from '../../../dose/aftereffect/thetaBurstAftereffect';
import type { ParameterSpec } from '../../../state/parameterSpec';
import { CheckControl } from '../../controls/CheckControl';
import { SelectControl } from '../../controls/SelectControl';
import { SliderField } from '../../controls/SliderField';
import { useLevelMemory } from '../shared/levelMemory';
import { EDITED_PATTERN, OWN_PATTERN, PATTERNS } from './aftereffectCurves';

const whole = { unit: '', factor: 1, decimals: 0 };
const OWN_COUNTS: readonly (readonly [keyof ThetaBurstPattern, ParameterSpec])[] = [
  [
    'burstsInTrain',
    {
      label: 'Bursts in a train',
      help: 'Bursts of three pulses, five bursts a second.',
      minimum: 1,
      maximum: 200,
      initial: 10,
      step: 1,
      display: whole,
    },
  ],
  [
    'trains',
    { label: 'Trains', help: 'How many trains follow each other.', minimum: 1, maximum: 60, initial: 40, step: 1, display: whole },
  ],
  [
    'gapBetweenTrains',
    {
      label: 'Silence between trains',
      help: 'From the end of one train to the start of the next.',
      minimum: 0,
      maximum: 60,
      initial: 8,
      step: 0.5,
      display: { unit: 's', factor: 1, decimals: 1 },
    },
  ],
];

const OPTIONS = [
  ...PATTERNS.map(({ id, label }) => ({ value: id, label })),
  { value: EDITED_PATTERN, label: 'The protocol as edited' },
  { value: OWN_PATTERN, label: 'Own counts' },
];

/** Pattern and contraction. */
export function AftereffectControls() {
  const [patternId, setPattern] = useLevelMemory('patternId');
  const [own, setOwn] = useLevelMemory('ownPattern');
  const [prior, setPrior] = useLevelMemory('priorContraction');
  const [later, setLater] = useLevelMemory('laterContraction');
  return (
    <>
      <SelectControl label="Pattern of theta bursts" options={OPTIONS} value={patternId} onChange={setPattern} />
      {patternId === OWN_PATTERN &&
        OWN_COUNTS.map(([key, spec]) => (
          <SliderField key={key} spec={spec} value={own[key]} onChange={(value) => setOwn({ ...own, [key]: value })} />
        ))}
      <div className="checks">
        <CheckControl label="Muscle contracted before" checked={prior} onChange={setPrior} />
        <CheckControl label="Muscle contracted right after" checked={later} onChange={setLater} />
      </div>
    </>
  );
}
