import { describe, expect, it } from 'vitest';
import { workersInAdvance } from '../../../src/field/simulation/workersInAdvance';

interface Worker {
  readonly id: number;
  onerror: ((event: ErrorEvent) => void) | null;
}

function setUp() {
  const started: Worker[] = [];
  const workers = workersInAdvance<Worker>(() => {
    started.push({ id: started.length, onerror: null });
    return started[started.length - 1];
  });
  return { started, workers };
}

describe('Workers started in advance', () => {
  it('are one, however often the start is tried again, and that one is taken', () => {
    const { started, workers } = setUp();
    for (let n = 0; n < 6; n++) workers.prepare();
    expect(started).toHaveLength(1);
    expect(workers.take()).toBe(started[0]);
    expect(started).toHaveLength(1);
  });

  it('are replaced when they are taken again, or could not start', () => {
    const { started, workers } = setUp();
    workers.prepare();
    workers.take();
    expect(workers.take()).toBe(started[1]);
    workers.prepare();
    started[2].onerror?.({} as ErrorEvent);
    expect(workers.take()).toBe(started[3]);
    // What is heard of one that was taken long ago is not about the one that waits.
    workers.prepare();
    started[2].onerror?.({} as ErrorEvent);
    expect(workers.take()).toBe(started[4]);
  });
});
