/** A vector potential per ampere [T·m/A] on a lattice whose axes are those of the coil frame. */
export interface SampledField {
  readonly size: readonly [number, number, number];
  /** First sample and steps along x, y, z [m]; steps are positive. */
  readonly origin: readonly [number, number, number];
  readonly steps: readonly [number, number, number];
  /** The three components of sample (i, j, k) [T·m/A]. */
  readonly at: (i: number, j: number, k: number, axis: number) => number;
}

/** Share of the largest |A| that the seven-point Laplacian, times the square of the step, exceeds where currents flow. */
const CURRENT = 0.05;

/** Cells through which current flows, stride 3 [m]: outside it every component of A is harmonic. Linear time. */
export function currentCells({ size: [nx, ny, nz], origin, steps, at }: SampledField): Float64Array {
  let largest = 0;
  for (let k = 0; k < nz; k++)
    for (let j = 0; j < ny; j++)
      for (let i = 0; i < nx; i++)
        largest = Math.max(largest, Math.abs(at(i, j, k, 0)), Math.abs(at(i, j, k, 1)), Math.abs(at(i, j, k, 2)));
  const smallest = Math.min(...steps) ** 2;
  const cells: number[] = [];
  for (let k = 1; k < nz - 1; k++) {
    for (let j = 1; j < ny - 1; j++) {
      for (let i = 1; i < nx - 1; i++) {
        let sum = 0;
        for (let c = 0; c < 3; c++) {
          const middle = 2 * at(i, j, k, c);
          const x = (at(i - 1, j, k, c) + at(i + 1, j, k, c) - middle) / steps[0] ** 2;
          const y = (at(i, j - 1, k, c) + at(i, j + 1, k, c) - middle) / steps[1] ** 2;
          const z = (at(i, j, k - 1, c) + at(i, j, k + 1, c) - middle) / steps[2] ** 2;
          sum += Math.abs(x + y + z);
        }
        if (sum * smallest > CURRENT * largest) cells.push(origin[0] + i * steps[0], origin[1] + j * steps[1], origin[2] + k * steps[2]);
      }
    }
  }
  return Float64Array.from(cells);
}

/** B = curl A at a sample that has two neighbors on each side, by differences of fourth order [T/A]. */
export function sampledFluxDensity({ steps, at }: SampledField, i: number, j: number, k: number): [number, number, number] {
  const slope = (axis: number, component: number): number => {
    const value = (n: number) => at(i + (axis === 0 ? n : 0), j + (axis === 1 ? n : 0), k + (axis === 2 ? n : 0), component);
    return (8 * (value(1) - value(-1)) - (value(2) - value(-2))) / (12 * steps[axis]);
  };
  return [slope(1, 2) - slope(2, 1), slope(2, 0) - slope(0, 2), slope(0, 1) - slope(1, 0)];
}
