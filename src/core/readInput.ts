import type { z } from 'zod';
import { type InputError, inputError } from './inputError';

/**
 * Checks a value from outside against a schema; throws an `InputError` of one sentence about the first fault. `whole` names the value itself in that
 * sentence, `prefix` what stands before the names of its fields. Where a schema has words of its own for what must hold, they are used.
 */
export function readInput<T>(schema: z.ZodType<T>, value: unknown, whole: string, prefix = ''): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw wordIssue(result.error.issues[0], value, whole, prefix);
}

function wordIssue(issue: z.core.$ZodIssue, value: unknown, whole: string, prefix: string): InputError {
  const field = fieldName(prefix, issue.path) || whole;
  const received = valueAt(value, issue.path);
  if (issue.code === 'unrecognized_keys') return inputError(field, 'have no other fields than those of its description', issue.keys[0]);
  // What a schema says itself begins small; what the library says begins with a capital letter.
  if (issue.message !== '' && issue.message[0] === issue.message[0].toLowerCase()) return inputError(field, issue.message, received);
  switch (issue.code) {
    case 'invalid_type':
      return inputError(field, issue.expected === 'number' ? 'be a finite number' : `be of type ${issue.expected}`, received);
    case 'invalid_value':
      return inputError(field, `be ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.join(', ')}`, received);
    case 'too_small':
      return inputError(
        field,
        `${bound(issue.origin, issue.inclusive ? 'at least' : 'above')} ${issue.minimum}${counted(issue.origin)}`,
        received,
      );
    case 'too_big':
      return inputError(
        field,
        `${bound(issue.origin, issue.inclusive ? 'at most' : 'below')} ${issue.maximum}${counted(issue.origin)}`,
        received,
      );
    default:
      return inputError(field, issue.message, received);
  }
}

const bound = (origin: string, relation: string) => `${origin === 'array' || origin === 'string' ? 'have' : 'be'} ${relation}`;
const counted = (origin: string) => (origin === 'array' ? ' entries' : origin === 'string' ? ' characters' : '');

function fieldName(prefix: string, path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, prefix);
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}
