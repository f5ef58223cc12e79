import { smoothValues } from './taubinSmoothing';
import { type TriangleMesh, vertexNeighbors } from './triangleMesh';

/**
 * Mean curvature in 1/mm, positive on convex places (crowns of gyri): on a mesh of even triangles the mean of the neighbors lies
 * H·⟨edge²⟩/2 below the tangent plane. Smoothed by `rounds` steps over the mesh.
 */
export function meanCurvature(mesh: TriangleMesh, normals: Float64Array, rounds: number): Float64Array {
  const { start, list } = vertexNeighbors(mesh);
  const p = mesh.positions;
  const raw = Float64Array.from({ length: p.length / 3 }, (_, i) => {
    let height = 0;
    let squared = 0;
    for (let q = start[i]; q < start[i + 1]; q++) {
      for (let axis = 0; axis < 3; axis++) {
        const d = p[3 * list[q] + axis] - p[3 * i + axis];
        height += d * normals[3 * i + axis];
        squared += d * d;
      }
    }
    return squared > 0 ? (-2 * height) / squared : 0;
  });
  return smoothValues(mesh, raw, rounds);
}
