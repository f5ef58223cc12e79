import { useMemo } from 'react';
import { formatField, formatNumber, formatQuantity, formatUnit, MINUS } from '../../core/format';
import { scale as scaled } from '../../core/vec3';
import { wrapAngle } from '../../core/wrapAngle';
import { cortexMagnitude } from '../../field/grid/cortexField';
import { cortexAreas } from '../../field/measures/cortexAreas';
import { sourceAmplitude } from '../../field/measures/readouts';
import { volumeAbove } from '../../field/measures/stimulatedExtent';
import { areaAbove } from '../../field/measures/summaryMeasures';
import { cortexQueries } from '../../field/probe/cortexQueries';
import type { BestHandle } from '../../field/search/bestHandle';
import { unitOfModel } from '../../field/simulation/modelLadder';
import { PARAMETERS } from '../../state/parameters';
import { choose } from '../../state/store';
import { useApp, useChoice, useFieldUnderCoil, useSnapshot } from '../appContext';
import { NumberBox } from '../controls/NumberBox';
import { type NumberRow, NumberRows } from '../notes/NumberRows';
import { millimeters } from '../shown/describeScene';
import { directionWords } from '../shown/directionWords';
import { useBestHandle } from './useBestHandle';

const squareCentimeters = { unit: 'cm²', factor: 1e4, decimals: 1 };
const cubicCentimeters = { unit: 'cm³', factor: 1e6, decimals: 1 };
const tenths = { unit: 'mm', factor: 1e3, decimals: 1 };
const NOTHING = '–';

/** Everything about the target: how strong, how far off, how to turn, how deep, and what else is reached. */
export function TargetPage() {
  const target = useSnapshot('target');
  return (
    <div className="number-page">
      <NumberRows title={target.label} rows={useTargetRows()} />
      <NumberRows title="Handle" rows={useHandleRows()} />
      <NumberRows title="Depth and reach" rows={useReachRows()}>
        <ThresholdBox />
      </NumberRows>
    </div>
  );
}

/** Factor from the field per unit source to what is shown. */
function useSourceScale(): number {
  const field = useSnapshot('field');
  return useChoice((choices) => (field ? sourceAmplitude(field.model, choices) : 0));
}

function useTargetRows(): readonly NumberRow[] {
  const under = useFieldUnderCoil('magnitude');
  const field = useSnapshot('field');
  const target = useSnapshot('target');
  const scale = useSourceScale();
  if (!field) return [];
  const unit = unitOfModel(field.model);
  const vector = scaled(field.summary.atTarget.vector, scale);
  const gap = Math.hypot(...field.summary.maximumPoint.map((x, axis) => x - target.cortex[axis]));
  const share = field.summary.maximum > 0 ? field.summary.atTarget.magnitude / field.summary.maximum : 0;
  return [
    {
      note: unit === 'T' ? 'fluxAtTarget' : 'atTarget',
      label: unit === 'T' ? '|B| there' : '|E| there',
      value: formatField(field.summary.atTarget.magnitude * scale, unit),
    },
    { note: 'direction', label: 'Toward', value: directionWords(vector, target.cortex) },
    { note: 'shareOfMaximum', label: 'Of the maximum', value: percent(share) },
    { note: 'peakDistance', label: 'Strongest, away', value: millimeters(gap) },
    {
      note: 'underCoil',
      label: 'Under the coil',
      value: under === null ? NOTHING : formatField(under, unit),
    },
  ];
}

function useHandleRows(): readonly NumberRow[] {
  const best = useBestHandle();
  const angle = useChoice((choices) => choices.handleAngle);
  const { display } = PARAMETERS.handleAngle;
  return [
    { note: 'handle', label: 'Now', value: formatQuantity(angle, display) },
    { note: 'bestHandle', label: 'Best here', value: best ? bestWords(best, angle) : NOTHING },
    { note: 'bestHandle', label: 'Turn by', value: best ? turnWords(best) : NOTHING },
    {
      note: 'bestHandle',
      label: 'Would give',
      value: best && !best.indifferent ? `${formatNumber(100 * (best.gain - 1))}${formatUnit('%')} more` : NOTHING,
    },
  ];
}

const bestWords = (best: BestHandle, angle: number): string =>
  best.indifferent ? 'any angle' : formatQuantity(wrapAngle(angle + best.turn), PARAMETERS.handleAngle.display);

/** Signed as the handle angle is: positive is clockwise. */
function turnWords({ turn, indifferent }: BestHandle): string {
  const degrees = Math.round((turn * 180) / Math.PI);
  if (indifferent || degrees === 0) return 'nothing';
  return `${degrees > 0 ? '+' : MINUS}${Math.abs(degrees)}°`;
}

/** To -180°…180°. */

const percent = (share: number): string => `${formatNumber(100 * share)}${formatUnit('%')}`;

function useReachRows(): readonly NumberRow[] {
  const { head } = useApp().simulation;
  const place = useSnapshot('place');
  const target = useSnapshot('target');
  const extent = useExtent();
  const under = useMemo(() => Math.abs(cortexQueries(head.cortex).closest(place.position).distance), [head, place]);
  return [
    { note: 'scalpToTarget', label: 'Scalp to target', value: formatQuantity(target.depth, tenths) },
    { note: 'scalpToCortex', label: 'Scalp to cortex', value: formatQuantity(under, tenths) },
    { note: 'areaAbove', label: 'Cortex above', value: extent ? formatQuantity(extent.area, squareCentimeters) : NOTHING },
    { note: 'volumeAbove', label: 'Brain above', value: extent ? formatQuantity(extent.volume, cubicCentimeters) : NOTHING },
  ];
}

/** Area and volume with at least the threshold field; null where there is none (flux density). */
function useExtent(): { area: number; volume: number } | null {
  const { cortex } = useApp().simulation.head;
  const field = useSnapshot('field');
  const grid = useSnapshot('grid');
  const scale = useSourceScale();
  const threshold = useChoice((choices) => choices.thresholdField);
  const areas = cortexAreas(useApp().simulation.head.cortex);
  return useMemo(() => {
    if (!field || !grid || unitOfModel(field.model) === 'T') return null;
    const needed = scale > 0 ? threshold / scale : Number.POSITIVE_INFINITY;
    return { area: areaAbove(cortexMagnitude(cortex, grid, field), areas, needed), volume: volumeAbove(grid, field.values, needed) };
  }, [field, grid, scale, threshold, areas, cortex]);
}

/** The threshold field, which the rows beside it mean by "above". */
export function ThresholdBox() {
  const { store } = useApp().simulation;
  const value = useChoice((choices) => choices.thresholdField);
  const { minimum, maximum, step, display } = PARAMETERS.thresholdField;
  return (
    <div className="threshold-box">
      <span>Threshold</span>
      <NumberBox
        label="Threshold field"
        {...{ value, minimum, maximum, step, display }}
        onCommit={(next) => choose(store, { thresholdField: next })}
      />
    </div>
  );
}
