import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instrument, listProbes, type Probe, probeAt } from './instrument.ts';
import { importsOfTests } from './relatedTests.ts';
import { ServerProcess } from './serverProcess.ts';

/** Which test files run which parts of the sources, and how much processor time each takes. */
export interface Coverage {
  readonly seconds: ReadonlyMap<string, number>;
  /** Test files that run the statement at a place of a source; those that import it where the place runs as the module loads. */
  testsAt(file: string, at: number): string[];
}

interface Instrumented {
  readonly probes: readonly Probe[];
  readonly offset: number;
}

/** Runs once every test file that imports one of the sources, with the sources instrumented. Throws if a test fails. */
export async function measureCoverage(files: readonly string[], tests: readonly string[]): Promise<Coverage> {
  const imports = importsOfTests(tests);
  const related = tests.filter((test) => files.some((file) => imports.get(test)!.has(file)));
  const { sources, replaced } = instrumentAll(files);
  const folder = mkdtempSync(join(tmpdir(), 'mutate-'));
  const server = new ServerProcess(join(folder, 'marks'));
  try {
    const outcomes = (await server.ask({ replaced, tests: related, stopAtFailure: false, limits: related.map(() => 3600) })) ?? [];
    const failed = related.filter((test) => !outcomes.some((outcome) => outcome.test === test && outcome.passed));
    if (failed.length > 0) throw new Error(`These tests must pass before sources are mutated: ${failed.join(', ')}`);
    const marks = related.length > 0 ? readMarks(join(folder, 'marks')) : new Map<string, Set<number>>();
    const importing = (file: string) => related.filter((test) => imports.get(test)!.has(file));
    return {
      seconds: new Map(outcomes.map(({ test, seconds }) => [test, seconds])),
      testsAt: (file, at) => {
        const { probes, offset } = sources.get(file)!;
        const probe = probeAt(probes, at);
        return probe < 0 ? importing(file) : importing(file).filter((test) => marks.get(test)?.has(offset + probe));
      },
    };
  } finally {
    server.stop();
    rmSync(folder, { recursive: true });
  }
}

function instrumentAll(files: readonly string[]): { sources: Map<string, Instrumented>; replaced: Record<string, string> } {
  const sources = new Map<string, Instrumented>();
  const texts = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
  let total = 0;
  for (const [file, text] of texts) {
    const probes = listProbes(file, text);
    sources.set(file, { probes, offset: total });
    total += probes.length;
  }
  const replaced = [...texts].map(([file, text]) => [file, instrument(file, text, sources.get(file)!.offset, total)]);
  return { sources, replaced: Object.fromEntries(replaced) };
}

function readMarks(path: string): Map<string, Set<number>> {
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  const records = lines.map((line) => JSON.parse(line) as { test: string; run: number[] });
  return new Map(records.map(({ test, run }) => [test, new Set(run)]));
}
