import type { Sourced } from '../../core/sourced';
import type { Meters } from '../../core/units';

/** Output fraction added per metre of scalp-cortex distance: 3 % of maximum output per mm over the motor cortex. */
export const STOKES_SLOPE: Sourced<number> = { value: 30, unit: '1/m', source: 'stokes-2005', verification: 'verified' };

/** The repeat of the study with 50 and 70 mm coils over both hemispheres: 2.8 % of maximum output per mm. */
export const STOKES_SLOPE_2007: Sourced<number> = { value: 28, unit: '1/m', source: 'stokes-2007', verification: 'verified' };

/**
 * Motor threshold carried from the hand area to a target at another depth: `MT + slope · (distanceTarget - distanceM1)`, all outputs as
 * fractions of the maximum, distances from scalp to cortex. An empirical straight line measured over M1, with no physics of the coil in it;
 * it can pass 1, which no stimulator can give. Source: Stokes 2005, 2007 (abstracts: a straight line with these slopes).
 */
export const depthAdjustedThreshold = (
  motorThreshold: number,
  distanceTarget: Meters,
  distanceMotorCortex: Meters,
  slope = STOKES_SLOPE.value,
): number => motorThreshold + slope * (distanceTarget - distanceMotorCortex);

/**
 * The field model's own answer to the same question: the output that gives the target the field that M1 has at threshold. Both fields per
 * unit rate [V/m per A/s], each with the coil placed for that point.
 */
export const fieldMatchedThreshold = (motorThreshold: number, fieldPerRateMotorCortex: number, fieldPerRateTarget: number): number =>
  (motorThreshold * fieldPerRateMotorCortex) / fieldPerRateTarget;

/**
 * Intensity over the prefrontal cortex, as a fraction of the resting motor threshold, that on average gave the field of the motor cortex at
 * threshold in one group of head models: a published answer to set beside the program's own.
 */
export const PREFRONTAL_EQUIVALENT_INTENSITY: Sourced<number> = {
  value: 1.335,
  unit: '1',
  source: 'caulfield-2021',
  verification: 'verified',
};
