import type { Choices } from './choices';
import { type KnownIds, type ReadChoices, readChoices, writeChoices } from './storedChoices';

/** Where the choices of the last visit lie. */
export const CHOICES_KEY = 'coilscope.choices';
/** A text that could not be read whole is kept here, so that nothing is lost. */
const REFUSED_KEY = 'coilscope.choices.refused';

/** The part of `localStorage` that is used; it may throw where the browser forbids storage. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** Choices of the last visit, or null where there are none or the browser keeps none. */
export function loadChoices(storage: TextStorage, known: KnownIds): ReadChoices | null {
  try {
    const text = storage.getItem(CHOICES_KEY);
    if (text === null) return null;
    const read = readChoices(text, known);
    if (read.refusal) storage.setItem(REFUSED_KEY, text.slice(0, 20_000));
    return read;
  } catch {
    return null;
  }
}

/** Keeps the choices for the next visit; a full or forbidden store is no fault of the person and changes nothing. */
export function saveChoices(storage: TextStorage, choices: Choices): void {
  try {
    storage.setItem(CHOICES_KEY, writeChoices(choices));
  } catch {
    // Without storage the next visit starts from the first picture.
  }
}
