import { z } from 'zod';
import { crc32 } from '../core/crc32';
import { InputError } from '../core/inputError';

const file = z.object({
  bytes: z
    .number()
    .int()
    .positive()
    .max(8 * 1024 * 1024),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  crc32: z.number().int().min(0).max(0xffffffff),
  /** Vertices and triangles of every surface in the file. */
  surfaces: z.record(z.string(), z.object({ vertices: z.number().int(), triangles: z.number().int() })).optional(),
  /** What one unit of each stored attribute means. */
  attributes: z.record(z.string(), z.string()).optional(),
});
const schema = z.object({
  name: z.string().min(1).max(100),
  space: z.string().min(1).max(300),
  builderVersion: z.number().int(),
  files: z.record(z.string().regex(/^[a-z-]+\.(glb|json)$/), file),
});

export type HeadManifest = z.infer<typeof schema>;

export function parseManifest(value: unknown, fileName = 'manifest.json'): HeadManifest {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new InputError(`${fileName} is damaged: ${issue.path.join('.') || 'the file'} is not as expected (${issue.message}).`);
}

export type FetchBytes = (name: string) => Promise<Uint8Array>;

/**
 * Fetches one file of a head and checks its length and checksum against the manifest: SHA-256 where the page may use it, CRC-32 on plain
 * http, where browsers withhold it. The error is one sentence that names the file.
 */
export async function loadHeadFile(manifest: HeadManifest, name: string, fetchBytes: FetchBytes): Promise<Uint8Array> {
  const expected = manifest.files[name];
  if (!expected) throw new InputError(`${name} is not a file of the head ${manifest.name}.`);
  let bytes: Uint8Array;
  try {
    bytes = await fetchBytes(name);
  } catch {
    throw new InputError(`${name} of the head ${manifest.name} could not be fetched; check the connection and reload the page.`);
  }
  if (bytes.length !== expected.bytes) {
    throw new InputError(`${name} is damaged: it must have ${expected.bytes} bytes; instead received ${bytes.length}.`);
  }
  const same = globalThis.crypto?.subtle ? (await sha256(bytes)) === expected.sha256 : crc32(bytes) === expected.crc32;
  if (!same)
    throw new InputError(`${name} is damaged: its checksum differs from the one in the manifest; reload the page or fetch the file again.`);
  return bytes;
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await globalThis.crypto.subtle.digest('SHA-256', Uint8Array.from(bytes));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
