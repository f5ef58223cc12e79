/**
 * A triangulated surface in the head frame (RAS+, MNI-152 axes). `positions`: metres, stride 3; `triangles`: vertex indices, stride 3,
 * counterclockwise from outside; `normals`: outward unit vectors, stride 3; `attributes`: one value per vertex by name, in the scale that
 * the manifest states.
 */
export interface Surface {
  readonly positions: Float32Array;
  readonly triangles: Uint32Array;
  readonly normals: Float32Array;
  readonly attributes: Readonly<Record<string, Float32Array>>;
}

export const vertexCount = (surface: Surface): number => surface.positions.length / 3;
export const triangleCount = (surface: Surface): number => surface.triangles.length / 3;

/** Area-weighted unit normals of the vertices, stride 3, in the precision of `normals`; a vertex of no triangle gets the zero vector. */
export function surfaceNormals<T extends Float32Array | Float64Array = Float32Array>(
  positions: ArrayLike<number>,
  triangles: ArrayLike<number>,
  normals = new Float32Array(positions.length) as T,
): T {
  for (let i = 0; i < triangles.length; i += 3) {
    const a = 3 * triangles[i];
    const b = 3 * triangles[i + 1];
    const c = 3 * triangles[i + 2];
    const ux = positions[b] - positions[a];
    const uy = positions[b + 1] - positions[a + 1];
    const uz = positions[b + 2] - positions[a + 2];
    const vx = positions[c] - positions[a];
    const vy = positions[c + 1] - positions[a + 1];
    const vz = positions[c + 2] - positions[a + 2];
    for (const corner of [a, b, c]) {
      normals[corner] += uy * vz - uz * vy;
      normals[corner + 1] += uz * vx - ux * vz;
      normals[corner + 2] += ux * vy - uy * vx;
    }
  }
  for (let i = 0; i < normals.length; i += 3) {
    const length = Math.sqrt(normals[i] ** 2 + normals[i + 1] ** 2 + normals[i + 2] ** 2);
    if (length > 0) for (let axis = 0; axis < 3; axis++) normals[i + axis] /= length;
  }
  return normals;
}
