import type { z } from 'zod';
import { type InputError, inputError } from '../core/inputError';

/** The value at `path` inside `input`; undefined where the path leaves it. */
function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (value === null || typeof value !== 'object') return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

const fieldName = (root: string, path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (name, key) => (typeof key === 'number' ? `${name}[${key}]` : name === root ? String(key) : `${name}.${String(key)}`),
    root,
  );

/** Words the first fault a schema found as one sentence. Schemas of this folder state in their messages what must hold. */
function wordFault(error: z.ZodError, input: unknown, root: string): InputError {
  const issue = error.issues[0];
  if (issue.code === 'unrecognized_keys') {
    return inputError(fieldName(root, issue.path), 'have no other fields than those of its description', issue.keys[0]);
  }
  return inputError(fieldName(root, issue.path), issue.message, valueAt(input, issue.path));
}

/** Checks a value from outside against a schema; throws an `InputError` of one sentence. `root` names the whole value in that sentence. */
export function readInput<T>(schema: z.ZodType<T>, input: unknown, root: string): T {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw wordFault(result.error, input, root);
}
