import { resolve } from 'node:path';
import { createVitest, type Vitest } from 'vitest/node';

/** What the parent process asks: run these test files, one after another, over sources replaced in memory. */
export interface TestRequest {
  /** New text of each replaced source, by absolute path. */
  readonly replaced: Readonly<Record<string, string>>;
  readonly tests: readonly string[];
  /** Whether the first failure ends the run. */
  readonly stopAtFailure: boolean;
}

export interface TestOutcome {
  readonly test: string;
  readonly passed: boolean;
  readonly seconds: number;
}

const ROOT = resolve(import.meta.dirname, '../..');
let replaced: TestRequest['replaced'] = {};

/** Vitest kept alive. It sees the sources on the disk but for the replaced ones, so no file is ever changed. */
function startVitest(): Promise<Vitest> {
  return createVitest(
    'test',
    {
      config: false,
      root: ROOT,
      watch: false,
      bail: 1,
      pool: 'threads',
      maxWorkers: 1,
      reporters: [{}],
      testTimeout: 60_000,
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

async function runTests(vitest: Vitest, request: TestRequest): Promise<TestOutcome[]> {
  const project = vitest.getRootProject();
  const touched = [...Object.keys(replaced), ...Object.keys(request.replaced)];
  replaced = request.replaced;
  for (const path of touched) project.vite.moduleGraph.onFileChange(path);
  const outcomes: TestOutcome[] = [];
  for (const test of request.tests) {
    const started = performance.now();
    const result = await vitest.runTestSpecifications([project.createSpecification(test)], false);
    const passed = result.unhandledErrors.length === 0 && result.testModules.every((module) => module.ok());
    outcomes.push({ test, passed, seconds: (performance.now() - started) / 1000 });
    if (!passed && request.stopAtFailure) break;
  }
  return outcomes;
}

const vitest = await startVitest();
await vitest.standalone();
process.on('message', async (request: TestRequest) => {
  process.send?.(await runTests(vitest, request));
});
process.on('disconnect', () => process.exit());
process.send?.('ready');
