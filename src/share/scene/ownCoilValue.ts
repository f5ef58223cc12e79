import type { CoilDescription } from '../../coil/coilDescription';
import { NO_PUBLISHED_FOCALITY } from '../../coil/publishedFocality';
import { fromBase64, toBase64 } from '../../core/base64';
import { ownCoilSchema } from '../../state/keptCoils';

/** How deep a description of a coil is nested. */
const DEEPEST = 8;
const NUMBERS = 'float64';

/** An own coil as a value of JSON: its lists of numbers as base64 of their little-endian bytes, so that they come back exactly. */
export const ownCoilValue = (coil: CoilDescription): unknown => packed(coil);

function packed(value: unknown): unknown {
  if (value instanceof Float64Array) return { [NUMBERS]: toBase64(littleEndian(value)) };
  if (Array.isArray(value)) return value.map(packed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, packed(part)]));
}

/** The coil that such a value stands for, or null where it is none. */
export function ownCoilOfValue(value: unknown): CoilDescription | null {
  const { success, data } = ownCoilSchema.safeParse(unpacked(value, 0));
  if (!success) return null;
  // What the form does not name is left out, and nobody published anything about a coil of one's own.
  const named = Object.entries(data).filter(([key]) => key in ownCoilSchema.shape);
  return { ...(Object.fromEntries(named) as unknown as CoilDescription), focality: NO_PUBLISHED_FOCALITY };
}

function unpacked(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return value;
  if (Array.isArray(value)) return value.map((part) => unpacked(part, depth + 1));
  const numbers = Object.hasOwn(value, NUMBERS) ? (value as Record<string, unknown>)[NUMBERS] : undefined;
  if (typeof numbers === 'string') return numbersOf(numbers);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, unpacked(part, depth + 1)]));
}

function numbersOf(text: string): Float64Array | null {
  const bytes = fromBase64(text);
  if (!bytes || bytes.length % 8 !== 0) return null;
  const view = new DataView(bytes.buffer);
  return Float64Array.from({ length: bytes.length / 8 }, (_, n) => view.getFloat64(8 * n, true));
}

function littleEndian(values: Float64Array): Uint8Array {
  const bytes = new Uint8Array(8 * values.length);
  const view = new DataView(bytes.buffer);
  for (let n = 0; n < values.length; n++) view.setFloat64(8 * n, values[n], true);
  return bytes;
}
