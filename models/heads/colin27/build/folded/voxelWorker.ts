import { parentPort, workerData } from 'node:worker_threads';
import type { Dipoles } from '../../../../../src/physics/dipoles';
import { TISSUE_CONDUCTIVITIES } from '../../../../../src/physics/voxels/tissues';
import { gridFromLabels, tissueFraction } from '../../../../../src/physics/voxels/voxelGrid';
import { prepareReadout, readField } from '../../../../../src/physics/voxels/voxelReadout';
import { createVoxelSolver } from '../../../../../src/physics/voxels/voxelSolver';
import { readKernels } from '../../../../../src/physics/wasm/readKernels';
import { readLabels } from './labelCache';
import type { VoxelTask } from './voxelFields';

const { labelsFile, spacing, points, codes, conductivities = TISSUE_CONDUCTIVITIES } = workerData.task as VoxelTask;
const labels = readLabels(labelsFile);
const grid = gridFromLabels(labels, spacing, conductivities);
const solver = await createVoxelSolver(grid, readKernels('voxelKernels'));
const readout = prepareReadout(grid, solver, points, (point, i, j, k) => tissueFraction(grid, labels, codes[point], i, j, k));

parentPort!.on('message', async ({ index, sets }: { index: number; sets: readonly Dipoles[] }) => {
  const potentials = await solver.solve(sets);
  const fields = new Float32Array(sets.length * points.length);
  for (const [lane, dipoles] of sets.entries()) fields.set(readField(readout, potentials, lane, dipoles), lane * points.length);
  parentPort!.postMessage({ index, fields }, [fields.buffer]);
});
parentPort!.postMessage('ready');
