import { z } from 'zod';
import { identifier, plainText, positiveNumber, sourcedText, sourcedValue } from '../../core/sourcedSchema';

/** The form of `models/evidence/coil-drift.json`: how far the coil lies from where it was meant to be, each time it is put back. */
export const coilDriftSchema = z.strictObject({
  methods: z
    .array(
      z.strictObject({
        id: identifier,
        label: plainText,
        /** Mean distance of the coil's place; how it was measured was not read, here it is laid along the scalp. */
        distance: sourcedValue(positiveNumber, 'm'),
        /** Mean roll or pitch: here the angle between the axes of the coil. */
        tilt: sourcedValue(positiveNumber, 'deg'),
        /** Mean turn about the coil's own axis. */
        turn: sourcedValue(positiveNumber, 'deg'),
      }),
    )
    .length(2),
  participants: sourcedValue(positiveNumber, '1'),
  measurements: sourcedValue(positiveNumber, '1'),
  /** What is assumed of the spread behind the means. */
  spread: sourcedText,
  notes: z.array(sourcedText).min(1),
});
