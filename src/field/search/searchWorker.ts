import { fetchKernels } from '../simulation/fetchKernels';
import { computeSearch } from './computeSearch';
import type { FromSearchWorker, SearchRequest } from './searchMessages';

const send = (message: FromSearchWorker): void =>
  (self as unknown as { postMessage(message: FromSearchWorker): void }).postMessage(message);

async function search(request: SearchRequest): Promise<void> {
  const kernels = request.data.size > 0 ? await fetchKernels() : null;
  send({ kind: 'found', result: await computeSearch(request, kernels, (share) => send({ kind: 'progress', share })) });
}

self.onmessage = ({ data }: MessageEvent<SearchRequest>): void => {
  search(data).catch((error: unknown) => send({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }));
};
