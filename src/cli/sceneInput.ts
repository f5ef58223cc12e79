import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { inputError, printable } from '../core/inputError';

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

/** The bytes of a file that a scene names, bounded; `field` names it in a fault. */
export const readGivenFile = (file: string, field: string): Uint8Array => readBytes(file, field);

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

/** The bytes of a file, bounded; `field` names it in a fault. */
export function readBytes(file: string | number, field: string): Uint8Array {
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
