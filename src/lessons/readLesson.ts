import { InputError, inputError } from '../core/inputError';
import { readInput } from '../core/readInput';
import type { KnownIds } from '../state/storedChoices';
import { LESSON_FORMAT, LESSON_VERSION, type Lesson, lessonSchema } from './lessonSchema';
import { QUANTITIES } from './quantities';
import type { Task } from './taskSchema';

/** Largest lesson file that is read, in bytes. */
export const LARGEST_LESSON_FILE = 256 * 1024;
/** Ends of the names of files that may hold a lesson. */
export const LESSON_FILE_ENDS = ['.json'] as const;

/** Whether a value from outside means to be a lesson. */
export const isLessonValue = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && (value as { format?: unknown }).format === LESSON_FORMAT;

/**
 * Reads a lesson from the parsed content of a file; throws an `InputError` of one sentence about the first fault. `known`: ids that the scenes may
 * name; without it they are not looked up.
 */
export function readLesson(value: unknown, known?: KnownIds): Lesson {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw inputError('A lesson file', 'hold one JSON object', value);
  const { format, version } = value as { format?: unknown; version?: unknown };
  if (format !== LESSON_FORMAT) throw inputError('format', `be "${LESSON_FORMAT}"`, format);
  if (typeof version === 'number' && version > LESSON_VERSION)
    throw inputError('version', `be at most ${LESSON_VERSION}, which this Coilscope reads`, version);
  const lesson = readInput<Lesson>(lessonSchema, value, 'A lesson file');
  lesson.steps.forEach((step, n) => {
    if (step.task) checkUnits(step.task, `steps[${n}].task`);
    for (const key of ['coilId', 'stimulatorId', 'targetId', 'anchorId'] as const) {
      const id = step.scene?.choices?.[key];
      if (known && id !== undefined && !known[key].has(id))
        throw inputError(`steps[${n}].scene.choices.${key}`, 'name something that is here', id);
    }
  });
  return lesson;
}

/** A quantity is written in its own unit, and no other. */
function checkUnits(task: Task, at: string): void {
  if (task.kind === 'reach')
    task.goals.forEach(({ quantity, unit }, n) => {
      if (unit !== QUANTITIES[quantity].unit) throw inputError(`${at}.goals[${n}].unit`, `be ${QUANTITIES[quantity].unit}`, unit);
    });
  if (task.kind === 'estimate' && typeof task.answer === 'string' && task.unit !== QUANTITIES[task.answer].unit)
    throw inputError(`${at}.unit`, `be ${QUANTITIES[task.answer].unit}`, task.unit);
}

/** Reads a lesson from the bytes of a file. */
export function readLessonBytes(bytes: Uint8Array, known?: KnownIds): Lesson {
  if (bytes.length > LARGEST_LESSON_FILE)
    throw new InputError(
      `A lesson file must have at most ${LARGEST_LESSON_FILE / 1024} kB; instead received ${Math.ceil(bytes.length / 1024)} kB.`,
    );
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new InputError('A lesson file must be JSON; instead received something else.');
  }
  return readLesson(value, known);
}
