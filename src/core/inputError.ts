/**
 * A fault of what came from outside (a file, a link, a typed value), never of the program. Its message is one sentence that says which
 * field, what must hold and what came instead; it is fit to be shown to the user as it stands.
 */
export class InputError extends Error {
  override name = 'InputError';
}

/** Words the sentence of an `InputError`: `coilDistance must be at least 0 m; instead received -0.002 m.` */
export function inputError(field: string, mustHold: string, received: unknown): InputError {
  return new InputError(`${field} must ${mustHold}; instead received ${describeValue(received)}.`);
}

/** A short, one-line rendering of any value for an error sentence. */
export function describeValue(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value);
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** At most `most` characters of somebody else's text, without what would break the one line of a sentence. */
export function printable(text: string, most: number): string {
  const short = text.length > most ? `${text.slice(0, most)}…` : text;
  return Array.from(short, (c) => (c < ' ' || c === '\u007f' || c === '\ufffd' ? '?' : c)).join('');
}
