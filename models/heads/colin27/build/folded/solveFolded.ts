import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Dipoles } from '../../../../../src/physics/dipoles';
import type { ModesOperator } from '../../../../../src/physics/modes/modesOperator';
import { readOperator } from '../../../../../src/physics/modes/readOperator';
import type { LabelVolume } from '../../../../../src/physics/voxels/labelVolume';
import { tissueCode } from '../../../../../src/physics/voxels/tissues';
import { readKernels } from '../../../../../src/physics/wasm/readKernels';
import { type HeadSurfaces, readHeadSurfaces } from '../operator/headShells';
import { BLOCK, type BlockGrid, blockGrid } from './blockGrid';
import { testSets, trainingSets } from './choosePoses';
import { cachedLabels } from './labelCache';
import { type VertexPoints, vertexPoints } from './vertexPoints';
import { type VoxelTask, voxelFields } from './voxelFields';

/** Training poses at 1 mm; the first of them, the most unlike, also serve the correction from 0.5 mm and the tissue grid. */
const TRAINING = 320;
const COARSE = 1e-3;
const FINE = 0.5e-3;

/** One array of stride 3 per pose [V/m per A/s]. */
export interface PoseFields {
  readonly training: Float32Array[];
  readonly test: Float32Array[];
}

export interface FoldedFields {
  readonly surfaces: HeadSurfaces;
  readonly operator: ModesOperator;
  readonly operatorFile: Uint8Array;
  readonly labels: LabelVolume;
  readonly labelsFile: string;
  readonly vertices: VertexPoints;
  readonly training: readonly Dipoles[];
  readonly test: readonly Dipoles[];
  /** At the vertices; the fine ones belong to the first poses of the same lists. */
  readonly coarse: PoseFields;
  readonly fine: PoseFields;
  readonly grid: (BlockPoints & { readonly blocks: BlockGrid; readonly fields: PoseFields }) | null;
}

interface BlockPoints {
  readonly points: Float64Array;
  readonly codes: Uint8Array;
}

/** How much of the work is wanted: a part of it already gives rows. */
export interface Effort {
  readonly training: number;
  readonly fineTraining: number;
  readonly test: number;
  readonly fineTest: number;
  readonly gridTraining: number;
  readonly threads: number;
}

export const FULL_EFFORT: Effort = { training: TRAINING, fineTraining: 80, test: 72, fineTest: 24, gridTraining: 40, threads: 2 };
/** Test poses of the grid, where one is wanted. */
const GRID_TEST = 12;

/** Everything that has to be solved, from the cache where it is there. */
export async function solveFolded(templates: string, effort: Effort, report: (text: string) => void): Promise<FoldedFields> {
  const surfaces = await readHeadSurfaces();
  const operatorFile = new Uint8Array(readFileSync(fileURLToPath(new URL('../../operator.bin', import.meta.url))));
  const operator = await readOperator(operatorFile, 'operator.bin', readKernels('fieldKernels'));
  const { labels, file: labelsFile } = cachedLabels(templates, surfaces);
  report(`labels ${labels.size.join(' × ')}`);
  const vertices = vertexPoints(labels, surfaces.cortex.positions);
  report(`${vertices.missing.reduce((sum, value) => sum + value, 0)} of ${vertices.missing.length} vertices have no grey matter near`);
  const training = trainingSets(surfaces.displayScalp, operator, TRAINING).slice(0, effort.training);
  const test = testSets(surfaces.displayScalp).slice(0, effort.test);
  report(`${training.length} training poses, ${test.length} test poses`);
  const codes = new Uint8Array(vertices.missing.length).fill(tissueCode('grey'));
  const onVertices = { labelsFile, spacing: COARSE, points: vertices.points, codes };
  const solve = (name: string, sets: readonly Dipoles[], task: VoxelTask, threads = effort.threads): Promise<Float32Array[]> =>
    voxelFields(name, task, sets, threads, report);
  const coarse = {
    test: await solve('test poses, 1 mm', test, onVertices),
    training: await solve('training poses, 1 mm', training, onVertices),
  };
  const onFine = { ...onVertices, spacing: FINE };
  const fine = {
    test: await solve('test poses, 0.5 mm', test.slice(0, effort.fineTest), onFine, 1),
    training: await solve('training poses, 0.5 mm', training.slice(0, effort.fineTraining), onFine, 1),
  };
  const common = { surfaces, operator, operatorFile, labels, labelsFile, vertices, training, test, coarse, fine };
  if (effort.gridTraining === 0) return { ...common, grid: null };
  const blocks = blockGrid(labels);
  const places = pointsOfBlocks(blocks);
  report(`${places.codes.length} blocks`);
  const onBlocks = { labelsFile, spacing: COARSE, ...places };
  const inBlocks = {
    test: await solve('test poses in blocks', test.slice(0, GRID_TEST), onBlocks, 1),
    training: await solve('training poses in blocks', training.slice(0, effort.gridTraining), onBlocks, 1),
  };
  return { ...common, grid: { blocks, ...places, fields: inBlocks } };
}

/** Centers of the blocks, tissue after tissue. */
function pointsOfBlocks({ origin, size, places }: BlockGrid): BlockPoints {
  const codes: number[] = [];
  const points: number[] = [];
  for (const tissue of ['white', 'grey', 'csf'] as const)
    for (const place of places[tissue]) {
      const index = [place % size[0], Math.floor(place / size[0]) % size[1], Math.floor(place / (size[0] * size[1]))];
      for (let axis = 0; axis < 3; axis++) points.push(origin[axis] + BLOCK * (index[axis] + 0.5));
      codes.push(tissueCode(tissue));
    }
  return { points: Float64Array.from(points), codes: Uint8Array.from(codes) };
}
