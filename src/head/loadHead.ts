import manifestData from '../../models/heads/colin27/manifest.json';
import { InputError } from '../core/inputError';
import { bestFittingSphere, type Sphere } from './bestFittingSphere';
import { type Landmarks, parseLandmarks } from './landmarks';
import { type FetchBytes, loadHeadFile, parseManifest } from './loadHeadFile';
import { readSurfaces } from './readSurfaceFile';
import { parseRegions, type Regions } from './regions';
import type { Surface } from './surface';

/** A head as the application uses it; surfaces in metres, head frame. */
export interface HeadModel {
  readonly name: string;
  readonly scalp: Surface;
  readonly cortex: Surface;
  readonly context: Surface;
  /** The closed boundary surfaces of the conductor model. */
  readonly shells: { readonly scalp: Surface; readonly outerSkull: Surface; readonly innerSkull: Surface };
  /** Least-squares sphere of the inner skull above z = 0. */
  readonly sphere: Sphere;
  readonly landmarks: Landmarks;
  readonly regions: Regions;
}

/** Written out one by one so that the bundler finds every file. */
const ADDRESSES: Readonly<Record<string, string>> = {
  'scalp.glb': new URL('../../models/heads/colin27/scalp.glb', import.meta.url).href,
  'shells.glb': new URL('../../models/heads/colin27/shells.glb', import.meta.url).href,
  'cortex.glb': new URL('../../models/heads/colin27/cortex.glb', import.meta.url).href,
  'context.glb': new URL('../../models/heads/colin27/context.glb', import.meta.url).href,
  'landmarks.json': new URL('../../models/heads/colin27/landmarks.json', import.meta.url).href,
  'regions.json': new URL('../../models/heads/colin27/regions.json', import.meta.url).href,
};

/** Loads and checks the head; `progress` hears the loaded share of the bytes, 0 to 1. Every failure is one sentence that names the file. */
export async function loadHead(progress: (share: number) => void = () => {}, fetchBytes: FetchBytes = fetchFromSite): Promise<HeadModel> {
  const manifest = parseManifest(manifestData);
  const names = Object.keys(ADDRESSES);
  const total = names.reduce((sum, name) => sum + (manifest.files[name]?.bytes ?? 0), 0);
  let loaded = 0;
  const load = async (name: string): Promise<Uint8Array> => {
    const bytes = await loadHeadFile(manifest, name, fetchBytes);
    loaded += bytes.length;
    progress(loaded / total);
    return bytes;
  };
  const [scalp, shells, cortex, context, landmarks, regions] = await Promise.all(names.map(load));
  const boundary = await readSurfaces(shells, 'shells.glb');
  const innerSkull = named(boundary, 'innerSkull', 'shells.glb');
  return {
    name: manifest.name,
    scalp: named(await readSurfaces(scalp, 'scalp.glb'), 'scalp', 'scalp.glb'),
    cortex: named(await readSurfaces(cortex, 'cortex.glb'), 'cortex', 'cortex.glb'),
    context: named(await readSurfaces(context, 'context.glb'), 'context', 'context.glb'),
    shells: { scalp: named(boundary, 'scalp', 'shells.glb'), outerSkull: named(boundary, 'outerSkull', 'shells.glb'), innerSkull },
    sphere: bestFittingSphere(innerSkull.positions),
    landmarks: parseLandmarks(parseJson(landmarks, 'landmarks.json')),
    regions: parseRegions(parseJson(regions, 'regions.json')),
  };
}

async function fetchFromSite(name: string): Promise<Uint8Array> {
  const response = await fetch(ADDRESSES[name]);
  if (!response.ok) throw new Error(`status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

function named(surfaces: Record<string, Surface>, surface: string, fileName: string): Surface {
  if (!surfaces[surface]) throw new InputError(`${fileName} is damaged: it holds no surface ${surface}.`);
  return surfaces[surface];
}

function parseJson(bytes: Uint8Array, fileName: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new InputError(`${fileName} is damaged: it is not JSON.`);
  }
}
