/** Lets all threads wait for each other; `state` holds two Int32 (arrivals, generation) in shared memory, both 0 at the start. */
export function waitForAll(state: Int32Array, threads: number): void {
  if (threads === 1) return;
  const generation = Atomics.load(state, 1);
  if (Atomics.add(state, 0, 1) === threads - 1) {
    Atomics.store(state, 0, 0);
    Atomics.add(state, 1, 1);
    Atomics.notify(state, 1);
    return;
  }
  while (Atomics.load(state, 1) === generation) Atomics.wait(state, 1, generation, 1000);
}
