import { formatField, formatNumber, formatQuantity } from '../../core/format';
import { distance, norm, type Vec3 } from '../../core/vec3';
import type { Surface } from '../../head/surface';
import type { Choices } from '../../state/choices';
import { cortexMagnitude, cortexVectorAt } from '../grid/cortexField';
import type { FieldGrid } from '../grid/fieldGrid';
import { meanAround } from '../grid/targetPatch';
import { sourceAmplitude } from '../measures/readouts';
import { areaAbove } from '../measures/summaryMeasures';
import type { FieldResult } from './fieldMessages';
import { unitOfModel } from './modelLadder';

/** What two scenes are compared by; magnitudes of the field, whatever component is colored. */
export interface SceneMeasures {
  readonly unit: 'V/m' | 'T';
  readonly atTarget: number;
  /** At the cortex under its own coil. */
  readonly underCoil: number;
  readonly maximum: number;
  /** Cortical area [m²] with at least the threshold; 0 for flux densities, which have none. */
  readonly areaAbove: number;
  /** From the strongest point to the target, in metres. */
  readonly peakDistance: number;
}

export interface ComparedScene {
  readonly choices: Choices;
  readonly field: FieldResult;
  readonly grid: FieldGrid;
  /** Cortical point under the coil [m]. */
  readonly under: Vec3;
}

/** Measures of one scene at a target point [m] and for a threshold [V/m] that both scenes share. */
export function measureScene(scene: ComparedScene, cortex: Surface, areas: Float32Array, target: Vec3, threshold: number): SceneMeasures {
  const { field, grid, choices, under } = scene;
  const scale = sourceAmplitude(field.model, choices);
  const unit = unitOfModel(field.model);
  // At no current nothing is above the threshold.
  const needed = scale > 0 ? threshold / scale : Number.POSITIVE_INFINITY;
  return {
    unit,
    atTarget: meanAround(cortex, grid, field, target) * scale,
    underCoil: norm(cortexVectorAt(cortex, grid, field, under)) * scale,
    maximum: field.summary.maximum * scale,
    areaAbove: unit === 'V/m' ? areaAbove(cortexMagnitude(cortex, grid, field), areas, needed) : 0,
    peakDistance: distance(field.summary.maximumPoint, target),
  };
}

/** A change below this share is called none. */
const SAME = 0.005;
/** A change of distance below this is called none, in metres. */
const SAME_PLACE = 0.0005;

/** What B does other than A, in one sentence with its numbers. */
export function verdict(a: SceneMeasures, b: SceneMeasures, threshold: number): string {
  if (a.unit !== b.unit) return 'A and B show different quantities; choose the same model in both to compare them.';
  const parts = [`B gives ${moreOrLess(a.atTarget, b.atTarget, 'the same field')} at the target`];
  if (a.unit === 'V/m') parts.push(extentWords(a.areaAbove, b.areaAbove, threshold));
  const shift = b.peakDistance - a.peakDistance;
  const place =
    Math.abs(shift) < SAME_PLACE
      ? 'its strongest point is as far from the target'
      : `its strongest point is ${formatQuantity(Math.abs(shift), { unit: 'mm', factor: 1e3, decimals: 0 })} ${shift > 0 ? 'farther from' : 'nearer to'} the target`;
  return `${parts.join(' and ')}; ${place}.`;
}

function extentWords(a: number, b: number, threshold: number): string {
  const above = `above ${formatField(threshold, 'V/m')}`;
  if (a === 0 && b === 0) return `neither reaches any cortex ${above}`;
  if (a === 0) return `reaches ${formatQuantity(b, { unit: 'cm²', factor: 1e4, decimals: 1 })} of cortex ${above}, A none`;
  if (b === 0) return `reaches no cortex ${above}, A ${formatQuantity(a, { unit: 'cm²', factor: 1e4, decimals: 1 })}`;
  return `has ${moreOrLess(a, b, 'as much')} cortex ${above}`;
}

/** `12 % more`, `8 % less`, `2.4 times as much`, or the words for no change. */
function moreOrLess(a: number, b: number, same: string): string {
  if (a === 0) return b === 0 ? same : 'a field where A has none';
  const ratio = b / a;
  if (Math.abs(ratio - 1) < SAME) return same;
  if (ratio >= 1.995) return `${formatNumber(ratio, ratio >= 9.95 ? 0 : 1)} times as much`;
  const percent = 100 * Math.abs(ratio - 1);
  return `${formatNumber(percent, percent < 9.95 ? 1 : 0)}\u202f% ${ratio > 1 ? 'more' : 'less'}`;
}
