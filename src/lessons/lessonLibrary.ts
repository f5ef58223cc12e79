import glossaryFile from '../../models/lessons/glossary.json';
import type { Glossary, GlossaryTerm } from './glossarySchema';
import type { Lesson } from './lessonSchema';

/** Every lesson file that is shipped; checked by the tests, not when the page is loaded. */
const FILES = import.meta.glob<Lesson>(['../../models/lessons/*.json', '!../../models/lessons/glossary.json'], {
  eager: true,
  import: 'default',
});

/** The shipped lessons by their number; those without one come last. */
export const shippedLessons: readonly Lesson[] = Object.values(FILES).sort((a, b) => (a.number ?? 1000) - (b.number ?? 1000));

export const shippedLesson = (id: string): Lesson | undefined => shippedLessons.find((lesson) => lesson.id === id);

export const glossary: Glossary = [...(glossaryFile as Glossary)].sort((a, b) => a.term.localeCompare(b.term, 'en'));

export const glossaryTerm = (id: string): GlossaryTerm | undefined => glossary.find((term) => term.id === id);
