import { z } from 'zod';
import { finiteNumber, identifier, interval, plainText, positiveNumber, sourcedText, sourcedValue } from '../../core/sourcedSchema';

/** The form of `models/evidence/paired-pulses.json`: what a first pulse does to the response to a second one. */
export const pairedPulsesSchema = z.strictObject({
  kinds: z
    .array(
      z.strictObject({
        id: identifier,
        label: plainText,
        says: plainText,
        /** Intervals that are shown. */
        range: sourcedValue(interval, 's'),
        windows: z
          .array(
            z.strictObject({
              id: identifier,
              label: plainText,
              short: plainText,
              effect: z.enum(['smaller', 'larger']),
              span: sourcedValue(interval, 's'),
            }),
          )
          .min(1),
        /** Intervals at which the response is largest. */
        peaks: z.array(sourcedValue(positiveNumber, 's')),
        /** Interval, and response over the response to the second pulse alone: corners of the drawn curve. */
        drawn: sourcedValue(
          z
            .array(z.tuple([positiveNumber, finiteNumber.positive()]))
            .min(2)
            .refine((corners) => corners.every(([x], n) => n === 0 || x > corners[n - 1][0]), 'be in the order of the intervals'),
          's, 1',
        ),
      }),
    )
    .min(1),
  notes: z.array(sourcedText).min(1),
});
