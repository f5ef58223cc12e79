import { simplifyMesh } from './simplifyMesh';
import { surfaceNets } from './surfaceNets';
import { taubinSmoothing } from './taubinSmoothing';
import { largestPiece, vertexNormals } from './triangleMesh';
import { smoothstep, type Volume } from './volume';
import { wellComposed } from './wellComposed';
import type { WrittenSurface } from './writeSurfaces';

export const SCALP_MESH_PARAMETERS = { taubinRounds: 12, triangles: 19000, error: 3, positionBits: 14 } as const;

/** The skin as it is shown, with `_FADE`: 1 on real skin well above the cuts of the scan, 0 at every cut, under the face and on the neck. */
export async function scalpSurface(field: Volume): Promise<WrittenSurface & { readonly normals: Float64Array }> {
  const { taubinRounds, triangles, error, positionBits } = SCALP_MESH_PARAMETERS;
  const fine = taubinSmoothing(largestPiece(surfaceNets(wellComposed(field))), taubinRounds);
  const fineNormals = vertexNormals(fine);
  const coarse = await simplifyMesh(fine, triangles, error);
  const normals = pick(fineNormals, coarse.kept, 3);
  const p = coarse.positions;
  const fade = Float64Array.from({ length: p.length / 3 }, (_, i) => fadeAt(p[3 * i], p[3 * i + 1], p[3 * i + 2]));
  return {
    positions: p,
    triangles: coarse.triangles,
    positionBits,
    normals,
    normalBits: 16 as const,
    attributes: { _FADE: { kind: 'unorm' as const, values: fade } },
  };
}

/** Below the cut planes of the scan at z = -69, |x| = 89 and y = 90 mm nothing is real. */
function fadeAt(x: number, y: number, z: number): number {
  const above = smoothstep(-60, -14, z + 0.1 * y);
  const beside = 1 - (1 - smoothstep(-46, -8, z)) * smoothstep(80, 89, Math.abs(x));
  const nose = 1 - (1 - smoothstep(-46, -34, z)) * smoothstep(82, 89, y);
  return above * beside * nose;
}

/** The values of the kept vertices, `stride` numbers each. */
export function pick(values: Float64Array, kept: Uint32Array, stride: number): Float64Array {
  const out = new Float64Array(stride * kept.length);
  for (let i = 0; i < kept.length; i++) out.set(values.subarray(stride * kept[i], stride * kept[i] + stride), stride * i);
  return out;
}
