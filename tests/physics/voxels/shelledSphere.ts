import type { Dipoles } from '../../../src/physics/dipoles';
import { sphereElectricField } from '../../../src/physics/sphereElectricField';
import type { SolveOptions } from '../../../src/physics/voxels/conjugateGradients';
import { sampledConductivity, type VoxelGrid } from '../../../src/physics/voxels/voxelGrid';
import { prepareReadout, readField } from '../../../src/physics/voxels/voxelReadout';
import { createVoxelSolver } from '../../../src/physics/voxels/voxelSolver';

/** A head of five shells: outer radii [m] of white, grey, fluid, skull, scalp. */
export type Radii = readonly [number, number, number, number, number];
/** As thin as in a head. */
export const HEAD_RADII: Radii = [0.068, 0.071, 0.074, 0.08, 0.085];
/** Thick layers, which coarse voxels resolve. */
export const THICK_RADII: Radii = [0.05, 0.058, 0.066, 0.075, 0.085];
const CONDUCTIVITIES = [0.126, 0.275, 1.654, 0.01, 0.465];

export interface ShelledSphere {
  readonly radii: Radii;
  readonly grid: VoxelGrid;
}

/** Off the symmetric place, so that borders cut voxels everywhere. */
const SHIFT = [0.0003, -0.0002, 0.0001];

export function shelledSphere(radii: Radii, spacing: number, samples: number): ShelledSphere {
  const side = 16 * Math.ceil(((2 * radii[4]) / spacing + 2) / 16);
  const origin = SHIFT.map((shift) => shift - (side * spacing) / 2) as [number, number, number];
  const plan = { size: [side, side, side] as const, spacing, origin, samples };
  const squares = radii.map((radius) => radius * radius);
  const at = (x: number, y: number, z: number): number => {
    const square = x * x + y * y + z * z;
    let layer = 4;
    if (square >= squares[layer]) return 0;
    while (layer > 0 && square < squares[layer - 1]) layer--;
    return CONDUCTIVITIES[layer];
  };
  return { radii, grid: { ...plan, conductivity: sampledConductivity(plan, at) } };
}

/** A figure-8 of two dipoles, 15 mm above the scalp over x = 0, z > 0, and one at the side. */
export const COILS: readonly Dipoles[] = [
  { positions: Float64Array.of(-0.025, 0, 0.1, 0.025, 0, 0.1), moments: Float64Array.of(0, 0, -1, 0, 0, 1) },
  { positions: Float64Array.of(0.105, 0.01, 0.02), moments: Float64Array.of(0.3, 0.9, 0.2) },
];

/** Points spread evenly over a sphere. */
export function spherePoints(count: number, radius: number): Float64Array {
  const turn = Math.PI * (3 - Math.sqrt(5));
  return Float64Array.from({ length: 3 * count }, (_, c) => {
    const i = Math.floor(c / 3);
    const z = 1 - (2 * i + 1) / count;
    const s = Math.sqrt(1 - z * z);
    return radius * [s * Math.cos(turn * i), s * Math.sin(turn * i), z][c % 3];
  });
}

/** Relative L2 error in the middle of grey matter against the closed form, per coil, with the number of iterations. */
export async function errorInGrey(
  { radii, grid }: ShelledSphere,
  kernels: BufferSource | null,
  options: SolveOptions = {},
): Promise<{ errors: number[]; fields: Float64Array[]; iterations: number }> {
  const solver = await createVoxelSolver(grid, kernels);
  const readout = prepareReadout(grid, solver, spherePoints(2000, (radii[0] + radii[1]) / 2), (_point, i, j, k) =>
    greyShare(grid, radii, i, j, k),
  );
  const errors: number[] = [];
  const fields: Float64Array[] = [];
  let iterations = 0;
  for (let c = 0; c < COILS.length; c += solver.lanes) {
    const coils = COILS.slice(c, c + solver.lanes);
    const potentials = await solver.solve(coils, options);
    iterations = Math.max(iterations, potentials.iterations);
    coils.forEach((dipoles, lane) => {
      const field = readField(readout, potentials, lane, dipoles);
      const exact = sphereElectricField(dipoles, [0, 0, 0], readout.centers, new Float64Array(field.length));
      fields.push(field);
      errors.push(relative(field, exact));
    });
  }
  return { errors, fields, iterations };
}

function greyShare({ origin, spacing }: VoxelGrid, radii: Radii, i: number, j: number, k: number): number {
  let count = 0;
  for (let s = 0; s < 64; s++) {
    const point = [i, j, k].map((index, axis) => origin[axis] + spacing * (index + (((s >> (2 * axis)) & 3) + 0.5) / 4));
    const r = Math.hypot(point[0], point[1], point[2]);
    if (r > radii[0] && r < radii[1]) count++;
  }
  return count / 64;
}

/** Relative L2 difference of two arrays. */
export function relative(values: ArrayLike<number>, reference: ArrayLike<number>): number {
  let [difference, size] = [0, 0];
  for (let i = 0; i < reference.length; i++) {
    difference += (values[i] - reference[i]) ** 2;
    size += reference[i] ** 2;
  }
  return Math.sqrt(difference / size);
}
