import { useMemo, useState } from 'react';
import { formatField, formatNumber, formatQuantity } from '../../core/format';
import type { AmperesPerSecond } from '../../core/units';
import { activatedMeasure, activationField, REFERENCE_THRESHOLD_FIELD, THRESHOLD_FIELD_RANGE } from '../../dose/activationCriterion';
import { pulseGain, type SulcusDirection } from '../../dose/membraneConstants';
import { rateAtOutput } from '../../dose/outputConversion';
import { cortexMagnitude } from '../../field/cortexMagnitude';
import { pulseShapeKey, unitPulseOfChoices } from '../../field/pulseOfChoices';
import { unitOfModel } from '../../field/readouts';
import { INITIAL_CHOICES } from '../../state/choices';
import { useApp, useChoice, useMaximumRate, useSnapshot } from '../appContext';
import { SegmentedControl } from '../SegmentedControl';
import { ThresholdBox } from '../TargetPage';
import { useCortexAreas } from '../useCortexAreas';
import { FactRows } from './FactRows';
import { useThreshold } from './thresholdMemory';

const squareCentimeters = { unit: 'cm²', factor: 1e4, decimals: 1 };
const DIRECTIONS = [
  { value: 'posterior-anterior', label: 'PA', title: 'Current from back to front across the hand area' },
  { value: 'anterior-posterior', label: 'AP', title: 'Current from front to back' },
] as const;

/** How much cortex counts as activated at this output with the chosen pulse, by a stated rule. */
export function ActivationPart() {
  const [direction, setDirection] = useState<SulcusDirection>('posterior-anterior');
  const criterion = useCriterion(direction);
  const area = useActivatedArea(criterion);
  const [low, high] = THRESHOLD_FIELD_RANGE.value;
  return (
    <FactRows
      title="Activated region"
      rows={[
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
        {
          label: 'Field that activates',
          value: formatField(activationField(criterion), 'V/m'),
          fact: {
            title: 'Activation field',
            what: `The field at which this pulse does what the reference pulse does at the threshold field. ${REFERENCE_THRESHOLD_FIELD.value} V/m is a published reference for the hand area; between people and models it differs from about ${low} to ${high} V/m (from memory).`,
            formula: 'E_threshold × g(reference) / g(pulse)',
            sources: [REFERENCE_THRESHOLD_FIELD.source, THRESHOLD_FIELD_RANGE.source],
            verification: 'computed',
          },
        },
        {
          label: 'Cortex above it, at this output',
          value: area === null ? '–' : formatQuantity(area, squareCentimeters),
          fact: {
            title: 'Activated area',
            what: 'Area of cortex, folds included, where the rule holds. Real activation also depends on the direction of axons and on the fold; motor threshold says little about other areas.',
            formula: 'area where |E| · g(pulse) ≥ E_threshold · g(reference)',
            sources: [REFERENCE_THRESHOLD_FIELD.source, 'dostilio-2016'],
            verification: 'computed',
          },
        },
      ]}
    >
      <SegmentedControl legend="Direction of the current" options={DIRECTIONS} value={direction} onChange={setDirection} />
      <ThresholdBox />
    </FactRows>
  );
}

function useCriterion(direction: SulcusDirection) {
  const { store } = useApp().simulation;
  const key = useChoice(pulseShapeKey);
  const thresholdField = useChoice((choices) => choices.thresholdField);
  const referenceGain = useMemo(() => pulseGain(unitPulseOfChoices(INITIAL_CHOICES), direction), [direction]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the choices that the pulse follows from.
  const gain = useMemo(() => pulseGain(unitPulseOfChoices(store.getState()), direction), [key, direction, store]);
  return useMemo(() => ({ thresholdField, pulseGain: gain, referenceGain }), [thresholdField, gain, referenceGain]);
}

function useActivatedArea(criterion: ReturnType<typeof useCriterion>): number | null {
  const { cortex } = useApp().simulation.head;
  const field = useSnapshot('field');
  const grid = useSnapshot('grid');
  const areas = useCortexAreas();
  const full = useMaximumRate() as AmperesPerSecond;
  const output = useThreshold((state) => state.output);
  return useMemo(() => {
    if (!field || !grid || unitOfModel(field.model) === 'T') return null;
    return activatedMeasure(cortexMagnitude(cortex, grid, field), areas, rateAtOutput(output, full), criterion);
  }, [field, grid, areas, cortex, output, full, criterion]);
}
