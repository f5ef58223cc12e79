import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { z } from 'zod';
import { type InputError, inputError, printable } from '../core/inputError';

/** Largest file that is read, bytes. */
export const LARGEST_INPUT = 256 * 2 ** 20;

/** A scene as it came in and the folder to which its file paths are relative. */
export interface SceneFile {
  readonly scene: unknown;
  readonly folder: string;
}

/** Reads and parses the scene; `-` is standard input. */
export function readSceneFile(file: string): SceneFile {
  const text = decodeText(readGivenBytes(file), nameOf(file));
  return { scene: parseScene(text), folder: file === '-' ? process.cwd() : dirname(resolve(file)) };
}

const nameOf = (file: string): string => (file === '-' ? 'standard input' : `the file ${file}`);

/** The bytes of a file named on the command line; `-` is standard input. */
export const readGivenBytes = (file: string): Uint8Array => readBytes(file === '-' ? 0 : file, nameOf(file));

/** The value that a JSON text stands for. */
export function parseScene(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message.split('\n')[0] : 'not readable';
    throw inputError('scene', `be one JSON object (${printable(reason, 120)})`, printable(text, 20));
  }
}

/** Text of a file, bounded and in UTF-8; `field` names it in a fault. */
export const readText = (file: string, field: string): string => decodeText(readBytes(file, field), field);

/** Bytes as UTF-8. */
export function decodeText(bytes: Uint8Array, field: string): string {
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
    const bytes = readFileSync(file);
    if (bytes.length > LARGEST_INPUT) throw inputError(field, `have at most ${LARGEST_INPUT} bytes`, bytes.length);
    return bytes;
  } catch (fault) {
    const code = (fault as NodeJS.ErrnoException).code;
    if (code === undefined) throw fault;
    throw inputError(field, 'be readable', code);
  }
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
