import { thresholdData } from './thresholdData';

/** Field over the hand area that studies of prefrontal dosing take as the reference for motor threshold. */
export const REFERENCE_THRESHOLD_FIELD = thresholdData.referenceField;

/** Between people and models the field at threshold differs about this much. */
export const THRESHOLD_FIELD_RANGE = thresholdData.fieldRange;

/**
 * A place counts as activated when `|E| · g(pulse) ≥ thresholdField · g(reference)`: |E| = first-phase peak of the field [V/m], g = largest
 * depolarization of the leaky membrane for unit field with that pulse shape (`membranePeak` of physics, the same τ on both sides),
 * thresholdField = field at which the reference pulse just activates. A stated rule for teaching: real activation also depends on the
 * direction of the axon and on the fold of the cortex.
 */
export interface ActivationCriterion {
  readonly thresholdField: number;
  readonly pulseGain: number;
  readonly referenceGain: number;
}

/** The field [V/m] at which this pulse activates: longer pulses need less. Infinite for a pulse without effect. */
export const activationField = (c: ActivationCriterion): number => (c.thresholdField * c.referenceGain) / c.pulseGain;

export const isActivated = (field: number, c: ActivationCriterion): boolean => field * c.pulseGain >= c.thresholdField * c.referenceGain;

/**
 * Measure of the activated region: sum of `weights` (areas m², volumes m³) where the criterion holds. `magnitudesPerRate`: |E| for 1 A/s at
 * each element; `dIdt` in A/s. Grows with intensity and with pulse width; 0 when nothing is activated.
 */
export function activatedMeasure(
  magnitudesPerRate: ArrayLike<number>,
  weights: ArrayLike<number>,
  dIdt: number,
  criterion: ActivationCriterion,
): number {
  const limit = activationField(criterion) / Math.abs(dIdt);
  let sum = 0;
  for (let i = 0; i < magnitudesPerRate.length; i++) if (magnitudesPerRate[i] >= limit) sum += weights[i];
  return sum;
}
