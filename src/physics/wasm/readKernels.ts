import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Reads a compiled kernel file of this folder from disk (Node only: terminal, tests, builders). */
export function readKernels(name: 'fieldKernels' | 'denseKernels' | 'voxelKernels'): Uint8Array<ArrayBuffer> {
  const file = fileURLToPath(new URL(`./${name}.wasm`, import.meta.url));
  if (!existsSync(file)) throw new Error(`${name}.wasm has not been built; run: npm run build:wasm`);
  return new Uint8Array(readFileSync(file));
}
