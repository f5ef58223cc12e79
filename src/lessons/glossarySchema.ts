import { z } from 'zod';
import { identifier } from '../core/sourcedSchema';

const words = (most: number) => z.string().trim().min(1).max(most);

/** The form of `models/lessons/glossary.json`: terms in plain words. */
export const glossarySchema = z
  .array(
    z.strictObject({
      id: identifier,
      term: words(60),
      /** Other names of the same. */
      also: z.array(words(60)).max(8),
      /** What it is, in at most 40 words. */
      short: words(400),
      sources: z.array(identifier).max(6),
    }),
  )
  .max(200)
  .refine((terms) => new Set(terms.map(({ id }) => id)).size === terms.length, { error: 'have ids that differ from each other' });

export type Glossary = z.output<typeof glossarySchema>;
export type GlossaryTerm = Glossary[number];
