import { runInThisContext } from 'node:vm';
import { InputError } from '../../src/core/inputError';

/** A linear reader is done with 1 MB long before; a quadratic one takes minutes and is stopped, so that the test ends [ms]. */
const PATIENCE = 1500;

declare global {
  var readerUnderTest: (() => unknown) | undefined;
}

/** Runs a reader and returns what became of it; one that takes too long is stopped, even inside a regular expression. */
export async function outcomeOf(read: () => unknown): Promise<'read' | 'refused'> {
  globalThis.readerUnderTest = read;
  try {
    await runInThisContext('globalThis.readerUnderTest()', { timeout: PATIENCE });
    return 'read';
  } catch (fault) {
    if (fault instanceof InputError && oneSentence(fault.message)) return 'refused';
    throw fault;
  } finally {
    globalThis.readerUnderTest = undefined;
  }
}

const oneSentence = (text: string): boolean => text.length < 400 && !text.includes('\n') && text.endsWith('.');

const MEGABYTE = 1_000_000;
const fill = (part: string): string => part.repeat(Math.ceil(MEGABYTE / part.length)).slice(0, MEGABYTE);

/** A megabyte of what readers were not made for, each in a shape that is slow for some kind of pattern or loop. */
export const JUNK: ReadonlyMap<string, string> = new Map([
  ['spaces and a wrong sign', `${fill(' ')}!`],
  ['digits and a letter', `${fill('1')}x`],
  ['letters of base64 and a wrong sign', `${fill('A')}!`],
  ['equal signs', fill('=')],
  ['spaces and equal signs', `${fill(' =')}!`],
  ['line ends', fill('\n')],
  ['returns without line ends', fill('\r')],
  ['commas', fill(',')],
  ['points', fill('.')],
  ['comments', fill('#\n')],
  ['number signs', fill('#')],
  ['entries of a header', `#${fill(';dIdtmax=')}`],
  ['open brackets', fill('[')],
  ['nested lists', `${fill('[').slice(MEGABYTE / 2)}${fill(']').slice(MEGABYTE / 2)}`],
  ['open objects', fill('{"a":')],
  ['open parentheses', fill('(')],
  ['minus signs', fill('-')],
  ['exponents', fill('1e')],
  ['one long string', `"${fill('a')}"`],
  ['rows of numbers that are one too few', fill('1 2 3 4 5\n')],
  ['backslashes', fill('\\')],
  ['nothing but zero bytes', fill('\0')],
]);
