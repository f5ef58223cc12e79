import { inputError } from '../../core/inputError';
import type { Vec3 } from '../../core/vec3';

export type Json = Record<string, unknown>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The JSON object that a text holds; a fault names the line where the reader knows it. */
export function parseJson(text: string, field: string): Json {
  let root: unknown;
  try {
    root = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch (fault) {
    const position = fault instanceof Error ? /position (\d+)/.exec(fault.message)?.[1] : undefined;
    const line = position === undefined ? '' : `, line ${text.slice(0, Number(position)).split('\n').length},`;
    throw inputError(`${field}${line}`, 'be JSON', text.slice(0, 20));
  }
  if (!isObject(root)) throw inputError(field, 'be a JSON object', root);
  return root;
}

export function asVector(value: unknown, field: string): Vec3 {
  if (!Array.isArray(value) || value.length !== 3 || !value.every((entry) => typeof entry === 'number' && Number.isFinite(entry)))
    throw inputError(field, 'be a list of three numbers', value);
  return value as unknown as Vec3;
}
