import { fetchKernels } from '../simulation/fetchKernels';
import { computeDrift } from './computeDrift';
import type { DriftRequest, FromDriftWorker } from './driftMessages';

const send = (message: FromDriftWorker): void => (self as unknown as { postMessage(message: FromDriftWorker): void }).postMessage(message);

async function compute(request: DriftRequest): Promise<void> {
  const kernels = request.scene.data.size > 0 ? await fetchKernels() : null;
  send({ kind: 'found', result: await computeDrift(request, kernels, (share) => send({ kind: 'progress', share })) });
}

self.onmessage = ({ data }: MessageEvent<DriftRequest>): void => {
  compute(data).catch((error: unknown) => send({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }));
};
