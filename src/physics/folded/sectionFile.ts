import { z } from 'zod';
import { crc32 } from '../../core/crc32';
import { inputError } from '../../core/inputError';

/*
 * Layout, little-endian: magic, version, length of the whole file, CRC-32 of all bytes behind it, length of the header; the header as JSON in UTF-8; then the sections,
 * one behind the other in the order of the header.
 */
const PREAMBLE_BYTES = 20;
/** Bound on what is read at all. */
const MOST_BYTES = 16 * 2 ** 20;

const envelope = z.object({ sections: z.record(z.string().max(40), z.number().int().nonnegative().max(MOST_BYTES)) });

/** What tells one kind of file from another. */
export interface FileKind {
  readonly magic: string;
  readonly version: number;
}

export interface SectionFile {
  /** As it stands in the file, not yet checked. */
  readonly header: unknown;
  readonly sections: ReadonlyMap<string, Uint8Array>;
}

const magicNumber = (magic: string): number => new DataView(new TextEncoder().encode(magic).buffer).getUint32(0, true);

export function writeSectionFile({ magic, version }: FileKind, header: object, sections: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const lengths = Object.fromEntries(Object.entries(sections).map(([name, bytes]) => [name, bytes.length]));
  const head = new TextEncoder().encode(JSON.stringify({ ...header, sections: lengths }));
  const total = Object.values(sections).reduce((sum, bytes) => sum + bytes.length, PREAMBLE_BYTES + head.length);
  const file = new Uint8Array(total);
  const view = new DataView(file.buffer);
  view.setUint32(0, magicNumber(magic), true);
  view.setUint32(4, version, true);
  view.setUint32(8, total, true);
  view.setUint32(16, head.length, true);
  file.set(head, PREAMBLE_BYTES);
  let offset = PREAMBLE_BYTES + head.length;
  for (const bytes of Object.values(sections)) {
    file.set(bytes, offset);
    offset += bytes.length;
  }
  view.setUint32(12, crc32(file.subarray(16)), true);
  return file;
}

/** Takes a file apart; `name` names it in a fault. */
export function readSectionFile(file: Uint8Array, { magic, version }: FileKind, name: string): SectionFile {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.length < PREAMBLE_BYTES) throw inputError(name, `have at least ${PREAMBLE_BYTES} bytes`, file.length);
  if (view.getUint32(0, true) !== magicNumber(magic)) throw inputError(name, `begin with ${magic}`, 'other bytes');
  if (view.getUint32(4, true) !== version) throw inputError(name, `have the format version ${version}`, view.getUint32(4, true));
  const length = view.getUint32(8, true);
  if (length !== file.length || length > MOST_BYTES) throw inputError(name, `have the ${length} bytes that it says`, file.length);
  if (view.getUint32(12, true) !== crc32(file.subarray(16)))
    throw inputError(name, 'have the checksum that it says', 'another: it is damaged');
  const headLength = view.getUint32(16, true);
  const start = PREAMBLE_BYTES + headLength;
  if (start > file.length) throw inputError(name, 'hold the whole header that it says', `${headLength} bytes of header`);
  const header = parseHeader(file.subarray(PREAMBLE_BYTES, start), name);
  const sections = new Map<string, Uint8Array>();
  let offset = start;
  for (const [section, bytes] of Object.entries(header.sections)) {
    if (offset + bytes > file.length) throw inputError(name, `hold its section ${section}`, 'a file that ends before it');
    sections.set(section, file.subarray(offset, offset + bytes));
    offset += bytes;
  }
  return { header, sections };
}

function parseHeader(bytes: Uint8Array, name: string): z.infer<typeof envelope> & object {
  try {
    const header: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return { ...(header as object), ...envelope.parse(header) };
  } catch {
    throw inputError(name, 'have a header that can be read', 'another');
  }
}
