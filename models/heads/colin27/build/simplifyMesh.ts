import { MeshoptSimplifier } from 'meshoptimizer/simplifier';
import { meshFaults } from './meshFaults';
import { compactMesh, type TriangleMesh } from './triangleMesh';

export interface SimplifiedMesh extends TriangleMesh {
  /** The fine index of every remaining vertex. */
  readonly kept: Uint32Array;
  /** Largest error of the quadric measure, mm. */
  readonly error: number;
}

/**
 * Quadric edge collapse to about `targetTriangles`, stopping at `targetError` mm. Only collapses to existing vertices, so that values
 * computed on the fine mesh carry over. Where the collapses pinch the surface or cut a part off, the vertices there are locked and the
 * whole is done again, so that the result stays one manifold of the same topology.
 */
export async function simplifyMesh(mesh: TriangleMesh, targetTriangles: number, targetError: number): Promise<SimplifiedMesh> {
  await MeshoptSimplifier.ready;
  const positions = Float32Array.from(mesh.positions);
  const count = positions.length / 3;
  const locked = new Uint8Array(count);
  const none = new Float32Array(count);
  for (let round = 0; ; round++) {
    const [triangles, error] = MeshoptSimplifier.simplifyWithAttributes(
      mesh.triangles,
      positions,
      3,
      none,
      1,
      [0],
      locked,
      3 * targetTriangles,
      targetError,
      ['ErrorAbsolute', 'RegularizeLight'],
    );
    const result = compactMesh(mesh, triangles);
    const pinched = meshFaults(result);
    if (pinched.length === 0 || round === 12) return { ...result, error };
    lockAround(
      mesh,
      positions,
      locked,
      pinched.map((vertex) => result.kept[vertex]),
    );
  }
}

/** Locks the vertices within 1.5 mm of the given ones. */
function lockAround(mesh: TriangleMesh, positions: Float32Array, locked: Uint8Array, centers: number[]): void {
  for (const center of new Set(centers)) {
    for (let i = 0; i < positions.length; i += 3) {
      const dx = positions[i] - mesh.positions[3 * center];
      const dy = positions[i + 1] - mesh.positions[3 * center + 1];
      const dz = positions[i + 2] - mesh.positions[3 * center + 2];
      if (dx * dx + dy * dy + dz * dz < 2.25) locked[i / 3] = 1;
    }
  }
}
