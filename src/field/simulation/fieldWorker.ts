import { FieldComputer } from './computeField';
import { fetchKernels } from './fetchKernels';
import type { FieldRequest, FieldResult, FromWorker, ToWorker } from './fieldMessages';
import type { HeadData } from './headData';

const send = (message: FromWorker, transfer: Transferable[] = []): void =>
  (self as unknown as { postMessage(message: FromWorker, transfer: Transferable[]): void }).postMessage(message, transfer);

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const kernels = fetchKernels();
let computer: Promise<FieldComputer> | undefined;

async function answer(message: ToWorker): Promise<void> {
  if (message.kind === 'head') {
    computer = kernels.then((bytes) => FieldComputer.create(message.head, bytes));
    const { grid, backend } = await computer;
    send({ kind: 'ready', grid, backend });
  } else if (message.kind === 'data') {
    // One after the other: what comes later goes on from what came before.
    attached = attached.then(() => attach(message.name, message.bytes));
    await attached;
  } else {
    // What was handed over before a pose is in use when that is computed, also in a worker that was started again.
    await attached;
    await answerPose(message);
  }
}

async function answerPose(message: Exclude<ToWorker, { kind: 'head' | 'data' }>): Promise<void> {
  if (message.kind === 'beside') {
    await computeBeside(message.id, message.request);
  } else if (message.kind === 'turns') {
    await computeTurns(message.id, message.request);
  } else {
    await computePose(message.id, message.request);
  }
}

let attached: Promise<void> = Promise.resolve();

async function attach(name: HeadData, bytes: Uint8Array): Promise<void> {
  try {
    await (await computer)?.attach(name, bytes);
    send({ kind: 'dataReady', name });
  } catch (error) {
    send({ kind: 'dataRefused', name, message: wordsOf(error) });
  }
}

async function computePose(id: number, request: FieldRequest): Promise<void> {
  try {
    const result = (await computer)?.compute(request);
    if (!result) throw new Error('the head must be sent before a pose');
    send({ kind: 'result', id, result }, buffersOf(result));
  } catch (error) {
    send({ kind: 'failed', id, message: wordsOf(error) });
  }
}

async function computeBeside(id: number, request: FieldRequest): Promise<void> {
  let result: FieldResult | null = null;
  try {
    result = (await computer)?.compute(request) ?? null;
  } finally {
    send({ kind: 'beside', id, result }, result ? buffersOf(result) : []);
  }
}

/** What is handed over instead of copied. */
function buffersOf({ values, onCortex, texels, depthCurve }: FieldResult): Transferable[] {
  const arrays = [values, texels, depthCurve.distance, depthCurve.fluxDensity, depthCurve.magnitude, ...(onCortex ? [onCortex] : [])];
  return [...new Set(arrays.map((array) => array.buffer))] as Transferable[];
}

async function computeTurns(id: number, request: FieldRequest): Promise<void> {
  let vectors: Float32Array | null = null;
  try {
    vectors = (await computer)?.turns(request) ?? null;
  } finally {
    send({ kind: 'turns', id, vectors });
  }
}

self.onmessage = ({ data }: MessageEvent<ToWorker>): void => {
  // An error that nobody caught must reach the page as an error of the worker, so that it is started again.
  answer(data).catch((error: unknown) => {
    setTimeout(() => {
      throw error;
    });
  });
};
