import type { z } from 'zod';
import data from '../../models/evidence/open-questions.json';
import type { openQuestionsSchema } from './openQuestionsSchema';

export type OpenQuestion = z.output<typeof openQuestionsSchema>['questions'][number];

/** Questions on which studies disagree. */
export const openQuestions: readonly OpenQuestion[] = (data as unknown as z.output<typeof openQuestionsSchema>).questions;
