import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readSurfaces } from '../../../../../src/head/readSurfaceFile';
import type { Surface } from '../../../../../src/head/surface';

/** A file of the shipped head. */
const headFile = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));

export interface HeadSurfaces {
  readonly scalp: Surface;
  readonly outerSkull: Surface;
  readonly innerSkull: Surface;
  readonly cortex: Surface;
  /** The scalp as it is shown, on which coils are placed. */
  readonly displayScalp: Surface;
  /** SHA-256 of shells.glb. */
  readonly shellsChecksum: string;
}

export async function readHeadSurfaces(): Promise<HeadSurfaces> {
  const bytes = new Uint8Array(readFileSync(headFile('shells.glb')));
  const { scalp, outerSkull, innerSkull } = await readSurfaces(bytes, 'shells.glb');
  const { cortex } = await readSurfaces(new Uint8Array(readFileSync(headFile('cortex.glb'))), 'cortex.glb');
  const { scalp: displayScalp } = await readSurfaces(new Uint8Array(readFileSync(headFile('scalp.glb'))), 'scalp.glb');
  return { scalp, outerSkull, innerSkull, cortex, displayScalp, shellsChecksum: createHash('sha256').update(bytes).digest('hex') };
}
