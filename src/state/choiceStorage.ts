import { InputError } from '../core/inputError';
import { type Choices, INITIAL_CHOICES } from './choices';
import { type KnownIds, type ReadChoices, readChoices, type WrittenChoices } from './storedChoices';
import { compileTypedPulse, typedPulseFault } from './typedPulse';
import { FIRST_TYPED_PULSE, type WaitingPulse } from './typedPulseValue';

/** Where versions before `share/keeping` kept the choices of the last visit. */
export const CHOICES_KEY = 'coilscope.choices';
/** A text that could not be read whole is kept here, so that nothing is lost. */
const REFUSED_KEY = 'coilscope.choices.refused';
/** Longest text that is kept there, in characters. */
const LONGEST = 20_000;

/** The part of `localStorage` that is used; it may throw where the browser forbids storage. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** The storage that `ask` gives; null where the browser forbids it, which it may do by throwing at the mere question. */
export function openStorage(ask: () => TextStorage): TextStorage | null {
  try {
    const storage = ask();
    storage.getItem(CHOICES_KEY);
    return storage;
  } catch {
    return null;
  }
}

/** Choices of the last visit, or null where there are none or the browser keeps none. */
export function loadChoices(storage: TextStorage, known: KnownIds): ReadChoices | null {
  try {
    const text = storage.getItem(CHOICES_KEY);
    if (text === null) return null;
    const read = readChoices(text, known);
    if (read.refusal) setAside(storage);
    return read;
  } catch {
    return null;
  }
}

/** Keeps a copy of what the last visit left, for whoever wants it back. */
export function setAside(storage: TextStorage): void {
  try {
    storage.setItem(REFUSED_KEY, (storage.getItem(CHOICES_KEY) ?? '').slice(0, LONGEST));
  } catch {
    // A full storage keeps the text under its own name until the next change.
  }
}

/** Choices that can be shown, and what of the written ones waits. */
export interface RestoredChoices {
  readonly choices: Choices;
  readonly waiting: WaitingPulse | null;
  readonly refusal: string | null;
}

/**
 * Makes choices of written ones. A typed pulse that was in use is compiled; where that fails the first pulse stands in and one sentence says
 * why, and where only the parser is missing the text waits. A formula that was not in use waits until it is asked for.
 */
export async function restoreChoices(
  { pulseExpression, pulseDuration, ...others }: WrittenChoices,
  whose = 'of the last visit',
): Promise<RestoredChoices> {
  const text = { expression: pulseExpression, duration: pulseDuration };
  const chosen = others.pulseShape === 'typed';
  const first = text.expression === FIRST_TYPED_PULSE.expression && text.duration === FIRST_TYPED_PULSE.duration;
  if (!chosen && !first) return { choices: { ...others, typedPulse: FIRST_TYPED_PULSE }, waiting: { ...text, chosen }, refusal: null };
  try {
    return { choices: { ...others, typedPulse: await compileTypedPulse(text) }, waiting: null, refusal: null };
  } catch (error) {
    return {
      choices: { ...others, pulseShape: INITIAL_CHOICES.pulseShape, typedPulse: FIRST_TYPED_PULSE },
      waiting: error instanceof InputError ? null : { ...text, chosen },
      refusal: `The typed pulse ${whose} was not used: ${typedPulseFault(error)}`,
    };
  }
}
