import { z } from 'zod';
import { identifier, plainText, sourcedText } from '../core/sourcedSchema';

const answer = (side: 'yes' | 'no') => z.strictObject({ side: z.literal(side), texts: z.array(sourcedText).min(1) });

/** The form of `models/evidence/open-questions.json`: questions on which studies disagree, with both answers. */
export const openQuestionsSchema = z.strictObject({
  questions: z
    .array(
      z.strictObject({
        id: identifier,
        question: plainText,
        about: plainText,
        answers: z.tuple([answer('yes'), answer('no')]),
        /** What may lie behind the disagreement. */
        between: z.array(sourcedText).min(1),
      }),
    )
    .min(1),
});
