import { thresholdData } from './thresholdData';

/** Output fraction added per metre of scalp-cortex distance: 3 % of maximum output per mm over the motor cortex. */
export const STOKES_SLOPE = thresholdData.depthSlope;

/** The repeat of the study with 50 and 70 mm coils over both hemispheres: 2.8 % of maximum output per mm. */
export const STOKES_SLOPE_2007 = thresholdData.depthSlopeRepeated;

/** A published answer to set beside the program's own: intensity over the prefrontal cortex, as a fraction of the resting motor threshold. */
export const PREFRONTAL_EQUIVALENT_INTENSITY = thresholdData.prefrontalEquivalentIntensity;

/**
 * Motor threshold carried from the hand area to a target at another depth: `MT + slope · (distanceTarget - distanceM1)`, all outputs as
 * fractions of the maximum, distances from scalp to cortex. An empirical straight line measured over M1, with no physics of the coil in it;
 * it can pass 1, which no stimulator can give. Source: Stokes 2005, 2007 (abstracts: a straight line with these slopes).
 */
export const depthAdjustedThreshold = (
  motorThreshold: number,
  distanceTarget: number,
  distanceMotorCortex: number,
  slope = STOKES_SLOPE.value,
): number => motorThreshold + slope * (distanceTarget - distanceMotorCortex);

/**
 * The field model's own answer to the same question: the output that gives the target the field that M1 has at threshold. Both fields per
 * unit rate [V/m per A/s], each with the coil placed for that point.
 */
export const fieldMatchedThreshold = (motorThreshold: number, fieldPerRateMotorCortex: number, fieldPerRateTarget: number): number =>
  (motorThreshold * fieldPerRateMotorCortex) / fieldPerRateTarget;
