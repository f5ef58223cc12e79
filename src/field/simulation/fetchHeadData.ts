import { InputError } from '../../core/inputError';
import type { HeadData } from './headData';

/** Written out one by one so that the bundler finds every file. */
const FILES: Readonly<Record<HeadData, { readonly name: string; readonly address: string }>> = {
  operator: { name: 'operator.bin', address: new URL('../../../models/heads/colin27/operator.bin', import.meta.url).href },
  rows: { name: 'folded.bin', address: new URL('../../../models/heads/colin27/folded.bin', import.meta.url).href },
  slopes: { name: 'foldedSlopes.bin', address: new URL('../../../models/heads/colin27/foldedSlopes.bin', import.meta.url).href },
};

/** No such file is larger; bounds what a wrong file can make the page read. */
const MOST_BYTES = 16 * 1024 * 1024;

/** Fetches a file of the shipped head from this origin; `progress` hears the share of the bytes that is there. */
export async function fetchHeadData(data: HeadData, progress: (share: number) => void): Promise<Uint8Array> {
  const { name, address } = FILES[data];
  let response: Response;
  try {
    response = await fetch(address);
  } catch {
    throw new InputError(`${name} could not be fetched.`);
  }
  if (!response.ok || !response.body) throw new InputError(`${name} could not be fetched (status ${response.status}).`);
  return readAll(name, response.body, Number(response.headers.get('content-length')) || 0, progress);
}

async function nextPart(name: string, reader: ReadableStreamDefaultReader<Uint8Array>) {
  try {
    return await reader.read();
  } catch {
    throw new InputError(`${name} could not be fetched: the connection broke.`);
  }
}

async function readAll(
  name: string,
  body: ReadableStream<Uint8Array>,
  expected: number,
  progress: (share: number) => void,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let received = 0;
  const reader = body.getReader();
  for (let part = await nextPart(name, reader); !part.done; part = await nextPart(name, reader)) {
    parts.push(part.value);
    received += part.value.length;
    if (received > MOST_BYTES) throw new InputError(`${name} must have at most ${MOST_BYTES} bytes; instead received more.`);
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
