import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Dipoles } from '../../../../../src/physics/dipoles';
import type { TissueConductivities } from '../../../../../src/physics/voxels/tissues';
import { CACHE_FOLDER } from './labelCache';

/** Coils that are solved together. */
export const BATCH = 4;
/** Raised whenever a change of the solver or the reading changes the fields. */
const FIELDS_VERSION = 1;

/** What a worker needs beside the batches. */
export interface VoxelTask {
  readonly labelsFile: string;
  readonly spacing: number;
  /** Stride 3 [m]. */
  readonly points: Float64Array;
  /** Tissue code at each point. */
  readonly codes: Uint8Array;
  /** Those of this project where none are given. */
  readonly conductivities?: TissueConductivities;
}

/** Starts a TypeScript worker in a process run by tsx, whose loader Node does not hand on to threads. */
const BOOT = `const { workerData } = require('node:worker_threads');
import(workerData.loader).then(({ register }) => { register(); return import(workerData.file); });`;

interface Batch {
  readonly file: string;
  readonly sets: readonly Dipoles[];
}

/**
 * Total fields per unit rate at the points, solved on voxels: set × (3 × points). Every batch is written to a file of its own as soon as it is solved, so
 * that an interrupted run goes on where it stopped. `threads`: each takes about 0.6 GB at 1 mm, 4.5 GB at 0.5 mm.
 */
export async function voxelFields(
  name: string,
  task: VoxelTask,
  sets: readonly Dipoles[],
  threads: number,
  report: (text: string) => void,
): Promise<Float32Array[]> {
  const folder = join(CACHE_FOLDER, `fields-${keyOf(task)}`);
  mkdirSync(folder, { recursive: true });
  const batches = Array.from({ length: Math.ceil(sets.length / BATCH) }, (_, b): Batch => {
    const own = sets.slice(BATCH * b, BATCH * (b + 1));
    return { file: join(folder, `${setsKey(own)}.bin`), sets: own };
  });
  const missing = batches.filter(({ file }) => !existsSync(file));
  if (missing.length > 0) {
    report(`${name}: ${batches.length - missing.length} of ${batches.length} batches are there`);
    await solveBatches(name, task, missing, threads, report);
  }
  return batches.flatMap(({ file, sets: own }) => {
    const bytes = readFileSync(file);
    const all = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
    return own.map((_, lane) => all.subarray(lane * task.points.length, (lane + 1) * task.points.length));
  });
}

async function solveBatches(
  name: string,
  task: VoxelTask,
  missing: readonly Batch[],
  threads: number,
  report: (text: string) => void,
): Promise<void> {
  const start = performance.now();
  let [next, done] = [0, 0];
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const workerData = { task, loader: import.meta.resolve('tsx/esm/api'), file: new URL('./voxelWorker.ts', import.meta.url).href };
      const worker = new Worker(BOOT, { eval: true, workerData });
      worker.on('error', reject);
      const give = (): void => {
        if (next < missing.length) worker.postMessage({ index: next, sets: missing[next++].sets });
        else void worker.terminate().then(() => resolve());
      };
      worker.on('message', (message: { index: number; fields: Float32Array } | 'ready') => {
        if (message !== 'ready') {
          save(missing[message.index].file, message.fields);
          const left = ((performance.now() - start) / ++done) * (missing.length - done);
          report(`${name}: ${done} of ${missing.length} batches, ${(left / 1000).toFixed(0)} s left`);
        }
        give();
      });
    });
  await Promise.all(Array.from({ length: Math.min(threads, missing.length) }, work));
}

/** A file is there whole or not at all. */
function save(file: string, fields: Float32Array): void {
  writeFileSync(`${file}.part`, new Uint8Array(fields.buffer, fields.byteOffset, fields.byteLength));
  renameSync(`${file}.part`, file);
}

function keyOf({ labelsFile, spacing, points, codes, conductivities }: VoxelTask): string {
  const others = conductivities ? ` ${JSON.stringify(conductivities)}` : '';
  const hash = createHash('sha256').update(`${FIELDS_VERSION} ${labelsFile} ${spacing}${others}`).update(points).update(codes);
  return hash.digest('hex').slice(0, 16);
}

function setsKey(sets: readonly Dipoles[]): string {
  const hash = createHash('sha256');
  for (const { positions, moments } of sets) hash.update(positions).update(moments);
  return hash.digest('hex').slice(0, 16);
}
