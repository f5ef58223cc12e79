import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../src/core/crc32';
import { addPngText, readPngText } from '../../src/core/pngText';

const encode = (text: string) => new TextEncoder().encode(text);

function chunk(kind: string, data: Uint8Array): number[] {
  const body = [...encode(kind), ...data];
  const frame = new DataView(new ArrayBuffer(8));
  frame.setUint32(0, data.length);
  frame.setUint32(4, crc32(Uint8Array.from(body)));
  const bytes = new Uint8Array(frame.buffer);
  return [...bytes.subarray(0, 4), ...body, ...bytes.subarray(4)];
}

/** One gray pixel. */
const PNG = Uint8Array.from([
  ...[137, 80, 78, 71, 13, 10, 26, 10],
  ...chunk('IHDR', Uint8Array.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
  ...chunk('IDAT', deflateSync(Uint8Array.from([0, 128]))),
  ...chunk('IEND', new Uint8Array(0)),
]);

describe('the checksum of ISO 3309', () => {
  it('has its published values', () => {
    expect(crc32(encode('123456789'))).toBe(0xcbf43926);
    expect(crc32(encode('The quick brown fox jumps over the lazy dog'))).toBe(0x414fa339);
    expect(crc32(new Uint8Array(0))).toBe(0);
    // The end chunk of every PNG file.
    expect(crc32(encode('IEND'))).toBe(0xae426082);
  });
});

describe('text in a PNG', () => {
  const text = 'E = 96 V/m, µ and ⌀';
  const written = addPngText(PNG, 'coilscope', text);

  it('stands right after the header, as an uncompressed iTXt chunk with its checksum; all other bytes stay', () => {
    const data = Uint8Array.from([...encode('coilscope'), 0, 0, 0, 0, 0, ...encode(text)]);
    expect(Array.from(written)).toEqual([...PNG.subarray(0, 33), ...chunk('iTXt', data), ...PNG.subarray(33)]);
  });

  it('is found again by its keyword alone', () => {
    expect(readPngText(written, 'coilscope')).toBe(text);
    expect(readPngText(written, 'coil')).toBeNull();
    expect(readPngText(addPngText(written, 'other', 'x'), 'coilscope')).toBe(text);
    expect(readPngText(PNG, 'coilscope')).toBeNull();
  });

  it('is found in a part of a larger buffer', () => {
    const larger = Uint8Array.from([1, 2, 3, ...written]);
    expect(readPngText(larger.subarray(3), 'coilscope')).toBe(text);
  });

  it('is null in what is no PNG or is cut off inside the text, and not written into what is no PNG', () => {
    expect(readPngText(encode('GIF89a, which is longer than eight bytes'), 'coilscope')).toBeNull();
    expect(readPngText(written.subarray(0, 33 + 20), 'coilscope')).toBeNull();
    expect(() => addPngText(encode('GIF89a'), 'a', 'b')).toThrow('addPngText: the bytes must be a PNG file.');
  });

  it('is null where its checksum does not fit', () => {
    const damaged = Uint8Array.from(written);
    damaged[33 + 8 + 14] ^= 1;
    expect(readPngText(damaged, 'coilscope')).toBeNull();
  });

  it('may be the last chunk of the file', () => {
    const last = written.subarray(0, written.length - (PNG.length - 33));
    expect(readPngText(last, 'coilscope')).toBe(text);
  });
});
