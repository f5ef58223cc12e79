import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { z } from 'zod';
import { type InputError, inputError } from '../core/inputError';

/** Largest file that is read, bytes. */
export const LARGEST_INPUT = 256 * 2 ** 20;

/** A scene as it came in and the folder to which its file paths are relative. */
export interface SceneFile {
  readonly scene: unknown;
  readonly folder: string;
}

/** Reads and parses the scene; `-` is standard input. */
export function readSceneFile(file: string): SceneFile {
  const text = file === '-' ? readText(0, 'standard input') : readText(file, `the file ${file}`);
  try {
    return { scene: JSON.parse(text), folder: file === '-' ? process.cwd() : dirname(resolve(file)) };
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message.split('\n')[0].slice(0, 120) : 'not readable';
    throw inputError('scene', `be one JSON object (${printable(reason)})`, printable(text.slice(0, 20)));
  }
}

/** Text of a file or of a stream number, bounded and in UTF-8; `field` names it in a fault. */
export function readText(file: string | number, field: string): string {
  const bytes = readBytes(file, field);
  if (bytes.length > LARGEST_INPUT) throw inputError(field, `have at most ${LARGEST_INPUT} bytes`, bytes.length);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw inputError(field, 'be text in UTF-8', 'other bytes');
  }
}

function readBytes(file: string | number, field: string): Uint8Array {
  try {
    if (typeof file === 'string') {
      const status = statSync(file);
      if (!status.isFile()) throw inputError(field, 'be a file', status.isDirectory() ? 'a folder' : 'something else');
      if (status.size > LARGEST_INPUT) throw inputError(field, `have at most ${LARGEST_INPUT} bytes`, status.size);
    }
    return readFileSync(file);
  } catch (fault) {
    const code = (fault as NodeJS.ErrnoException).code;
    if (code === undefined) throw fault;
    throw inputError(field, 'be readable', code);
  }
}

/** Control characters would break the one line of an error. */
function printable(text: string): string {
  return Array.from(text, (c) => (c < ' ' || c === '\u007f' || c === '\ufffd' ? '?' : c)).join('');
}

/** Checks a value of a scene; `root` names the whole value, '' the scene itself. */
export function readInput<T>(schema: z.ZodType<T>, value: unknown, root: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw wordIssue(result.error.issues[0], value, root);
}

function wordIssue(issue: z.core.$ZodIssue, value: unknown, root: string): InputError {
  const field = fieldName(root, issue.path);
  const received = valueAt(value, issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return inputError(field, 'have no field beside those of its description', issue.keys[0]);
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

function fieldName(root: string, path: readonly PropertyKey[]): string {
  const name = path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, root);
  return name === '' ? 'scene' : name;
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}
