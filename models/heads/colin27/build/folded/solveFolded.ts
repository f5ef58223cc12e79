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
import { voxelFields } from './voxelFields';

/** Poses that are solved at 1 mm for the rows; of them, the first ones at 0.5 mm for the correction, and for the tissue grid. */
const TRAINING = 320;
const FINE_TRAINING = 80;
const GRID_TRAINING = 40;
/** Of the test poses, those that are also solved at 0.5 mm, and those used for the grid. */
const FINE_TEST = 24;
const GRID_TEST = 12;
const COARSE = 1e-3;
const FINE = 0.5e-3;

export interface FoldedFields {
  readonly surfaces: HeadSurfaces;
  readonly operator: ModesOperator;
  readonly labels: LabelVolume;
  readonly vertices: VertexPoints;
  readonly blocks: BlockGrid;
  readonly blockPoints: BlockPoints;
  readonly training: readonly Dipoles[];
  readonly test: readonly Dipoles[];
  /** One array of stride 3 per pose [V/m per A/s]; the fine ones belong to the first poses of the same list. */
  readonly coarse: { readonly training: Float32Array[]; readonly test: Float32Array[] };
  readonly fine: { readonly training: Float32Array[]; readonly test: Float32Array[] };
  readonly inBlocks: { readonly training: Float32Array[]; readonly test: Float32Array[] };
}

interface BlockPoints {
  readonly points: Float64Array;
  readonly codes: Uint8Array;
}

/** How much of the work is wanted: a part of it already gives rows. */
export interface Effort {
  readonly training?: number;
  readonly fineTraining?: number;
  readonly test?: number;
  readonly fineTest?: number;
  readonly threads: number;
}

/** Everything that has to be solved, from the cache where it is there. */
export async function solveFolded(templates: string, effort: Effort, report: (text: string) => void): Promise<FoldedFields> {
  const surfaces = await readHeadSurfaces();
  const operatorFile = new Uint8Array(readFileSync(fileURLToPath(new URL('../../operator.bin', import.meta.url))));
  const operator = await readOperator(operatorFile, 'operator.bin', readKernels('fieldKernels'));
  const { labels, file: labelsFile } = cachedLabels(templates, surfaces);
  report(`labels ${labels.size.join(' × ')}`);
  const vertices = vertexPoints(labels, surfaces.cortex.positions);
  report(`${vertices.missing.reduce((sum, value) => sum + value, 0)} of ${vertices.missing.length} vertices have no grey matter near`);
  const blocks = blockGrid(labels);
  const blockPoints = pointsOfBlocks(blocks);
  report(`${blockPoints.codes.length} blocks`);
  const training = trainingSets(surfaces.displayScalp, operator, TRAINING).slice(0, effort.training ?? TRAINING);
  const test = testSets(surfaces.displayScalp).slice(0, effort.test);
  report(`${training.length} training poses, ${test.length} test poses`);
  const codes = new Uint8Array(vertices.missing.length).fill(tissueCode('grey'));
  // Vertices and blocks are read from one solution; the fine one is for the vertices alone.
  const joined = { points: join(vertices.points, blockPoints.points), codes: Uint8Array.from([...codes, ...blockPoints.codes]) };
  const onBoth = { labelsFile, spacing: COARSE, ...joined };
  const onVertices = { labelsFile, spacing: COARSE, points: vertices.points, codes };
  const solve = (name: string, sets: readonly Dipoles[], task = onVertices, threads = effort.threads): Promise<Float32Array[]> =>
    voxelFields(name, task, sets, threads, report);
  const length = vertices.points.length;
  const testBoth = await solve('test poses, 1 mm, with blocks', test.slice(0, GRID_TEST), onBoth);
  const trainingBoth = await solve('training poses, 1 mm, with blocks', training.slice(0, GRID_TRAINING), onBoth);
  const testRest = await solve('test poses, 1 mm', test.slice(GRID_TEST));
  const trainingRest = await solve('training poses, 1 mm', training.slice(GRID_TRAINING));
  const fineTask = { ...onVertices, spacing: FINE };
  const fineTest = await solve('test poses, 0.5 mm', test.slice(0, effort.fineTest ?? FINE_TEST), fineTask, 1);
  const fineTraining = await solve('training poses, 0.5 mm', training.slice(0, effort.fineTraining ?? FINE_TRAINING), fineTask, 1);
  const first = (fields: Float32Array[]): Float32Array[] => fields.map((field) => field.subarray(0, length));
  const rest = (fields: Float32Array[]): Float32Array[] => fields.map((field) => field.subarray(length));
  return {
    ...{ surfaces, operator, labels, vertices, blocks, blockPoints, training, test },
    coarse: { training: [...first(trainingBoth), ...trainingRest], test: [...first(testBoth), ...testRest] },
    fine: { training: fineTraining, test: fineTest },
    inBlocks: { training: rest(trainingBoth), test: rest(testBoth) },
  };
}

function join(a: Float64Array, b: Float64Array): Float64Array {
  const out = new Float64Array(a.length + b.length);
  out.set(a);
  out.set(b, a.length);
  return out;
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
