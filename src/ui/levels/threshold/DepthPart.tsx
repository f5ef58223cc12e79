import { useMemo } from 'react';
import { formatNumber, formatQuantity } from '../../../core/format';
import {
  depthAdjustedThreshold,
  fieldMatchedThreshold,
  PREFRONTAL_EQUIVALENT_INTENSITY,
  STOKES_SLOPE,
  STOKES_SLOPE_2007,
} from '../../../dose/threshold/depthAdjustment';
import { thresholdData } from '../../../dose/threshold/thresholdData';
import { MOTOR_TARGET } from '../../../field/measures/motorField';
import { scalpToCortex } from '../../../field/probe/scalpToCortex';
import { useApp, useChoice } from '../../appContext';
import type { Fact } from '../shared/FactButton';
import { type FactRow, FactRows } from '../shared/FactRows';
import { RangeRow } from '../shared/RangeRow';
import { SourcedNumber } from '../shared/SourcedNumber';
import { THRESHOLD_FACT } from './thresholdFacts';
import { useThreshold } from './thresholdMemory';
import type { MotorField } from './useMotorField';

const millimeters = { unit: 'mm', factor: 1e3, decimals: 1 };
const NOTHING = '–';
const FULL = 100;
const OUTPUT_TICKS = [0, 25, 50, 75, FULL];
const percent = (output: number): string => `${formatNumber(100 * output, 1)}\u202f% of output`;

/** The threshold carried from the hand area to the target: a straight line through data, and the field model's own answer. */
export function DepthPart({ perRate, motor }: { readonly perRate: number | null; readonly motor: MotorField }) {
  const { head } = useApp().simulation;
  const targetId = useChoice((choices) => choices.targetId);
  const threshold = useThreshold((state) => state.motorThreshold.value);
  const depths = useMemo(() => ({ motor: scalpToCortex(head, MOTOR_TARGET), target: scalpToCortex(head, targetId) }), [head, targetId]);
  if (depths.motor === null || depths.target === null) return null;
  return (
    <FactRows title="Another place, another depth" rows={depthRows(depths.motor, depths.target)}>
      <div className="range-rows">
        <h4>Output for the same effect at the target, %</h4>
        {outputs(depths.motor, depths.target, threshold, motor.best, perRate).map((row, n, { length }) => (
          <OutputRow key={row.label} row={row} last={n === length - 1} />
        ))}
      </div>
      <AcrossCoils />
    </FactRows>
  );
}

interface Output {
  readonly label: string;
  /** Part of the maximum output; null where it cannot be had. */
  readonly value: number | null;
  readonly fact: Fact;
}

function OutputRow({ row: { label, value, fact }, last }: { readonly row: Output; readonly last: boolean }) {
  const end = Math.min(FULL, 100 * (value ?? 0));
  return (
    <RangeRow
      name={label}
      range={[0, end]}
      ticks={OUTPUT_TICKS}
      text={value === null ? NOTHING : percent(value)}
      fact={fact}
      scale={last ? (tick) => formatNumber(tick) : undefined}
    />
  );
}

/** What a field model is worth where it can be checked: the threshold itself, carried to another coil. */
function AcrossCoils() {
  const { byField, byScaling, participants } = thresholdData.acrossCoils;
  return (
    <p className="small-print">
      Where it was checked, over the hand area with another coil, thresholds came out wrong by{' '}
      <SourcedNumber
        datum={byField}
        title="Thresholds carried from coil to coil"
        what={`Root-mean-square errors in ${participants.value} people with two figure-8 coils: by the field in a head model of three layers of each person, and with the threshold only scaled. Whether another area has the same threshold field as the hand area was not tested.`}
        formula="√(mean of (predicted − measured)²)"
      >
        {formatNumber(100 * byField.value, 1)} % of output by the field, {formatNumber(100 * byScaling.value, 1)} % by scaling
      </SourcedNumber>
      . Prefrontal cortex gives no twitch to check against. No setting for a person.
    </p>
  );
}

function depthRows(motor: number, target: number): readonly FactRow[] {
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
  ];
}

function outputs(motor: number, target: number, threshold: number, motorField: number | null, perRate: number | null): readonly Output[] {
  const stokes = depthAdjustedThreshold(threshold, target, motor);
  const matched = motorField !== null && perRate ? fieldMatchedThreshold(threshold, motorField, perRate) : null;
  return [
    {
      label: 'Without a correction',
      value: threshold,
      fact: {
        title: 'The motor threshold as it is',
        what: 'The usual rule: a share of the motor threshold, wherever the target lies. It takes every place to be as deep as the hand area.',
        formula: 'MT',
        sources: THRESHOLD_FACT.sources,
        verification: THRESHOLD_FACT.verification,
      },
    },
    {
      label: 'By the straight line (Stokes)',
      value: stokes,
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
      value: matched,
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
