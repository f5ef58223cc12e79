import type { WorkerLike } from './fieldEngine';

/** Workers of which one gets its program before it is needed. */
export interface WorkersInAdvance<W> {
  /** Starts a worker that waits to be taken; does nothing while one waits, so that a start that is tried again leaves none behind. */
  prepare(): void;
  /** The worker that waits, else a new one. */
  readonly take: () => W;
}

export function workersInAdvance<W extends Pick<WorkerLike, 'onerror'>>(start: () => W): WorkersInAdvance<W> {
  let waiting: W | null = null;
  return {
    prepare() {
      if (waiting) return;
      const worker = start();
      waiting = worker;
      // Nobody listens yet: one that could not start is replaced by one whose failure is heard.
      worker.onerror = () => {
        if (waiting === worker) waiting = null;
      };
    },
    take: () => {
      const worker = waiting ?? start();
      waiting = null;
      return worker;
    },
  };
}
