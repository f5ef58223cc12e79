import { z } from 'zod';
import { interval, positiveNumber, sourcedText, sourcedValue } from '../../core/sourcedSchema';

const seconds = sourcedValue(positiveNumber, 's');
const timeConstant = z.strictObject({ mean: seconds, deviation: seconds });

const spread = (unit: string) => ({ mean: sourcedValue(positiveNumber, unit), deviation: sourcedValue(positiveNumber, unit) });
const tape = z.strictObject(spread('m'));

/** The form of `models/evidence/threshold.json`: what turns fields into motor thresholds and back. */
export const thresholdSchema = z.strictObject({
  /** Field over the hand area that studies of prefrontal dosing take as the reference for motor threshold. */
  referenceField: sourcedValue(positiveNumber, 'V/m'),
  /** Between people and models the field at threshold differs about this much. */
  fieldRange: sourcedValue(interval, 'V/m'),
  /** Output fraction added per metre of scalp-cortex distance: 3 % of maximum output per mm over the motor cortex. */
  depthSlope: sourcedValue(positiveNumber, '1/m'),
  /** The repeat of the study with 50 and 70 mm coils over both hemispheres: 2.8 % of maximum output per mm. */
  depthSlopeRepeated: sourcedValue(positiveNumber, '1/m'),
  /**
   * Intensity over the prefrontal cortex, as a fraction of the resting motor threshold, that on average gave the field of the motor cortex
   * at threshold in one group of head models: a published answer to set beside the program's own.
   */
  prefrontalEquivalentIntensity: sourcedValue(positiveNumber, '1'),
  /**
   * Root-mean-square error of a threshold carried from one figure-8 coil to another, in parts of the maximum output: by the field in a
   * head model of three layers of the person, and by scaling alone.
   */
  acrossCoils: z.strictObject({
    byField: sourcedValue(positiveNumber, '1'),
    byScaling: sourcedValue(positiveNumber, '1'),
    participants: sourcedValue(positiveNumber, '1'),
  }),
  /** Strength-duration time constants and their standard deviations between people. */
  timeConstants: z.strictObject({
    'posterior-anterior': timeConstant,
    'anterior-posterior': timeConstant,
    /** A peripheral nerve for comparison. */
    'ulnar-nerve': timeConstant,
  }),
  /** Trials after which the mean amplitude is stable. */
  trialsForStableMean: sourcedValue(positiveNumber, '1'),
  /** Spread of the response probability that threshold hunting assumes, as a part of the threshold. */
  huntingSpread: sourcedValue(positiveNumber, '1'),
  /** Thresholds and heads of real people, to set the one head of this program beside. */
  people: z.strictObject({
    /** As a share of the maximum output. */
    restingThreshold: z.strictObject({ ...spread('1'), participants: sourcedValue(positiveNumber, '1') }),
    tape: z.strictObject({ nasionInion: tape, tragus: tape, circumference: tape }),
    age: sourcedText,
  }),
});
