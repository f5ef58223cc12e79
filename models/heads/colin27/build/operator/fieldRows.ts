import { forNearFacets, nearReach } from '../../../../../src/physics/boundaryElements/chargeField';
import type { Facets } from '../../../../../src/physics/boundaryElements/facets';
import { primaryField } from '../../../../../src/physics/primaryField';
import type { DenseKernels } from './denseKernels';
import { DEPTH, type DenseLayout, POINTS_PER_CHUNK } from './denseLayout';
import type { DenseTask } from './denseMessages';

const OVER_4PI = 1 / (4 * Math.PI);

/**
 * Total field at the points `range[0] … range[1]-1` for a batch of solved right-hand sides, the same sums as `boundaryElementField`: the point charges of
 * all right-hand sides by a matrix product, the near facets one by one, the primary field per set of dipoles.
 */
export function computeFieldRows(
  kernels: DenseKernels,
  memory: WebAssembly.Memory,
  layout: DenseLayout,
  facets: Facets,
  task: Extract<DenseTask, { kind: 'field' }>,
  range: readonly [number, number],
  scratch: number,
): void {
  const { batch, sourceRows, packed } = layout;
  const rowsAddress = scratch;
  const sumsAddress = scratch + 4 * 3 * POINTS_PER_CHUNK * sourceRows;
  const rows = new Float32Array(memory.buffer, rowsAddress, 3 * POINTS_PER_CHUNK * sourceRows);
  const sums = new Float32Array(memory.buffer, sumsAddress, 3 * POINTS_PER_CHUNK * batch);
  const corners = new Float32Array(memory.buffer, layout.corners, 3 * layout.size * batch);
  const reach = nearReach(facets);
  for (let from = range[0]; from < range[1]; from += POINTS_PER_CHUNK) {
    const points = task.points.subarray(3 * from, 3 * Math.min(range[1], from + POINTS_PER_CHUNK));
    for (let p = 0; p < points.length; p += 3) fillKernelRows(facets, points, p, rows, sourceRows);
    sums.fill(0);
    for (let depth = 0; depth < sourceRows; depth += DEPTH) {
      kernels.multiplyPacked(
        rowsAddress + 4 * depth,
        sourceRows,
        packed + 4 * depth * batch,
        sumsAddress,
        batch,
        3 * POINTS_PER_CHUNK,
        batch,
        DEPTH,
        1,
      );
    }
    addNearFacets(facets, reach, points, corners, sums, batch);
    addPrimary(task, points, from, sums, batch);
  }
}

/** Three rows: x, y and z of (x-x')/(4π|x-x'|³) for every centroid, then every vertex. */
function fillKernelRows(facets: Facets, points: Float64Array, p: number, rows: Float32Array, width: number): void {
  const start = p * width;
  const count = facets.count;
  const fill = (positions: Float64Array, first: number): void => {
    for (let j = 0; j < positions.length; j += 3) {
      const x = points[p] - positions[j];
      const y = points[p + 1] - positions[j + 1];
      const z = points[p + 2] - positions[j + 2];
      const squared = x * x + y * y + z * z;
      const weight = squared > 0 ? OVER_4PI / (squared * Math.sqrt(squared)) : 0;
      const o = start + first + j / 3;
      rows[o] = weight * x;
      rows[o + width] = weight * y;
      rows[o + 2 * width] = weight * z;
    }
  };
  fill(facets.centroids, 0);
  fill(facets.vertices, count);
}

function addNearFacets(
  facets: Facets,
  reach: Float64Array,
  points: Float64Array,
  corners: Float32Array,
  sums: Float32Array,
  batch: number,
): void {
  for (let p = 0; p < points.length; p += 3) {
    forNearFacets(facets, reach, points[p], points[p + 1], points[p + 2], (facet, field) => {
      for (let k = 0; k < 3; k++) {
        const densities = corners.subarray((3 * facet + k) * batch, (3 * facet + k + 1) * batch);
        for (let axis = 0; axis < 3; axis++) {
          const weight = field[3 * k + axis];
          const row = (p + axis) * batch;
          for (let column = 0; column < batch; column++) sums[row + column] += weight * densities[column];
        }
      }
    });
  }
}

function addPrimary(
  task: Extract<DenseTask, { kind: 'field' }>,
  points: Float64Array,
  from: number,
  sums: Float32Array,
  batch: number,
): void {
  const field = new Float64Array(points.length);
  task.dipoles.forEach((dipoles, column) => {
    primaryField(dipoles, points, field);
    for (let i = 0; i < field.length; i++) {
      task.out[(3 * from + i) * task.columns + task.column + column] = sums[i * batch + column] + field[i];
    }
  });
}
