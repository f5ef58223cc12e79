import { inputError } from '../../core/inputError';

/**
 * Vectors of three numbers as coil files hold them: a list of lists, or base64 of little-endian 64-bit floats, plain or compressed (zlib or gzip).
 * Returns stride 3. `most`: largest number of vectors; a compressed block is unpacked no further than that.
 */
export async function decodeVectors(value: unknown, field: string, most: number): Promise<Float64Array> {
  const numbers = typeof value === 'string' ? await decodeText(value, field, most) : flatten(value, field, most);
  const bad = numbers.findIndex((entry) => !Number.isFinite(entry));
  if (bad >= 0) throw inputError(`${field}[${Math.floor(bad / 3)}]`, 'hold finite numbers', numbers[bad]);
  return numbers;
}

function flatten(value: unknown, field: string, most: number): Float64Array {
  if (!Array.isArray(value) || value.length < 1 || value.length > most) throw inputError(field, `be a list of 1 to ${most} vectors`, value);
  const out = new Float64Array(3 * value.length);
  value.forEach((vector, i) => {
    if (!Array.isArray(vector) || vector.length !== 3 || !vector.every((entry) => typeof entry === 'number')) {
      throw inputError(`${field}[${i}]`, 'be a list of three numbers', vector);
    }
    out.set(vector, 3 * i);
  });
  return out;
}

async function decodeText(text: string, field: string, most: number): Promise<Float64Array> {
  const packed = base64(text, field, most);
  const bytes = (await unpack(packed, 24 * most, field)) ?? packed;
  if (bytes.length === 0 || bytes.length % 24 !== 0 || bytes.length > 24 * most) {
    throw inputError(field, `hold 1 to ${most} vectors of three 64-bit floats`, `${bytes.length} bytes`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Float64Array.from({ length: bytes.length / 8 }, (_, i) => view.getFloat64(8 * i, true));
}

function base64(text: string, field: string, most: number): Uint8Array {
  // One class of characters in one pass: a pattern with two open ends takes quadratic time.
  if (text.length > 40 * most + 100 || /[^A-Za-z0-9+/=\s]/.test(text)) throw inputError(field, 'be lists of numbers or base64', text);
  try {
    return Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  } catch {
    throw inputError(field, 'be lists of numbers or base64', text);
  }
}

/** Nothing where the bytes are not compressed: neither a gzip nor a zlib header, or a chance match that does not unpack. */
export async function unpack(bytes: Uint8Array, most: number, field: string): Promise<Uint8Array | undefined> {
  const gzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const zlib = (bytes[0] & 0x0f) === 8 && ((bytes[0] << 8) | bytes[1]) % 31 === 0;
  if (!gzip && !zlib) return undefined;
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream(gzip ? 'gzip' : 'deflate'));
    const reader = stream.getReader();
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      chunks.push(step.value);
      length += step.value.length;
      if (length > most) break;
    }
    if (length > most) await reader.cancel();
  } catch {
    return undefined;
  }
  if (length > most) throw inputError(field, `unpack to at most ${most} bytes`, 'more');
  const out = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    out.set(chunk, offset);
    offset += chunk.length;
  }
  return out;
}
