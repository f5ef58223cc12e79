import type { Sourced } from '../core/sourced';
import { thresholdData } from '../dose/threshold/thresholdData';
import type { TapeMeasures } from './beamF3';

/** A tape measure of this head beside those of people. */
export interface HeadMeasure {
  readonly id: 'nasionInion' | 'tragus' | 'circumference';
  readonly label: string;
  /** Of this head [m]. */
  readonly value: number;
  /** Of people [m]. */
  readonly mean: Sourced<number>;
  readonly deviation: Sourced<number>;
  /** Standard deviations above the mean. */
  readonly score: number;
}

/** How many standard deviations a value lies above the mean. */
export const standardScore = (value: number, mean: number, deviation: number): number => (value - mean) / deviation;

/** The three measures of Beam F3 for a head, each beside the mean and the standard deviation of people. */
export function headMeasures({ nasionInion, tragusTragus, circumference }: TapeMeasures): HeadMeasure[] {
  const { tape } = thresholdData.people;
  const measure = (id: HeadMeasure['id'], label: string, value: number): HeadMeasure => {
    const { mean, deviation } = tape[id];
    return { id, label, value, mean, deviation, score: standardScore(value, mean.value, deviation.value) };
  };
  return [
    measure('nasionInion', 'nasion to inion', nasionInion),
    measure('tragus', 'tragus to tragus', tragusTragus),
    measure('circumference', 'circumference', circumference),
  ];
}
