import { ambientVisibility } from './ambientOcclusion';
import { signedDistance } from './distanceTransform';
import { gaussianBlur } from './gaussianBlur';
import { meanCurvature } from './meanCurvature';
import { closeMask } from './morphology';
import { pick } from './scalpSurface';
import { simplifyMesh } from './simplifyMesh';
import { surfaceNets } from './surfaceNets';
import { smoothValues, taubinSmoothing } from './taubinSmoothing';
import { topologicalBall } from './topologicalBall';
import { largestPiece, type TriangleMesh, vertexNormals } from './triangleMesh';
import { clamp, makeMask, nearestVoxel, sampleVolume, type Volume, withData } from './volume';
import { wellComposed } from './wellComposed';
import type { WrittenSurface } from './writeSurfaces';

export const CORTEX_MESH_PARAMETERS = {
  /** Voxels that would close a handle are moved outside by this much, mm. */
  cutRim: 0.3,
  taubinRounds: 8,
  cortexTriangles: 48000,
  hindbrainTriangles: 9000,
  positionBits: 13,
  /** Largest error of the simplification, mm. */
  error: 1.2,
  /** `_DEPTH` 1 is this deep below the envelope of the cerebrum, which is its closing by this radius, mm. */
  depthScale: 30,
  envelopeClosing: 12,
  /** `_CURVATURE` ±1 is this mean curvature, 1/mm. */
  curvatureScale: 0.5,
  /** Farthest labelled voxel that names a vertex, mm. */
  labelReach: 4,
} as const;

/** The folded cortex with what its shading and the probe need. */
export async function cortexSurface(segmented: Volume, labels: Volume): Promise<WrittenSurface & { readonly error: number }> {
  const { cortexTriangles, depthScale, curvatureScale, envelopeClosing } = CORTEX_MESH_PARAMETERS;
  const field = topologicalBall(segmented, CORTEX_MESH_PARAMETERS.cutRim);
  const { fine, fineNormals, coarse, normals } = await extract(field, cortexTriangles);
  const curvature = pick(meanCurvature(fine, fineNormals, 6), coarse.kept, 1).map((value) => value / curvatureScale);
  const solid = makeMask(field, (value) => value < 0);
  const envelope = gaussianBlur(withData(field, signedDistance(field, closeMask(field, solid, envelopeClosing))), 1.5);
  const p = coarse.positions;
  const count = p.length / 3;
  const depth = Float64Array.from({ length: count }, (_, i) =>
    clamp(-sampleVolume(envelope, p[3 * i], p[3 * i + 1], p[3 * i + 2]) / depthScale, 0, 1),
  );
  const open = smoothValues(coarse, ambientVisibility(field, p, normals), 1);
  const region = Float64Array.from({ length: count }, (_, i) => nearestLabel(labels, p[3 * i], p[3 * i + 1], p[3 * i + 2]));
  return {
    positions: p,
    triangles: coarse.triangles,
    positionBits: CORTEX_MESH_PARAMETERS.positionBits,
    normals,
    error: coarse.error,
    attributes: {
      _OCCLUSION: { kind: 'unorm', values: open },
      _DEPTH: { kind: 'unorm', values: depth },
      _CURVATURE: { kind: 'snorm', values: curvature },
      _REGION: { kind: 'index', values: region },
    },
  };
}

/** Cerebellum and brain stem; the cerebrum above them shades them too. */
export async function contextSurface(segmented: Volume, cortex: Volume): Promise<WrittenSurface> {
  const field = topologicalBall(segmented, CORTEX_MESH_PARAMETERS.cutRim);
  const { coarse, normals } = await extract(field, CORTEX_MESH_PARAMETERS.hindbrainTriangles);
  const both = withData(
    field,
    field.data.map((value, i) => Math.min(value, cortex.data[i])),
  );
  const open = smoothValues(coarse, ambientVisibility(both, coarse.positions, normals), 1);
  return {
    positions: coarse.positions,
    triangles: coarse.triangles,
    positionBits: CORTEX_MESH_PARAMETERS.positionBits,
    normals,
    attributes: { _OCCLUSION: { kind: 'unorm', values: open } },
  };
}

async function extract(field: Volume, triangles: number) {
  const fine: TriangleMesh = taubinSmoothing(largestPiece(surfaceNets(wellComposed(field))), CORTEX_MESH_PARAMETERS.taubinRounds);
  const fineNormals = vertexNormals(fine);
  const coarse = await simplifyMesh(fine, triangles, CORTEX_MESH_PARAMETERS.error);
  return { fine, fineNormals, coarse, normals: pick(fineNormals, coarse.kept, 3) };
}

/** Label of the nearest labelled voxel within reach, 0 where there is none. */
function nearestLabel(labels: Volume, x: number, y: number, z: number): number {
  const reach = CORTEX_MESH_PARAMETERS.labelReach;
  let best = (reach + 0.5) ** 2;
  let label = 0;
  for (let dz = -reach; dz <= reach; dz++) {
    for (let dy = -reach; dy <= reach; dy++) {
      for (let dx = -reach; dx <= reach; dx++) {
        const squared = dx * dx + dy * dy + dz * dz;
        if (squared >= best) continue;
        const voxel = nearestVoxel(labels, x + dx, y + dy, z + dz);
        if (voxel < 0 || labels.data[voxel] === 0) continue;
        best = squared;
        label = labels.data[voxel];
      }
    }
  }
  return label;
}
