import type { Choices } from '../../state/choices';
import type { Readouts } from '../measures/readouts';
import { readouts } from '../measures/readouts';
import type { SimulationSnapshot } from '../simulation/sceneSnapshot';

/** The two levels at which lines are drawn on the cortex, in the unit shown. */
export interface ContourLevels {
  /** Half of the peak (area-weighted 99.9th percentile of the shown component's size). */
  readonly halfPeak: number;
  /** The threshold field; null where the picture shows no electric field. */
  readonly threshold: number | null;
}

export function contourLevelsOf(shown: Pick<Readouts, 'peak' | 'unit'>, thresholdField: number): ContourLevels {
  return { halfPeak: shown.peak / 2, threshold: shown.unit === 'V/m' ? thresholdField : null };
}

/** Null until the first field is there. */
export function contourLevels(snapshot: Pick<SimulationSnapshot, 'field' | 'target'>, choices: Choices): ContourLevels | null {
  const shown = readouts(snapshot, choices);
  return shown && contourLevelsOf(shown, choices.thresholdField);
}
