import { simplifyMesh } from './simplifyMesh';
import { surfaceNets } from './surfaceNets';
import { taubinSmoothing } from './taubinSmoothing';
import { largestPiece, type TriangleMesh, vertexNormals } from './triangleMesh';
import { smoothstep, type Volume } from './volume';
import { wellComposed } from './wellComposed';
import type { WrittenSurface } from './writeSurfaces';

export const SCALP_MESH_PARAMETERS = { taubinRounds: 12, triangles: 22000, error: 3 } as const;

/** The skin as it is shown, with `_FADE`: 1 on real skin well above the cuts of the scan, 0 at every cut, under the face and on the neck. */
export async function scalpSurface(field: Volume): Promise<{ fine: TriangleMesh; written: WrittenSurface }> {
  const { taubinRounds, triangles, error } = SCALP_MESH_PARAMETERS;
  const fine = taubinSmoothing(largestPiece(surfaceNets(wellComposed(field))), taubinRounds);
  const fineNormals = vertexNormals(fine);
  const coarse = await simplifyMesh(fine, triangles, error);
  const normals = pick(fineNormals, coarse.kept, 3);
  const p = coarse.positions;
  const fade = Float64Array.from({ length: p.length / 3 }, (_, i) => fadeAt(p[3 * i], p[3 * i + 1], p[3 * i + 2]));
  const written = { positions: p, triangles: coarse.triangles, normals, normalBits: 16 as const, attributes: { _FADE: { kind: 'unorm' as const, values: fade } } };
  return { fine, written };
}

/** Below the cut planes of the scan at z = -69, |x| = 89 and y = 90 mm nothing is real. */
function fadeAt(x: number, y: number, z: number): number {
  const above = smoothstep(-64, -8, z + 0.1 * y);
  const beside = 1 - smoothstep(80, 88, Math.abs(x));
  const nose = z < -25 ? 1 - smoothstep(82, 89, y) : 1;
  return above * beside * nose;
}

/** The values of the kept vertices, `stride` numbers each. */
export function pick(values: Float64Array, kept: Uint32Array, stride: number): Float64Array {
  const out = new Float64Array(stride * kept.length);
  kept.forEach((old, i) => out.set(values.subarray(stride * old, stride * old + stride), stride * i));
  return out;
}
