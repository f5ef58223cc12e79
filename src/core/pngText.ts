import { crc32 } from './crc32';

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];
/** Bytes before the first chunk after the header: signature and IHDR. */
const AFTER_HEADER = 8 + 25;

export const isPng = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, n) => bytes[n] === byte);

/**
 * A PNG with a text entry added after its header (chunk iTXt, uncompressed UTF-8; PNG specification, 3rd edition, 11.3.3.4).
 * `keyword`: 1 to 79 Latin-1 characters.
 */
export function addPngText(png: Uint8Array, keyword: string, text: string): Uint8Array<ArrayBuffer> {
  if (!isPng(png)) throw new Error('addPngText: the bytes must be a PNG file.');
  const encoder = new TextEncoder();
  // Keyword, separator, "not compressed", method 0, no language tag, no translated keyword.
  const [head, body] = [encoder.encode(keyword), encoder.encode(text)];
  const data = new Uint8Array(head.length + 5 + body.length);
  data.set(head);
  data.set(body, head.length + 5);
  const chunk = new Uint8Array(12 + data.length);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  chunk.set(encoder.encode('iTXt'), 4);
  chunk.set(data, 8);
  view.setUint32(8 + data.length, crc32(chunk.subarray(4, 8 + data.length)));
  const out = new Uint8Array(png.length + chunk.length);
  out.set(png.subarray(0, AFTER_HEADER));
  out.set(chunk, AFTER_HEADER);
  out.set(png.subarray(AFTER_HEADER), AFTER_HEADER + chunk.length);
  return out;
}

/** The text entry with this keyword, as `addPngText` writes it, or null where the bytes are no PNG, carry none, or a damaged one. */
export function readPngText(png: Uint8Array, keyword: string): string | null {
  if (!isPng(png)) return null;
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const head = [...new TextEncoder().encode(keyword), 0, 0, 0, 0, 0];
  for (let at = 8; at + 12 <= png.length; ) {
    const length = view.getUint32(at);
    const data = png.subarray(at + 8, at + 8 + length);
    if (at + 12 + length > png.length) return null;
    const kind = String.fromCharCode(...png.subarray(at + 4, at + 8));
    if (kind === 'iTXt' && head.every((byte, n) => data[n] === byte)) {
      if (crc32(png.subarray(at + 4, at + 8 + length)) !== view.getUint32(at + 8 + length)) return null;
      return new TextDecoder().decode(data.subarray(head.length));
    }
    at += 12 + length;
  }
  return null;
}
