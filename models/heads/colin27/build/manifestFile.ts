import { createHash } from 'node:crypto';
import { crc32 } from '../../../../src/core/crc32';
import { CORTEX_MESH_PARAMETERS } from './cortexSurface';

/** Raised whenever the builder makes other geometry from the same inputs. */
export const BUILDER_VERSION = 1;

/** What one unit of a stored attribute means. */
export const ATTRIBUTE_MEANING: Readonly<Record<string, string>> = {
  _FADE: '1 on real skin well above the cuts of the scan, 0 at the cuts, under the face and on the neck',
  _OCCLUSION: 'ambient visibility: 1 on open crowns, 0 at the bottom of closed sulci (cosine-weighted share of free rays)',
  _DEPTH: `depth below the smooth envelope of the cerebrum; 1 is ${CORTEX_MESH_PARAMETERS.depthScale / 1000} m`,
  _CURVATURE: `mean curvature, positive on crowns; 1 is ${CORTEX_MESH_PARAMETERS.curvatureScale * 1000} per m`,
  _REGION: 'label of regions.json, 0 where there is none; nearest-vertex value, not to be interpolated',
};

export interface ShippedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly surfaces?: Readonly<Record<string, { readonly vertices: number; readonly triangles: number }>>;
  readonly attributes?: readonly string[];
}

/** manifest.json: length, checksums, counts and attribute scales of every shipped file. */
export function manifestFile(files: readonly ShippedFile[]): object {
  const entry = ({ bytes, surfaces, attributes }: ShippedFile): object => ({
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    crc32: crc32(bytes),
    ...(surfaces ? { surfaces } : {}),
    ...(attributes?.length ? { attributes: Object.fromEntries(attributes.map((name) => [name, ATTRIBUTE_MEANING[name]])) } : {}),
  });
  return {
    name: 'Colin27',
    space: 'MNI-152 axes of the scan (x right, y front, z up), metres',
    builderVersion: BUILDER_VERSION,
    files: Object.fromEntries(files.map((file) => [file.name, entry(file)])),
  };
}
