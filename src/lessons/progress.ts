import { z } from 'zod';
import { identifier } from '../core/sourcedSchema';
import { type Answer, answerSchema } from './answer';

/** Where the browser keeps what was done in lessons: on this machine alone, and nothing about the person. */
export const PROGRESS_KEY = 'coilscope.lessons';
/** Longest text that is read, in characters, and most lessons that are kept. */
const LONGEST = 200_000;
const MOST_LESSONS = 60;

const lessonProgress = z.strictObject({
  /** Id of the step that was open last. */
  step: identifier,
  answers: z.array(answerSchema).max(30),
  done: z.boolean(),
});

const progressSchema = z.strictObject({
  version: z.literal(1),
  /** The latest last. */
  lessons: z.array(z.strictObject({ id: identifier, progress: lessonProgress })).max(MOST_LESSONS),
});

export type LessonProgress = z.output<typeof lessonProgress>;
type Progress = z.output<typeof progressSchema>;

export type ProgressStorage = Pick<Storage, 'getItem' | 'setItem'>;

const NOTHING: Progress = { version: 1, lessons: [] };

/** What was kept; nothing where there is none, or where it has another form. */
function load(storage: ProgressStorage | null): Progress {
  try {
    const text = storage?.getItem(PROGRESS_KEY) ?? '';
    if (text === '' || text.length > LONGEST) return NOTHING;
    const read = progressSchema.safeParse(JSON.parse(text));
    return read.success ? read.data : NOTHING;
  } catch {
    return NOTHING;
  }
}

/** What was done in a lesson, or null. */
export const progressOf = (storage: ProgressStorage | null, id: string): LessonProgress | null =>
  load(storage).lessons.find((lesson) => lesson.id === id)?.progress ?? null;

/** Keeps what was done in a lesson; the oldest lessons give way. A browser that keeps nothing keeps nothing. */
export function keepProgress(storage: ProgressStorage | null, id: string, progress: LessonProgress): void {
  const others = load(storage).lessons.filter((lesson) => lesson.id !== id);
  const kept: Progress = { version: 1, lessons: [...others, { id, progress }].slice(-MOST_LESSONS) };
  try {
    storage?.setItem(PROGRESS_KEY, JSON.stringify(kept));
  } catch {
    // Storage is full or forbidden: the lesson goes on without it.
  }
}

/** The answers with another one, which takes the place of an earlier one to the same step. */
export const withAnswer = (answers: readonly Answer[], answer: Answer): Answer[] => [
  ...answers.filter(({ step }) => step !== answer.step),
  answer,
];
