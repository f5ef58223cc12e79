import type { Dipoles } from '../../../../../src/physics/dipoles';
import { SLOPE_TISSUES, type SlopeTissue } from '../../../../../src/physics/folded/foldedSlopes';
import type { TissueConductivities } from '../../../../../src/physics/voxels/tissues';
import { TISSUE_CONDUCTIVITIES, tissueCode } from '../../../../../src/physics/voxels/tissues';
import { type HeadSurfaces, readHeadSurfaces } from '../operator/headShells';
import { randomPoses } from '../operator/randomPoses';
import { cachedLabels } from './labelCache';
import { BORDER_SHIFTS, type BorderShift, shiftedLabelsFile } from './shiftBorders';
import { type VertexPoints, vertexPoints } from './vertexPoints';
import { voxelFields } from './voxelFields';

/** The slopes are those between these two factors on a conductivity: they are best in the middle of what a slider can ask for. */
export const SLOPE_FACTORS = [Math.SQRT1_2, Math.SQRT2] as const;
/** Factors on one conductivity at which the errors are measured: the ends of the sliders and half way to them. */
export const TEST_FACTORS = [0.5, Math.SQRT1_2, Math.SQRT2, 2] as const;
/** All three at an end of their sliders: the one that changes most, and its opposite. */
export const TEST_CORNERS: readonly Factors[] = [
  { csf: 2, grey: 0.5, white: 0.5 },
  { csf: 0.5, grey: 2, white: 2 },
];

const TRAINING = { poses: 16, seed: 21 };
const TEST = { poses: 8, seed: 22 };
const SPACING = 1e-3;

export type Factors = Readonly<Record<SlopeTissue, number>>;

/** Fields at the vertices of the same poses, one array of stride 3 a pose, for factors on the conductivities. */
export interface SolvedFactors {
  readonly factors: Factors;
  readonly fields: readonly Float32Array[];
}

export interface SlopeFields {
  readonly surfaces: HeadSurfaces;
  readonly vertices: VertexPoints;
  readonly labelsFile: string;
  readonly training: { readonly base: readonly Float32Array[]; readonly solved: readonly SolvedFactors[] };
  readonly test: { readonly base: readonly Float32Array[]; readonly solved: readonly SolvedFactors[] };
  /** Fields of the test poses with a border of the tissues half a millimeter elsewhere. */
  readonly borders: readonly { readonly shift: BorderShift; readonly fields: readonly Float32Array[] }[];
}

export const ONES: Factors = { white: 1, grey: 1, csf: 1 };

export const conductivitiesBy = (factors: Factors): TissueConductivities => ({
  ...TISSUE_CONDUCTIVITIES,
  ...Object.fromEntries(SLOPE_TISSUES.map((tissue) => [tissue, factors[tissue] * TISSUE_CONDUCTIVITIES[tissue]])),
});

/** Everything that the slopes need, at 1 mm, from the cache where it is there. */
export async function solveSlopes(templates: string, threads: number, report: (text: string) => void): Promise<SlopeFields> {
  const surfaces = await readHeadSurfaces();
  const { labels, file: labelsFile } = cachedLabels(templates, surfaces);
  const vertices = vertexPoints(labels, surfaces.cortex.positions);
  const codes = new Uint8Array(vertices.missing.length).fill(tissueCode('grey'));
  const task = { labelsFile, spacing: SPACING, points: vertices.points, codes };
  const solve = (name: string, sets: readonly Dipoles[], factors: Factors): Promise<Float32Array[]> =>
    voxelFields(`${name} ${JSON.stringify(factors)}`, { ...task, conductivities: conductivitiesBy(factors) }, sets, threads, report);
  const all = async (name: string, { poses, seed }: typeof TRAINING, asked: readonly Factors[]): Promise<SlopeFields['training']> => {
    const sets = randomPoses(surfaces.displayScalp, poses, seed).map(({ dipoles }) => dipoles);
    const base = await solve(name, sets, ONES);
    const solved: SolvedFactors[] = [];
    for (const factors of asked) solved.push({ factors, fields: await solve(name, sets, factors) });
    return { base, solved };
  };
  const borders: { shift: BorderShift; fields: Float32Array[] }[] = [];
  const moved = randomPoses(surfaces.displayScalp, TEST.poses, TEST.seed).map(({ dipoles }) => dipoles);
  for (const shift of BORDER_SHIFTS) {
    const shiftedTask = { ...task, labelsFile: shiftedLabelsFile(labels, labelsFile, shift), conductivities: conductivitiesBy(ONES) };
    borders.push({ shift, fields: await voxelFields(`border ${shift.name}`, shiftedTask, moved, threads, report) });
  }
  const single = (factors: readonly number[]): Factors[] =>
    SLOPE_TISSUES.flatMap((tissue) => factors.map((factor) => ({ ...ONES, [tissue]: factor })));
  return {
    surfaces,
    vertices,
    labelsFile,
    training: await all('slopes', TRAINING, single(SLOPE_FACTORS)),
    borders,
    test: await all('test of the slopes', TEST, [...single(TEST_FACTORS), ...TEST_CORNERS]),
  };
}
