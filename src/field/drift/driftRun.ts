import type { SceneSource } from '../simulation/sceneSource';
import type { DriftRequest, DriftResult, FromDriftWorker } from './driftMessages';

export interface DriftEvents {
  /** Share that is done, 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly onFound: (result: DriftResult) => void;
  readonly onTrouble: (sentence: string) => void;
}

/** What is put back: the coil as it stands on the stage; null until a field is there. */
export function driftRequest(scene: Pick<SceneSource, 'searchRequest' | 'snapshot'>, count: number, seed: number): DriftRequest | null {
  const request = scene.searchRequest();
  return request && { scene: { ...request, start: scene.snapshot().place.position }, count, seed };
}

/** Computes in a worker of its own; returns what cancels it at once. After an event other than progress the worker is gone. */
export function startDrift(request: DriftRequest, events: DriftEvents): () => void {
  const worker = new Worker(new URL('./driftWorker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<FromDriftWorker>) => {
    if (data.kind === 'progress') {
      events.onProgress(data.share);
      return;
    }
    worker.terminate();
    if (data.kind === 'found') events.onFound(data.result);
    else events.onTrouble(`The poses could not be computed: ${data.message}`);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    worker.terminate();
    events.onTrouble(`The poses could not be computed: ${event.message || 'the worker could not be started'}.`);
  };
  worker.postMessage(request);
  return () => worker.terminate();
}
