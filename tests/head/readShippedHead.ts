import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The bytes of a shipped file of the head, for tests. */
export function readShippedHead(name: string): Uint8Array {
  return new Uint8Array(readFileSync(fileURLToPath(new URL(`../../models/heads/colin27/${name}`, import.meta.url))));
}
