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
  /** One sentence for each part that could not be loaded and what stands in for it; empty when all is well. */
  readonly problems: readonly string[];
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

const EMPTY: Surface = { positions: new Float32Array(0), triangles: new Uint32Array(0), normals: new Float32Array(0), attributes: {} };
const UNNAMED: Regions = { source: 'not loaded', note: '', regions: [] };

/**
 * Loads and checks the head; `progress` hears the loaded share of the bytes, 0 to 1. Shells and landmarks must be there: without them it
 * fails with one sentence that names the file. For every other part something stands in, and `problems` says so.
 */
export async function loadHead(progress: (share: number) => void = () => {}, fetchBytes: FetchBytes = fetchFromSite): Promise<HeadModel> {
  const manifest = parseManifest(manifestData);
  const total = Object.keys(ADDRESSES).reduce((sum, name) => sum + (manifest.files[name]?.bytes ?? 0), 0);
  let loaded = 0;
  const problems: string[] = [];
  const load = async (name: string): Promise<Uint8Array> => {
    const bytes = await loadHeadFile(manifest, name, fetchBytes);
    loaded += bytes.length;
    progress(loaded / total);
    return bytes;
  };
  const surfaces = async (name: string): Promise<Record<string, Surface>> => readSurfaces(await load(name), name);
  /** The part, or what stands in for it. */
  const replaceable = async <T>(part: Promise<T>, standIn: T, consequence: string): Promise<T> => {
    try {
      return await part;
    } catch (error) {
      problems.push(`${error instanceof Error ? error.message : String(error)} ${consequence}`);
      return standIn;
    }
  };
  const readShells = surfaces('shells.glb').then((boundary) => ({
    scalp: named(boundary, 'scalp', 'shells.glb'),
    outerSkull: named(boundary, 'outerSkull', 'shells.glb'),
    innerSkull: named(boundary, 'innerSkull', 'shells.glb'),
  }));
  const surface = (name: string): Promise<Surface> => surfaces(`${name}.glb`).then((all) => named(all, name, `${name}.glb`));
  const readLandmarks = load('landmarks.json').then((bytes) => parseLandmarks(parseJson(bytes, 'landmarks.json')));
  const readRegions = load('regions.json').then((bytes) => parseRegions(parseJson(bytes, 'regions.json')));
  const parts = [
    replaceable(surface('scalp'), null, 'A coarser scalp stands in for it.'),
    replaceable(surface('cortex'), null, 'The smooth inside of the skull stands in for the folded cortex.'),
    replaceable(surface('context'), EMPTY, 'Cerebellum and brain stem are not drawn.'),
  ] as const;
  const names = replaceable(readRegions, UNNAMED, 'Regions have no names.');
  const [shells, landmarks, scalp, cortex, context, regions] = await Promise.all([readShells, readLandmarks, ...parts, names]);
  return {
    name: manifest.name,
    scalp: scalp ?? shells.scalp,
    cortex: cortex ?? shells.innerSkull,
    context: context ?? EMPTY,
    shells,
    sphere: bestFittingSphere(shells.innerSkull.positions),
    landmarks,
    regions,
    problems,
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
