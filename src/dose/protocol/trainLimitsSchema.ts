import { z } from 'zod';
import { identifier, plainText, positiveNumber, sourcedText, sourcedValue } from '../../core/sourcedSchema';

/** Frequency [Hz], intensity [fraction of motor threshold], duration [s], and 1 where the duration was only tested, 0 where it is a maximum. */
const row = z.tuple([positiveNumber, positiveNumber, positiveNumber, z.union([z.literal(0), z.literal(1)])]);

const durationTable = z.strictObject({
  rule: identifier,
  title: plainText,
  columns: z.array(plainText).length(4),
  table: sourcedValue(z.array(row).min(1), 'Hz, 1, s, 1'),
});

/** The form of `models/evidence/train-limits.json`: published tables of single trains, and what was tried of the silence between them. */
export const trainLimitsSchema = z.strictObject({
  trainDuration: z.array(durationTable).min(1),
  /** What is known of bursts, which none of the tables covers. */
  burstEvidence: sourcedText,
  /** Whom the tables come from. */
  tableEvidence: sourcedText,
  trainGap: z.strictObject({
    rule: identifier,
    title: plainText,
    frequency: sourcedValue(positiveNumber, 'Hz'),
    trainDuration: sourcedValue(positiveNumber, 's'),
    intensity: sourcedValue(positiveNumber, '1'),
    testedGap: sourcedValue(positiveNumber, 's'),
    unsafeGap: sourcedValue(positiveNumber, 's'),
    unsafeAbove: sourcedValue(positiveNumber, '1'),
  }),
});
