import { createStore } from 'zustand/vanilla';
import { inputError } from '../../core/inputError';
import { shippedLesson } from '../../lessons/lessonLibrary';
import type { Lesson } from '../../lessons/lessonSchema';
import { LARGEST_LESSON_FILE, readLessonBytes } from '../../lessons/readLesson';
import type { KnownIds } from '../../state/storedChoices';

/** Most own lessons that are listed at a time. */
const MOST = 20;

/** Lessons that a teacher opened, until they are closed or the page is; the latest first. */
export const ownLessons = createStore<{ readonly lessons: readonly Lesson[] }>(() => ({ lessons: [] }));

/** Opens a lesson file; one of the same id takes the place of the earlier one. Throws an `InputError` for what does not fit. */
export async function openLessonFile(file: File, known: KnownIds): Promise<Lesson> {
  if (file.size > LARGEST_LESSON_FILE)
    throw inputError('A lesson file', `have at most ${LARGEST_LESSON_FILE / 1024} kB`, Math.ceil(file.size / 1024));
  const lesson = readLessonBytes(new Uint8Array(await file.arrayBuffer()), known);
  if (shippedLesson(lesson.id)) throw inputError('id', 'differ from the ids of the lessons that are here already', lesson.id);
  const others = ownLessons.getState().lessons.filter(({ id }) => id !== lesson.id);
  if (others.length >= MOST) throw inputError('Open lessons', `be at most ${MOST}: close one of them first`, others.length + 1);
  ownLessons.setState({ lessons: [lesson, ...others] });
  return lesson;
}

export const closeLesson = (id: string): void =>
  ownLessons.setState(({ lessons }) => ({ lessons: lessons.filter((lesson) => lesson.id !== id) }));

export const lessonById = (id: string): Lesson | undefined =>
  ownLessons.getState().lessons.find((lesson) => lesson.id === id) ?? shippedLesson(id);
