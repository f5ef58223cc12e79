import { decodeSymbols, encodeSymbols, readSymbolCode } from '../modes/rangeCoder';

/** Values up to this are symbols of their own; larger ones are written out after the escape symbol. */
const LARGEST = 126;
const ESCAPE = 2 * LARGEST + 1;
const CONTEXTS = 31;

const contextOf = (size: number): number => Math.min(CONTEXTS - 1, Math.floor(3 * Math.log2(size + 1)));
const CONTEXT_OF_SIZE = Uint8Array.from({ length: 4096 }, (_, size) => contextOf(size));

/**
 * Codes 16-bit integers with distributions chosen by the size of values coded before: the one before, the two before it, and those `row` places back (same place in the row
 * before) and beside it. `row` is 0 where there are no rows.
 */
export function encodeIntegers(values: Int16Array, row: number): Uint8Array {
  const symbols = new Uint8Array(values.length);
  const contexts = new Uint8Array(values.length);
  const escapes: number[] = [];
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    const small = value >= -LARGEST && value <= LARGEST;
    contexts[i] = contextAt(values, i, row);
    symbols[i] = small ? value + LARGEST : ESCAPE;
    if (!small) escapes.push(value);
  }
  return encodeSymbols(symbols, contexts, CONTEXTS, Int16Array.from(escapes));
}

/** Fills `values` from what `encodeIntegers` wrote; throws where the bytes do not fit. */
export function decodeIntegers(bytes: Uint8Array, values: Int16Array, row: number): void {
  const reader = decodeSymbols(readSymbolCode(bytes, CONTEXTS));
  for (let i = 0; i < values.length; i++) {
    const symbol = reader.next(contextAt(values, i, row));
    values[i] = symbol === ESCAPE ? reader.nextEscape() : symbol - LARGEST;
  }
  reader.finish();
}

function contextAt(values: Int16Array, i: number, row: number): number {
  let size = 0;
  if (i > 0) size += 2 * Math.abs(values[i - 1]);
  if (i > 2) size += Math.abs(values[i - 2]) + 2 * Math.abs(values[i - 3]);
  if (row > 0 && i >= row) {
    size += 3 * Math.abs(values[i - row]);
    if (i > row) size += Math.abs(values[i - row - 1]);
    if (row > 1) size += Math.abs(values[i - row + 1]);
  }
  return CONTEXT_OF_SIZE[Math.min(size, 4095)];
}
