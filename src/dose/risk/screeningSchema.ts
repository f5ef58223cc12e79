import { z } from 'zod';
import { identifier, plainText, provenance, sourcedText } from '../../core/sourcedSchema';

const contraindication = z.strictObject({
  id: identifier,
  level: z.enum(['absolute', 'relative']),
  item: plainText,
  reason: plainText,
  ...provenance,
  /** What another source says to the same item. */
  beside: sourcedText.optional(),
});

/** One question of the interview, in our own words after the published list of topics. */
const screeningItem = z.strictObject({
  id: identifier,
  topic: plainText,
  reason: plainText,
  ...provenance,
  /** What a yes means at once, whatever becomes of TMS. */
  urgent: sourcedText.optional(),
});

/** Groups of substances, qualitatively: no dose, no number, no verdict. */
const medicationGroup = z.strictObject({
  id: identifier,
  label: plainText,
  effect: plainText,
  members: z.array(z.string().min(2).max(80)).min(1).max(80),
  ...provenance,
});

/** Invented for the role-play. `yes`, `unsure`: ids of the items answered with yes, or with "I am not sure". All others are no. */
const fictionalPatient = z.strictObject({
  id: identifier,
  name: plainText,
  fictional: z.literal(true),
  story: plainText,
  yes: z.array(identifier),
  unsure: z.array(identifier),
});

/** The form of `models/evidence/screening.json`. */
export const screeningSchema = z.strictObject({
  contraindications: z.array(contraindication).min(1),
  screeningItems: z.array(screeningItem).min(1),
  medications: z.strictObject({ principle: sourcedText, groups: z.array(medicationGroup).min(1), notes: z.array(sourcedText) }),
  patients: z.array(fictionalPatient).min(1),
  checklistExample: sourcedText,
  olderQuestionnaire: sourcedText,
  meaning: sourcedText,
});
