import type { Glossary } from './glossarySchema';
import type { Lesson, Step } from './lessonSchema';
import { plainWords, termsOf } from './markdown';
import { readability, wordsOf } from './readability';

/** Most words of the parts of a step. */
const MOST_WORDS = { text: 60, explanation: 60, hint: 40, presenterNote: 80 } as const;
/** Highest grade of Flesch and Kincaid for a whole lesson. */
export const HIGHEST_GRADE = 9;

/** What a lesson may refer to. */
export interface LessonContext {
  readonly sources: ReadonlySet<string>;
  readonly claims: ReadonlySet<string>;
  readonly glossary: Glossary;
}

export interface LessonReport {
  readonly id: string;
  readonly steps: number;
  readonly minutes: number;
  /** Most and mean words of a step's text. */
  readonly mostWords: number;
  readonly meanWords: number;
  readonly wordsPerSentence: number;
  readonly grade: number;
  /** What must be changed, each one sentence. */
  readonly faults: readonly string[];
}

/** Everything of a step that a learner reads. */
const textsOf = ({ text, hint, explanation, task }: Step): readonly string[] => [
  text,
  ...(hint ? [hint] : []),
  ...(explanation ? [explanation] : []),
  ...(task?.kind === 'choose' ? task.options.map(({ because }) => because) : []),
];

const sourcesOf = ({ sources, task }: Step): readonly string[] =>
  task?.kind === 'estimate' && task.source ? [...sources, task.source] : sources;

/** The words of the terms, in small letters, one by one. */
const termWords = (glossary: Glossary): ReadonlySet<string> =>
  new Set(glossary.flatMap(({ term, also }) => [term, ...also].flatMap((name) => wordsOf(name.toLowerCase()))));

/** What is to be said of a lesson that has its form: what it refers to, how long its texts are and how hard to read. */
export function lessonReport(lesson: Lesson, { sources, claims, glossary }: LessonContext): LessonReport {
  const faults: string[] = [];
  const terms = new Set(glossary.map(({ id }) => id));
  const missing = (what: string, at: string, asked: readonly string[], known: ReadonlySet<string>): void => {
    for (const id of asked) if (!known.has(id)) faults.push(`${at} names the ${what} ${id}, which does not exist.`);
  };
  missing('claim', 'claims', lesson.claims, claims);
  for (const step of lesson.steps) {
    const at = `Step ${step.id}`;
    missing('source', at, sourcesOf(step), sources);
    missing('term', at, textsOf(step).flatMap(termsOf), terms);
    for (const [part, most] of Object.entries(MOST_WORDS)) {
      const count = wordsOf(plainWords(step[part as keyof typeof MOST_WORDS] ?? '')).length;
      if (count > most) faults.push(`${at} must have at most ${most} words in ${part}; instead it has ${count}.`);
    }
    if (step.task && !step.explanation) faults.push(`${at} has a task and must have an explanation.`);
  }
  const counts = lesson.steps.map(({ text }) => wordsOf(plainWords(text)).length);
  const whole = readability(lesson.steps.flatMap(textsOf).map(plainWords).join('\n'), termWords(glossary));
  if (whole.grade > HIGHEST_GRADE)
    faults.push(`The reading grade must be at most ${HIGHEST_GRADE}; instead it is ${whole.grade.toFixed(1)}.`);
  return {
    id: lesson.id,
    steps: lesson.steps.length,
    minutes: lesson.minutes,
    mostWords: Math.max(...counts),
    meanWords: counts.reduce((sum, count) => sum + count, 0) / counts.length,
    wordsPerSentence: whole.wordsPerSentence,
    grade: whole.grade,
    faults,
  };
}
