import { useMemo } from 'react';
import { formatField, formatNumber, formatQuantity } from '../../../core/format';
import {
  type ActivationCriterion,
  activatedMeasure,
  activationField,
  REFERENCE_THRESHOLD_FIELD,
} from '../../../dose/threshold/activationCriterion';
import { cortexMagnitude } from '../../../field/grid/cortexField';
import { cortexAreas } from '../../../field/measures/cortexAreas';
import { unitOfModel } from '../../../field/simulation/modelLadder';
import { PARAMETERS } from '../../../state/parameters';
import { choose } from '../../../state/store';
import { useApp, useChoice, useSnapshot, useView } from '../../appContext';
import { Announcement } from '../../controls/Announcement';
import { NumberBox } from '../../controls/NumberBox';
import { SegmentedControl } from '../../controls/SegmentedControl';
import { BoxRow } from '../shared/BoxRow';
import { type FactRow, FactRows } from '../shared/FactRows';
import { LIMIT_FACT } from './thresholdFacts';

const squareCentimeters = { unit: 'cm²', factor: 1e4, decimals: 1 };
const DIRECTIONS = [
  { value: 'posterior-anterior', label: 'PA', title: 'Current from back to front across the hand area' },
  { value: 'anterior-posterior', label: 'AP', title: 'Current from front to back' },
] as const;

/** How much cortex counts as activated with the chosen pulse, by a stated rule; the stage colors it. */
export function ActivationPart({ criterion }: { readonly criterion: ActivationCriterion }) {
  const { view } = useApp();
  const direction = useView((state) => state.currentDirection);
  const area = useActivatedArea(criterion);
  return (
    <FactRows title="Activated region" rows={rows(criterion, area)}>
      <Announcement text={area === null ? '' : `${formatQuantity(area, squareCentimeters)} of cortex activated.`} />
      <ThresholdFieldRow />
      <SegmentedControl
        legend="Direction of the current"
        options={DIRECTIONS}
        value={direction}
        onChange={(currentDirection) => view.setState({ currentDirection })}
      />
    </FactRows>
  );
}

function rows(criterion: ActivationCriterion, area: number | null): readonly FactRow[] {
  return [
    {
      label: 'Cortex that is activated',
      value: area === null ? '–' : formatQuantity(area, squareCentimeters),
      fact: {
        title: 'Activated area',
        what: 'Area of cortex, folds included, where the rule holds at the chosen intensity: the part that stays colored on the stage. Real activation also depends on the direction of axons and on the fold; motor threshold says little about other areas.',
        formula: 'area where |E| · g(pulse) ≥ E_threshold · g(reference)',
        sources: [REFERENCE_THRESHOLD_FIELD.source, 'dostilio-2016'],
        verification: REFERENCE_THRESHOLD_FIELD.verification,
      },
    },
    {
      label: 'Field that activates',
      value: formatField(activationField(criterion), 'V/m'),
      fact: {
        title: 'Activation field',
        what: 'The field at which this pulse does what the reference pulse does at the threshold field: a longer pulse needs less.',
        formula: 'E_threshold × g(reference) / g(pulse)',
        sources: [REFERENCE_THRESHOLD_FIELD.source, 'dostilio-2016'],
        verification: REFERENCE_THRESHOLD_FIELD.verification,
      },
    },
    {
      label: 'Effect of the chosen pulse',
      value: `${formatNumber(criterion.pulseGain / criterion.referenceGain, 2)} × reference`,
      fact: {
        title: 'Gain of the pulse',
        what: 'Largest membrane depolarization for a field with first peak 1, over that of the reference pulse: biphasic, first phase 83 µs.',
        formula: 'g(pulse) / g(reference), g = max |V|, τ dV/dt = −V + E(t)',
        sources: ['dostilio-2016'],
        verification: 'computed',
      },
    },
  ];
}

function ThresholdFieldRow() {
  const { store } = useApp().simulation;
  const value = useChoice((choices) => choices.thresholdField);
  const { minimum, maximum, step, display } = PARAMETERS.thresholdField;
  return (
    <BoxRow label="Threshold field" fact={LIMIT_FACT}>
      <NumberBox
        label="Threshold field"
        {...{ value, minimum, maximum, step, display }}
        onCommit={(thresholdField) => choose(store, { thresholdField })}
      />
    </BoxRow>
  );
}

/** Square metres; null where the model has no electric field. */
function useActivatedArea(criterion: ActivationCriterion): number | null {
  const { cortex } = useApp().simulation.head;
  const field = useSnapshot('field');
  const grid = useSnapshot('grid');
  const areas = cortexAreas(useApp().simulation.head.cortex);
  const dIdt = useChoice((choices) => choices.dIdt);
  const magnitude = useMemo(
    () => (field && grid && unitOfModel(field.model) === 'V/m' ? cortexMagnitude(cortex, grid, field) : null),
    [field, grid, cortex],
  );
  return useMemo(() => magnitude && activatedMeasure(magnitude, areas, dIdt, criterion), [magnitude, areas, dIdt, criterion]);
}
