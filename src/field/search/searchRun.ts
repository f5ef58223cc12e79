import type { SearchResult } from '../../placement/searchPoses';
import type { FromSearchWorker, SearchRequest } from './searchMessages';

export interface SearchEvents {
  /** Share that is done, 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly onFound: (result: SearchResult) => void;
  readonly onTrouble: (sentence: string) => void;
}

/** Searches in a worker of its own; returns what cancels it at once. After an event other than progress the worker is gone. */
export function startSearch(request: SearchRequest, events: SearchEvents): () => void {
  const worker = new Worker(new URL('./searchWorker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<FromSearchWorker>) => {
    if (data.kind === 'progress') {
      events.onProgress(data.share);
      return;
    }
    worker.terminate();
    if (data.kind === 'found') events.onFound(data.result);
    else events.onTrouble(`The search ended without a result: ${data.message}`);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    worker.terminate();
    events.onTrouble(`The search stopped: ${event.message || 'its worker could not be started'}.`);
  };
  worker.postMessage(request);
  return () => worker.terminate();
}
