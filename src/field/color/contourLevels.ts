import type { Readouts } from '../measures/readouts';

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
