import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRows, writeRows } from '../../../src/physics/folded/rowsFile';
import { readSectionFile, writeSectionFile } from '../../../src/physics/folded/sectionFile';
import { decodeIntegers, encodeIntegers } from '../../../src/physics/folded/symbolArray';
import { syntheticRows } from './syntheticFolded';

const file = writeRows(syntheticRows());
const read = (bytes: Uint8Array): unknown => readRows(bytes, 'folded.bin');
const changed = (offset: number, value: number): Uint8Array => {
  const out = file.slice();
  out[offset] = value;
  return out;
};
/** The same sections under another header, with a checksum that fits. */
function withHeader(change: object): Uint8Array {
  const kind = { magic: 'CSFR', version: 2 };
  const { header, sections } = readSectionFile(file, kind, 'folded.bin');
  return writeSectionFile(kind, { ...(header as object), ...change }, Object.fromEntries(sections));
}

describe('The file of the folded cortex', () => {
  it('gives back what was written', () => {
    expect(read(file)).toEqual(expect.objectContaining(syntheticRows()));
  });

  it.each([
    ['empty', new Uint8Array(0), /must have at least 20 bytes/],
    ['of another kind', changed(0, 65), /must begin with CSFR/],
    ['of another version', changed(4, 9), /must have the format version 2.*received 9/],
    ['cut off', file.subarray(0, file.length - 7), /must have the \d+ bytes that it says/],
    ['longer than it says', Uint8Array.from([...file, 0]), /must have the \d+ bytes that it says/],
    ['damaged in its header', changed(30, 0), /must have the checksum that it says/],
    ['damaged at its end', changed(file.length - 1, file[file.length - 1] ^ 1), /must have the checksum that it says/],
    ['without its modes', withHeader({ modeCount: undefined }), /must have a header of the folded cortex.*modeCount/],
    ['of more vertices than it holds', withHeader({ vertexCount: 41 }), /must hold (a section assumed|numbers that can be decoded)/],
    ['of a vast number of vertices', withHeader({ vertexCount: 1e9 }), /must have a header of the folded cortex.*vertexCount/],
    ['of other modes than it holds', withHeader({ modeCount: 11 }), /must hold a section mixing of 352 bytes/],
    ['of other patterns than it holds', withHeader({ patternCount: 12 }), /must hold a section mixing of 576 bytes/],
    ['of patterns that fill no vector', withHeader({ patternCount: 7 }), /must have a header of the folded cortex.*patternCount/],
    ['with a step of zero', withHeader({ patternStep: 0 }), /must have a header of the folded cortex.*patternStep/],
  ])('is refused in one sentence when it is %s', (_how, bytes, sentence) => {
    expect(() => read(bytes)).toThrow(/^folded\.bin [^\n]+\.$/);
    expect(() => read(bytes)).toThrow(sentence);
  });

  it('is refused, and never hangs or crashes, whatever bytes are changed behind a fitting checksum', () => {
    const kind = { magic: 'CSFR', version: 2 };
    const { header, sections } = readSectionFile(file, kind, 'folded.bin');
    fc.assert(
      fc.property(fc.constantFrom('tensors', 'patterns'), fc.nat(), fc.integer({ min: 1, max: 255 }), (section, at, by) => {
        const spoiled = Object.fromEntries([...sections].map(([name, bytes]) => [name, bytes.slice()]));
        spoiled[section][at % spoiled[section].length] ^= by;
        try {
          read(writeSectionFile(kind, header as object, spoiled));
        } catch (fault) {
          expect((fault as Error).message).toMatch(/^folded\.bin must hold numbers that can be decoded/);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('Coded integers', () => {
  it('come back whatever they are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -32_768, max: 32_767 }), { minLength: 1, maxLength: 300 }),
        fc.nat({ max: 7 }),
        (list, row) => {
          const values = Int16Array.from(list);
          const out = new Int16Array(values.length);
          decodeIntegers(encodeIntegers(values, row), out, row);
          expect(out).toEqual(values);
        },
      ),
      { numRuns: 50 },
    );
  });
});
