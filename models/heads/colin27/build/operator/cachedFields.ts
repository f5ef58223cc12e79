import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dipoles } from '../../../../../src/physics/dipoles';

/** Ignored by git; may be deleted at any time. */
const FOLDER = 'build-cache/operator';

/**
 * The result of `compute`, or of an earlier run with the same shells, dipoles and points: solving takes most of the time of the builder, and a
 * change of what follows need not wait for it.
 */
export async function cachedFields(
  shellsChecksum: string,
  dipoles: readonly Dipoles[],
  points: Float64Array,
  compute: () => Promise<Float32Array>,
): Promise<Float32Array> {
  const hash = createHash('sha256').update(shellsChecksum).update(points);
  for (const { positions, moments } of dipoles) hash.update(positions).update(moments);
  const file = join(FOLDER, `${hash.digest('hex').slice(0, 24)}.bin`);
  if (existsSync(file)) {
    const bytes = readFileSync(file);
    if (bytes.length === 4 * points.length * dipoles.length) return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  }
  const fields = await compute();
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(file, new Uint8Array(fields.buffer, fields.byteOffset, fields.byteLength));
  return fields;
}
