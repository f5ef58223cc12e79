import { z } from 'zod';
import { identifier, plainText, sourcedText, sourcedValue } from '../core/sourcedSchema';

/** A use for which the United States agency let a TMS device be sold. */
const clearedUse = z.strictObject({
  id: identifier,
  cleared: sourcedValue(z.number().int().min(1985).max(2100), 'year'),
  /** Day and month, where they were read. */
  day: plainText.optional(),
  use: plainText,
  device: plainText,
  /** Number or kind of the document; left out where it was not read. */
  document: sourcedText.optional(),
});

/** The form of `models/evidence/cleared-uses.json`, in the order of time. */
export const clearedUsesSchema = z.strictObject({
  uses: z
    .array(clearedUse)
    .min(1)
    .refine((uses) => uses.every(({ cleared }, n) => n === 0 || cleared.value >= uses[n - 1].cleared.value), 'be in the order of time'),
  notes: z.array(sourcedText).min(1),
});
