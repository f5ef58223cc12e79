import { z } from 'zod';
import { finiteNumber, identifier, interval, plainText, sourcedShape, verification } from '../core/sourcedSchema';

/**
 * What the evidence says to a statement. `rhetoric`: neither true nor false. `unproven`: not shown in people. `omitted`: the explainer left
 * it out. `kept`: its disclaimer.
 */
const verdict = z.enum(['supported', 'qualified', 'corrected', 'rhetoric', 'unproven', 'omitted', 'kept']);

const group = z.enum(['introduction', 'how-it-works', 'benefits', 'evidence', 'practice', 'warnings', 'risks']);

/** One statement of the explainer, paraphrased, with how it is shown and what has to be said with it. */
const claim = z.strictObject({
  id: z.string().regex(/^[A-Z]\d*\+?$/),
  group,
  statement: plainText,
  verdict,
  /** Where the simulator shows it. */
  shown: plainText.min(5),
  /** What is right, or what must be added. */
  correction: plainText.min(6),
  /** Ids in the list of sources. */
  sources: z.array(identifier).min(1),
  verification,
  figures: z.array(z.strictObject({ label: plainText, ...sourcedShape(z.union([finiteNumber, interval])) })),
});

/** The form of `models/evidence/claims.json`. */
export const claimsSchema = z.array(claim).min(1);
