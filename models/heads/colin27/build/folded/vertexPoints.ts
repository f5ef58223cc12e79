import type { LabelVolume } from '../../../../../src/physics/voxels/labelVolume';
import { voxelEdges } from '../../../../../src/physics/voxels/labelVolume';
import { tissueCode } from '../../../../../src/physics/voxels/tissues';
import { distanceTo } from '../distanceTransform';

/** Farthest that a vertex is moved, and what a move costs against depth in grey matter; deeper than `deep` counts no more, m. */
const FARTHEST = 2.5e-3;
const DEEP = 1.5e-3;
const MOVE_COST = 0.35;

export interface VertexPoints {
  /** Stride 3 [m], in grey matter where any is near. */
  readonly points: Float64Array;
  /** 1 for vertices without grey matter near; they take the mean of their neighbors. */
  readonly missing: Uint8Array;
}

/** For each vertex a place well inside grey matter: the voxel with the largest min(distance to other tissue, 1.5 mm) - 0.35 · move. */
export function vertexPoints(labels: LabelVolume, positions: ArrayLike<number>): VertexPoints {
  const { codes, size, toVoxel } = labels;
  const edge = voxelEdges(labels)[0];
  const grey = tissueCode('grey');
  const grid = { data: new Float32Array(0), size, spacing: edge, origin: [0, 0, 0] as const };
  const depth = distanceTo(
    grid,
    codes.map((code) => (code === grey ? 1 : 0)),
    0,
  );
  const points = Float64Array.from(positions);
  const missing = new Uint8Array(positions.length / 3).fill(1);
  const reach = FARTHEST / edge;
  for (let v = 0; v < missing.length; v++) {
    const place = [0, 1, 2].map((axis) => toVoxel[5 * axis] * positions[3 * v + axis] + toVoxel[4 * axis + 3]);
    let best = Number.NEGATIVE_INFINITY;
    forBall(place, reach, (index, move) => {
      const voxel = index[0] + size[0] * (index[1] + size[1] * index[2]);
      if (codes[voxel] !== grey) return;
      const worth = Math.min(depth[voxel], DEEP) - MOVE_COST * move * edge;
      if (worth <= best) return;
      best = worth;
      missing[v] = 0;
      for (let axis = 0; axis < 3; axis++) points[3 * v + axis] = (index[axis] - toVoxel[4 * axis + 3]) * edge;
    });
  }
  return { points, missing };
}

/** Every lattice point within `reach` of `center`, z slowest, with its distance. */
function forBall(center: readonly number[], reach: number, visit: (index: readonly number[], distance: number) => void): void {
  const [low, high] = [center.map((c) => Math.ceil(c - reach)), center.map((c) => Math.floor(c + reach))];
  for (let k = low[2]; k <= high[2]; k++)
    for (let j = low[1]; j <= high[1]; j++)
      for (let i = low[0]; i <= high[0]; i++) {
        const distance = Math.hypot(i - center[0], j - center[1], k - center[2]);
        if (distance <= reach) visit([i, j, k], distance);
      }
}
