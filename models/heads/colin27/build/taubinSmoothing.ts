import { type TriangleMesh, vertexNeighbors } from './triangleMesh';

/**
 * Smooths positions without shrinking: alternate steps of the umbrella operator with weights `lambda` > 0 and `mu` < -lambda
 * (Taubin 1995, 10.1145/218380.218473).
 */
export function taubinSmoothing(mesh: TriangleMesh, rounds: number, lambda = 0.5, mu = -0.53): TriangleMesh {
  const neighbors = vertexNeighbors(mesh);
  let positions = mesh.positions;
  for (let round = 0; round < rounds; round++) {
    positions = umbrellaStep(positions, neighbors, lambda, 3);
    positions = umbrellaStep(positions, neighbors, mu, 3);
  }
  return { positions, triangles: mesh.triangles };
}

/** Smooths a per-vertex value by `rounds` steps of half the way to the mean of the neighbors. */
export function smoothValues(mesh: TriangleMesh, values: Float64Array, rounds: number): Float64Array {
  const neighbors = vertexNeighbors(mesh);
  let result = values;
  for (let round = 0; round < rounds; round++) result = umbrellaStep(result, neighbors, 0.5, 1);
  return result;
}

function umbrellaStep(
  values: Float64Array,
  { start, list }: ReturnType<typeof vertexNeighbors>,
  weight: number,
  stride: number,
): Float64Array {
  const out = new Float64Array(values.length);
  for (let i = 0; i + 1 < start.length; i++) {
    const count = start[i + 1] - start[i];
    for (let axis = 0; axis < stride; axis++) {
      let sum = 0;
      for (let q = start[i]; q < start[i + 1]; q++) sum += values[stride * list[q] + axis];
      const own = values[stride * i + axis];
      out[stride * i + axis] = count > 0 ? own + weight * (sum / count - own) : own;
    }
  }
  return out;
}
