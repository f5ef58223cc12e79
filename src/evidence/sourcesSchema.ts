import { z } from 'zod';
import { identifier, plainText, verification } from '../core/sourcedSchema';

/** The form of `models/evidence/sources.json`: every source as it was read for this project. */
export const sourcesSchema = z
  .array(
    z.strictObject({
      id: identifier,
      citation: plainText.min(16),
      doi: z
        .string()
        .regex(/^10\.\d{4,}\/\S+$/)
        .nullable(),
      /** How far the source itself was read; single numbers carry their own grade. */
      verification,
      /** What of it was read. */
      read: plainText.min(6),
    }),
  )
  .min(1);
