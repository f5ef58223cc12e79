import { resolve } from 'node:path';
import { createVitest, type Vitest } from 'vitest/node';

/** What the parent process asks: run these test files, one after another, over sources replaced in memory. */
export interface TestRequest {
  /** New text of each replaced source, by absolute path. */
  readonly replaced: Readonly<Record<string, string>>;
  readonly tests: readonly string[];
  /** Whether the first failure ends the run. */
  readonly stopAtFailure: boolean;
  /** Seconds of processor time for each test, after which this process ends: time on the clock says little on a busy machine. */
  readonly limits: readonly number[];
}

export interface TestOutcome {
  readonly test: string;
  readonly passed: boolean;
  /** Processor time. */
  readonly seconds: number;
}

const ROOT = resolve(import.meta.dirname, '../..');
let replaced: TestRequest['replaced'] = {};
/** Processor time at which the present test has taken too long. */
let deadline = Number.POSITIVE_INFINITY;

/** Vitest kept alive. It sees the sources on the disk but for the replaced ones, so no file is ever changed. */
function startVitest(): Promise<Vitest> {
  return createVitest(
    'test',
    {
      config: false,
      root: ROOT,
      watch: false,
      pool: 'threads',
      maxWorkers: 1,
      reporters: [{}],
      // The processor time is limited instead, so that a busy machine fails no test.
      testTimeout: 0,
      hookTimeout: 0,
      include: ['tests/**/*.test.{ts,tsx}'],
      exclude: ['tests/browser/**'],
      setupFiles: process.env.MUTATE_MARKS ? [resolve(import.meta.dirname, 'recordMarks.ts')] : [],
    },
    {
      logLevel: 'silent',
      assetsInclude: ['**/*.glb', '**/operator.bin'],
      plugins: [{ name: 'mutate', enforce: 'pre', transform: (_code: string, id: string) => replaced[id.split('?')[0]] ?? null }],
    },
  );
}

/** Processor time of this process with all its threads [s]. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

async function runTests(vitest: Vitest, request: TestRequest): Promise<TestOutcome[]> {
  const project = vitest.getRootProject();
  const touched = [...Object.keys(replaced), ...Object.keys(request.replaced)];
  replaced = request.replaced;
  for (const path of touched) project.vite.moduleGraph.onFileChange(path);
  const outcomes: TestOutcome[] = [];
  for (const [index, test] of request.tests.entries()) {
    const started = processorTime();
    deadline = started + request.limits[index];
    const result = await vitest.runTestSpecifications([project.createSpecification(test)], false);
    // The result also holds the test files of earlier runs.
    const module = result.testModules.find(({ moduleId }) => moduleId === test);
    const passed = result.unhandledErrors.length === 0 && module?.state() === 'passed';
    outcomes.push({ test, passed, seconds: processorTime() - started });
    if (!passed && request.stopAtFailure) break;
  }
  return outcomes;
}

const vitest = await startVitest();
await vitest.standalone();
process.on('message', async (request: TestRequest) => {
  // Tests run in threads of their own, so that this one stays awake.
  const watch = setInterval(() => {
    if (processorTime() > deadline) process.exit();
  }, 200);
  const outcomes = await runTests(vitest, request);
  clearInterval(watch);
  process.send?.(outcomes);
});
process.on('disconnect', () => process.exit());
process.send?.('ready');
