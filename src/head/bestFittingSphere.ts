import { inputError } from '../core/inputError';
import type { Vec3 } from '../core/vec3';

/** Centre and radius in metres. */
export interface Sphere {
  readonly center: Vec3;
  readonly radius: number;
}

/**
 * The sphere that fits the points [m, stride 3] with z ≥ `lowest` best: least squares of |x|² = 2 c·x + (r² - |c|²), which is linear in c
 * and r² - |c|². Needs four points that are not in one plane.
 */
export function bestFittingSphere(positions: ArrayLike<number>, lowest = 0): Sphere {
  const used: Vec3[] = [];
  for (let i = 0; i < positions.length; i += 3) {
    if (positions[i + 2] >= lowest) used.push([positions[i], positions[i + 1], positions[i + 2]]);
  }
  if (used.length < 4) throw inputError('positions', 'hold at least four points above the lowest height', used.length);
  const mean = [0, 1, 2].map((axis) => used.reduce((sum, point) => sum + point[axis], 0) / used.length);
  const matrix = Array.from({ length: 4 }, () => new Array<number>(5).fill(0));
  for (const point of used) {
    const [x, y, z] = [point[0] - mean[0], point[1] - mean[1], point[2] - mean[2]];
    const row = [2 * x, 2 * y, 2 * z, 1, x * x + y * y + z * z];
    for (let i = 0; i < 4; i++) for (let j = 0; j < 5; j++) matrix[i][j] += row[i] * row[j];
  }
  const [cx, cy, cz, rest] = solve(matrix);
  return { center: [cx + mean[0], cy + mean[1], cz + mean[2]], radius: Math.sqrt(rest + cx * cx + cy * cy + cz * cz) };
}

/** Gaussian elimination with row exchange; the last column is the right-hand side. */
function solve(matrix: number[][]): number[] {
  const n = matrix.length;
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let row = column + 1; row < n; row++) if (Math.abs(matrix[row][column]) > Math.abs(matrix[pivot][column])) pivot = row;
    [matrix[column], matrix[pivot]] = [matrix[pivot], matrix[column]];
    for (let row = 0; row < n; row++) {
      if (row === column) continue;
      const factor = matrix[row][column] / matrix[column][column];
      for (let k = column; k <= n; k++) matrix[row][k] -= factor * matrix[column][k];
    }
  }
  return matrix.map((row, i) => row[n] / row[i]);
}
