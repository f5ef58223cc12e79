import { appendFileSync } from 'node:fs';
import { afterAll, expect } from 'vitest';
import { MARKS } from './instrument.ts';

/** Setup file of the covering run: after each test file, what of the instrumented sources it has run. */
afterAll(() => {
  const path = process.env.MUTATE_MARKS;
  const marks = (globalThis as Record<string, unknown>)[MARKS] as Uint8Array | undefined;
  if (!path || !marks) return;
  const run = [...marks.keys()].filter((index) => marks[index] === 1);
  appendFileSync(path, `${JSON.stringify({ test: expect.getState().testPath, run })}\n`);
});
