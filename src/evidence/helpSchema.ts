import { z } from 'zod';
import { plainText, provenance, sourcedText } from '../core/sourcedSchema';

/** The form of `models/evidence/help.json`: where a person in need finds help. No telephone numbers: they differ and they change. */
export const helpSchema = z.strictObject({
  worsening: sourcedText,
  emergency: sourcedText,
  directory: z.strictObject({ name: plainText, url: z.url({ protocol: /^https$/ }), text: plainText, ...provenance }),
});
