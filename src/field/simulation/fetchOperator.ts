import { InputError } from '../../core/inputError';

/** No operator is larger; bounds what a wrong file can make the page read. */
const MOST_BYTES = 16 * 1024 * 1024;

/** Fetches the operator of the shipped head from this origin; `progress` hears the share of the bytes that is there. */
export async function fetchOperator(progress: (share: number) => void): Promise<Uint8Array> {
  const address = new URL('../../../models/heads/colin27/operator.bin', import.meta.url).href;
  let response: Response;
  try {
    response = await fetch(address);
  } catch {
    throw new InputError('operator.bin could not be fetched.');
  }
  if (!response.ok || !response.body) throw new InputError(`operator.bin could not be fetched (status ${response.status}).`);
  return readAll(response.body, Number(response.headers.get('content-length')) || 0, progress);
}

async function nextPart(reader: ReadableStreamDefaultReader<Uint8Array>) {
  try {
    return await reader.read();
  } catch {
    throw new InputError('operator.bin could not be fetched: the connection broke.');
  }
}

async function readAll(body: ReadableStream<Uint8Array>, expected: number, progress: (share: number) => void): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let received = 0;
  const reader = body.getReader();
  for (let part = await nextPart(reader); !part.done; part = await nextPart(reader)) {
    parts.push(part.value);
    received += part.value.length;
    if (received > MOST_BYTES) throw new InputError(`operator.bin must have at most ${MOST_BYTES} bytes; instead received more.`);
    if (expected > 0) progress(Math.min(received / expected, 1));
  }
  const bytes = new Uint8Array(received);
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}
