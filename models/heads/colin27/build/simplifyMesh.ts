import { MeshoptSimplifier } from 'meshoptimizer/simplifier';
import { compactMesh, type TriangleMesh } from './triangleMesh';

/**
 * Quadric edge collapse to about `targetTriangles`, stopping at `targetError` mm. Only collapses to existing vertices, so that values
 * computed on the fine mesh carry over: `kept` lists the fine index of every remaining vertex.
 */
export async function simplifyMesh(
  mesh: TriangleMesh,
  targetTriangles: number,
  targetError: number,
): Promise<TriangleMesh & { readonly kept: Uint32Array; readonly error: number }> {
  await MeshoptSimplifier.ready;
  const positions = Float32Array.from(mesh.positions);
  const [triangles, error] = MeshoptSimplifier.simplify(mesh.triangles, positions, 3, 3 * targetTriangles, targetError, [
    'ErrorAbsolute',
    'Regularize',
  ]);
  return { ...compactMesh(mesh, triangles), error };
}
