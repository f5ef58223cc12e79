import { parentPort, workerData } from 'node:worker_threads';
import { chargeSource } from '../../../../../src/physics/boundaryElements/boundaryElementModel';
import { distributeCharges } from '../../../../../src/physics/boundaryElements/chargeDistribution';
import { fillChargeMatrixRows } from '../../../../../src/physics/boundaryElements/chargeMatrix';
import { collectFacets } from '../../../../../src/physics/boundaryElements/facets';
import { collectFluxEdges } from '../../../../../src/physics/boundaryElements/primaryFlux';
import type { Dipoles } from '../../../../../src/physics/dipoles';
import { waitForAll } from './barrier';
import { instantiateDenseKernels } from './denseKernels';
import { DEPTH, type DenseLayout } from './denseLayout';
import type { DenseRequest, DenseSetup } from './denseMessages';
import { type DenseThread, factorMatrix, solveFactored } from './factorMatrix';
import { computeFieldRows } from './fieldRows';

const { memory, index, count, shells } = workerData.setup as DenseSetup;
const facets = collectFacets(shells);
const edges = collectFluxEdges(shells);
const kernels = instantiateDenseKernels(memory);
const thread: DenseThread = { kernels, index, count, barrier: new Int32Array(memory.buffer, 0, 2) };
const floats = (start: number, length: number): Float32Array => new Float32Array(memory.buffer, start, length);

/** This thread's share of `total` items, in whole units. */
function share(total: number, unit: number): [number, number] {
  const units = Math.ceil(total / unit);
  return [Math.min(total, unit * Math.floor((units * index) / count)), Math.min(total, unit * Math.floor((units * (index + 1)) / count))];
}

function assemble(layout: DenseLayout): void {
  const [from, to] = share(layout.size, 1);
  fillChargeMatrixRows(facets, from, to, floats(layout.matrix + 4 * from * layout.size, (to - from) * layout.size));
}

/** Right-hand sides, solution, then the point charges and corner densities that the field needs. */
function solve(layout: DenseLayout, dipoles: readonly Dipoles[]): void {
  const { size, batch } = layout;
  const [from, to] = share(batch, 8);
  const charges = floats(layout.charges, size * batch);
  for (let column = from; column < to; column++) {
    const source = column < dipoles.length ? chargeSource(facets, edges, dipoles[column]) : undefined;
    for (let i = 0; i < size; i++) charges[i * batch + column] = source ? source[i] : 0;
  }
  solveFactored(kernels, layout.matrix, size, layout.charges, batch, from, to, layout.scratch + index * layout.scratchBytes);
  for (let column = from; column < to; column++) distribute(layout, charges, column);
}

function distribute(layout: DenseLayout, charges: Float32Array, column: number): void {
  const { size, batch, sourceRows } = layout;
  const one = new Float64Array(size);
  for (let i = 0; i < size; i++) one[i] = charges[i * batch + column];
  const { cornerDensities, centroidCharges, vertexCharges } = distributeCharges(facets, one);
  const corners = floats(layout.corners, 3 * size * batch);
  for (let k = 0; k < cornerDensities.length; k++) corners[k * batch + column] = cornerDensities[k];
  const packed = floats(layout.packed, sourceRows * batch);
  const strip = DEPTH * 8 * Math.floor(column / 8) + (column % 8);
  const put = (row: number, value: number): void => {
    packed[Math.floor(row / DEPTH) * DEPTH * batch + strip + 8 * (row % DEPTH)] = value;
  };
  for (let i = 0; i < size; i++) put(i, centroidCharges[i]);
  for (let v = 0; v < vertexCharges.length; v++) put(size + v, vertexCharges[v]);
}

parentPort!.on('message', ({ layout, task }: DenseRequest) => {
  if (task.kind === 'assemble') assemble(layout);
  else if (task.kind === 'factor') factorMatrix(thread, layout.matrix, layout.size, layout.panel);
  else if (task.kind === 'solve') solve(layout, task.dipoles);
  else
    computeFieldRows(kernels, memory, layout, facets, task, share(task.points.length / 3, 1), layout.scratch + index * layout.scratchBytes);
  waitForAll(thread.barrier, count);
  parentPort!.postMessage('done');
});
