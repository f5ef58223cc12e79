import { useMemo } from 'react';
import { formatNumber, formatQuantity } from '../../../core/format';
import {
  depthAdjustedThreshold,
  fieldMatchedThreshold,
  PREFRONTAL_EQUIVALENT_INTENSITY,
  STOKES_SLOPE,
  STOKES_SLOPE_2007,
} from '../../../dose/threshold/depthAdjustment';
import { MOTOR_TARGET } from '../../../field/measures/motorField';
import { scalpToCortex } from '../../../field/probe/scalpToCortex';
import { useApp, useChoice } from '../../appContext';
import { type FactRow, FactRows } from '../shared/FactRows';
import { useThreshold } from './thresholdMemory';
import type { MotorField } from './useMotorField';

const millimeters = { unit: 'mm', factor: 1e3, decimals: 1 };
const NOTHING = '–';
const percent = (output: number): string => `${formatNumber(100 * output, 1)}\u202f% of output`;

/** The threshold carried from the hand area to the target: a straight line through data, and the field model's own answer. */
export function DepthPart({ perRate, motor }: { readonly perRate: number | null; readonly motor: MotorField }) {
  const { head } = useApp().simulation;
  const targetId = useChoice((choices) => choices.targetId);
  const threshold = useThreshold((state) => state.motorThreshold.value);
  const depths = useMemo(() => ({ motor: scalpToCortex(head, MOTOR_TARGET), target: scalpToCortex(head, targetId) }), [head, targetId]);
  if (depths.motor === null || depths.target === null) return null;
  return <FactRows title="Another place, another depth" rows={rows(depths.motor, depths.target, threshold, motor.best, perRate)} />;
}

function rows(motor: number, target: number, threshold: number, motorField: number | null, perRate: number | null): readonly FactRow[] {
  const stokes = depthAdjustedThreshold(threshold, target, motor);
  const matched = motorField !== null && perRate ? fieldMatchedThreshold(threshold, motorField, perRate) : null;
  const depthFact = {
    title: 'Scalp to cortex',
    what: 'Shortest distance from the smooth scalp at the target to the cortical surface of the shipped head.',
    formula: 'smallest |x_cortex − x_scalp|',
    sources: ['Surfaces of the Colin27 head.'],
    verification: 'computed' as const,
  };
  return [
    { label: 'Scalp to cortex, hand area', value: formatQuantity(motor, millimeters), fact: depthFact },
    { label: 'Scalp to cortex, target', value: formatQuantity(target, millimeters), fact: depthFact },
    {
      label: 'By the straight line (Stokes)',
      value: percent(stokes),
      fact: {
        title: 'Depth adjustment by a straight line',
        what: `Measured over the motor cortex: ${formatNumber(100 * STOKES_SLOPE.value * 1e-3, 1)} % of output per mm, ${formatNumber(100 * STOKES_SLOPE_2007.value * 1e-3, 1)} % when repeated. No physics of the coil is in it; above 100 % no stimulator can follow. The increase was measured as a straight line.`,
        formula: 'MT + slope × (distance_target − distance_M1)',
        sources: [STOKES_SLOPE.source, STOKES_SLOPE_2007.source],
        verification: STOKES_SLOPE.verification,
      },
    },
    {
      label: 'By the field model',
      value: matched === null ? NOTHING : percent(matched),
      fact: {
        title: 'Output with the same field',
        what: `The output that gives the target the field that the hand area has at threshold, both in the chosen model with the present coil: over the hand area in its place with the handle at its best, over the target as it stands. A published group of head models needed ${formatNumber(100 * PREFRONTAL_EQUIVALENT_INTENSITY.value, 1)} % of the motor threshold over the prefrontal cortex.`,
        formula: 'MT × |e(M1)| / |e(target)|',
        sources: [PREFRONTAL_EQUIVALENT_INTENSITY.source],
        verification: 'computed',
      },
    },
  ];
}
