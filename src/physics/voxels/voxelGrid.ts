import { codeAt, conductorBox, type LabelVolume, voxelEdges } from './labelVolume';
import { TISSUES, type TissueConductivities } from './tissues';

/** Conductivities in cubic voxels with axes along the head frame, x fastest. */
export interface VoxelGrid {
  /** Voxels along x, y, z; multiples of 16, so that four coarser grids fit on it. */
  readonly size: readonly [number, number, number];
  /** Edge of a voxel [m]. */
  readonly spacing: number;
  /** Corner of voxel (0, 0, 0) [m]. */
  readonly origin: readonly [number, number, number];
  /** Mean conductivity of each voxel [S/m], 0 in air. */
  readonly conductivity: Float32Array;
  /** Samples along each edge of a voxel. */
  readonly samples: number;
}

/** Sides of the box are multiples of this. */
export const SIDE_UNIT = 16;

/** Size and origin of the grid around labels: corners of voxels lie on corners of labels, at least one voxel of air on every side. */
export function planGrid(labels: LabelVolume, spacing: number): Pick<VoxelGrid, 'size' | 'origin' | 'spacing' | 'samples'> {
  const [least, greatest] = conductorBox(labels);
  const size = [0, 1, 2].map((axis) => SIDE_UNIT * Math.ceil((Math.round((greatest[axis] - least[axis]) / spacing) + 2) / SIDE_UNIT));
  const origin = [0, 1, 2].map((axis) => {
    const spare = size[axis] - Math.ceil((greatest[axis] - least[axis]) / spacing - 1e-6);
    return least[axis] - spacing * Math.floor(spare / 2);
  });
  const samples = Math.max(1, Math.min(4, Math.round(spacing / Math.min(...voxelEdges(labels)))));
  return { size: size as [number, number, number], origin: origin as [number, number, number], spacing, samples };
}

/** Partial volume: the conductivity of a voxel is the mean over samples³ points of the labels in it (2-5 times nearer than one label a voxel). */
export function gridFromLabels(labels: LabelVolume, spacing: number, conductivities: TissueConductivities): VoxelGrid {
  const plan = planGrid(labels, spacing);
  const ofCode = Float64Array.from(TISSUES, (tissue) => (tissue === 'air' ? 0 : conductivities[tissue]));
  return { ...plan, conductivity: sampledConductivity(plan, (x, y, z) => ofCode[codeAt(labels, x, y, z)]) };
}

/** Means over samples³ points of each voxel of a conductivity [S/m] that is known at every point [m]. */
export function sampledConductivity(
  { size: [nx, ny, nz], origin, spacing, samples }: Omit<VoxelGrid, 'conductivity'>,
  at: (x: number, y: number, z: number) => number,
): Float32Array {
  const out = new Float32Array(nx * ny * nz);
  const step = spacing / samples;
  const sums = new Float64Array(nx);
  const addLine = (y: number, z: number): void => {
    for (let i = 0, s = 0; i < nx; i++) for (let a = 0; a < samples; a++, s++) sums[i] += at(origin[0] + step * (s + 0.5), y, z);
  };
  for (let row = 0; row < ny * nz; row++) {
    sums.fill(0);
    for (let line = 0; line < samples ** 2; line++) {
      const [b, c] = [line % samples, Math.floor(line / samples)];
      addLine(origin[1] + step * (samples * (row % ny) + b + 0.5), origin[2] + step * (samples * Math.floor(row / ny) + c + 0.5));
    }
    for (let i = 0; i < nx; i++) out[nx * row + i] = sums[i] / samples ** 3;
  }
  return out;
}

/** Share of a tissue among the samples of voxel (i, j, k). */
export function tissueFraction(grid: VoxelGrid, labels: LabelVolume, code: number, i: number, j: number, k: number): number {
  const { origin, spacing, samples } = grid;
  const step = spacing / samples;
  let count = 0;
  for (let c = 0; c < samples; c++)
    for (let b = 0; b < samples; b++)
      for (let a = 0; a < samples; a++) {
        const x = origin[0] + step * (samples * i + a + 0.5);
        const y = origin[1] + step * (samples * j + b + 0.5);
        const z = origin[2] + step * (samples * k + c + 0.5);
        if (codeAt(labels, x, y, z) === code) count++;
      }
  return count / samples ** 3;
}
