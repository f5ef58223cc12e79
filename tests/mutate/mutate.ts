import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { seededRandom } from '../../src/dose/seededRandom.ts';
import { type Coverage, measureCoverage } from './coverage.ts';
import { applyMutant, listMutants, type Mutant } from './mutators.ts';
import { listFiles } from './relatedTests.ts';
import { ServerProcess } from './serverProcess.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const FOLDERS = ['core', 'physics', 'coil', 'dose', 'placement', 'state', 'field', 'figure'];
/** Mutants known to change nothing that can be seen, each with the reason. They count as survivors. */
const EQUIVALENT = JSON.parse(readFileSync(resolve(import.meta.dirname, 'equivalent.json'), 'utf8')) as Record<string, string>;
const USAGE = `npm run mutate -- [--changed REF] [--folder NAME ...] [--sample N] [--seed N] [--jobs N] [--budget SECONDS] [--near] [--killers]
  folders: ${FOLDERS.join(', ')} (all if none is named); --changed: only files that differ from that commit;
  --sample: mutants a folder, drawn at random with the seed (all if left out); --budget: most processor time for one mutant;
  --near: only the tests in the mirrored folder, which is quicker and may let more live;
  --killers: also tells which test kills each mutant that dies`;

interface Candidate {
  readonly file: string;
  readonly mutant: Mutant;
}

type Fate = 'killed' | 'timeout' | 'survived' | 'not run';

interface Options {
  readonly folders: readonly string[];
  readonly changed?: string;
  readonly sample: number;
  readonly seed: number;
  readonly jobs: number;
  readonly budget: number;
  readonly near: boolean;
  readonly killers: boolean;
}

function readOptions(): Options {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: {
      changed: text,
      folder: { ...text, multiple: true },
      sample: text,
      seed: text,
      jobs: text,
      budget: text,
      near: { type: 'boolean' },
      killers: { type: 'boolean' },
    },
  });
  const whole = (name: string, given: string | undefined, usual: number): number => {
    if (given !== undefined && !/^[1-9]\d{0,8}$/.test(given)) throw new Error(`--${name} must be a whole number above 0, got ${given}`);
    return given === undefined ? usual : Number(given);
  };
  const unknown = values.folder?.find((folder) => !FOLDERS.includes(folder));
  if (unknown !== undefined) throw new Error(`--folder must be one of ${FOLDERS.join(', ')}, got ${unknown}`);
  return {
    folders: values.folder ?? FOLDERS,
    changed: values.changed,
    sample: whole('sample', values.sample, Number.POSITIVE_INFINITY),
    seed: whole('seed', values.seed, 1),
    jobs: whole('jobs', values.jobs, 1),
    budget: whole('budget', values.budget, 20),
    near: values.near ?? false,
    killers: values.killers ?? false,
  };
}

function filesOf(folder: string, changed: string | undefined): string[] {
  const sources = listFiles(resolve(ROOT, 'src', folder), /\.tsx?$/).filter((file) => !file.includes('/wasm/assembly/'));
  if (changed === undefined) return sources;
  const git = (...words: string[]) => execFileSync('git', words, { cwd: ROOT, encoding: 'utf8' }).split('\n');
  const names = [...git('diff', '--name-only', changed), ...git('ls-files', '--others', '--exclude-standard')];
  const differing = new Set(names.map((name) => resolve(ROOT, name)));
  return sources.filter((file) => differing.has(file));
}

/** A number of candidates drawn at random, in the order of the sources. */
function draw(candidates: readonly Candidate[], count: number, seed: number): Candidate[] {
  if (candidates.length <= count) return [...candidates];
  const random = seededRandom(seed);
  const keyed = candidates.map((candidate, order) => ({ candidate, order, key: random.uniform() }));
  const drawn = keyed.sort((a, b) => a.key - b.key).slice(0, count);
  return drawn.sort((a, b) => a.order - b.order).map(({ candidate }) => candidate);
}

/** The tests for one mutant within the budget: quick ones first, and rather those that are named alike or killed one of the same file just now. */
function orderTests({ file, mutant }: Candidate, coverage: Coverage, killers: readonly string[], budget: number): string[] {
  const stem = basename(file).replace(/\.tsx?$/, '');
  const seconds = (test: string) => coverage.seconds.get(test)!;
  // A slow test never comes before many quick ones: it would use up the budget.
  const rank = (test: string) => seconds(test) * (basename(test).startsWith(`${stem}.`) ? 0.5 : 1) * (killers[0] === test ? 0.2 : 1);
  let spent = 0;
  return coverage
    .testsAt(file, mutant.start)
    .sort((a, b) => rank(a) - rank(b))
    .filter((test, order) => {
      spent += seconds(test);
      return order === 0 || spent <= budget;
    });
}

async function tryMutants(candidates: readonly Candidate[], coverage: Coverage, options: Options): Promise<Fate[]> {
  const fates: Fate[] = new Array(candidates.length).fill('not run');
  const killers = new Map<string, string[]>();
  let next = 0;
  let controlled = false;
  const work = async (server: ServerProcess) => {
    for (let index = next++; index < candidates.length; index = next++) {
      const candidate = candidates[index];
      const lately = killers.get(candidate.file) ?? [];
      const tests = orderTests(candidate, coverage, lately, options.budget);
      const { fate, killer } = await tryMutant(candidate, tests, coverage, server);
      fates[index] = fate;
      if (fate === 'killed' && !controlled) {
        controlled = true;
        await checkUnchanged(tests, server);
      }
      if (fate === 'survived' || fate === 'not run') tell(candidate, fate);
      else if (options.killers) tell(candidate, `${fate} by ${relative(ROOT, killer ?? tests[0])}`);
      if (killer !== undefined) killers.set(candidate.file, [killer, ...lately.filter((test) => test !== killer)]);
    }
  };
  const servers = Array.from({ length: options.jobs }, () => new ServerProcess());
  try {
    await Promise.all(servers.map(work));
  } finally {
    for (const server of servers) server.stop();
  }
  return fates;
}

/** Right after a mutant was killed the unchanged sources must pass the same tests, in any order: else a run would see what another left. */
async function checkUnchanged(tests: readonly string[], server: ServerProcess): Promise<void> {
  const limits = tests.map(() => 3600);
  const outcomes = await server.ask({ replaced: {}, tests: [...tests].reverse(), stopAtFailure: false, limits });
  if (!outcomes?.every(({ passed }) => passed)) throw new Error('The unchanged sources do not pass the tests that a mutant failed before.');
}

async function tryMutant(
  { file, mutant }: Candidate,
  tests: readonly string[],
  coverage: Coverage,
  server: ServerProcess,
): Promise<{ fate: Fate; killer?: string }> {
  if (tests.length === 0) return { fate: 'not run' };
  const limits = tests.map((test) => 2 + 3 * coverage.seconds.get(test)!);
  const replaced = { [file]: applyMutant(readFileSync(file, 'utf8'), mutant) };
  const outcomes = await server.ask({ replaced, tests, stopAtFailure: true, limits });
  if (outcomes === null) return { fate: 'timeout' };
  const killer = outcomes.find(({ passed }) => !passed)?.test;
  return { fate: killer === undefined ? 'survived' : 'killed', killer };
}

/** A line for a mutant, at once, so that a long run can be ended early. */
function tell({ file, mutant }: Candidate, fate: string): void {
  const path = relative(ROOT, file);
  const reason = EQUIVALENT[`${path} ${mutant.change}`];
  console.log(`  ${fate}  ${path}:${mutant.line}  ${mutant.change}${reason ? `  (equivalent: ${reason})` : ''}`);
}

function report(folder: string, fates: readonly Fate[], seconds: number): void {
  const count = (fate: Fate) => fates.filter((each) => each === fate).length;
  const survived = count('survived') + count('not run');
  const score = ((100 * (fates.length - survived)) / fates.length).toFixed(1);
  console.log(
    `${folder}: ${fates.length} mutants, ${count('killed')} killed, ${count('timeout')} timeouts, ` +
      `${survived} survived (${count('not run')} run by no test), score ${score} %, ${(seconds / fates.length).toFixed(2)} s a mutant`,
  );
}

async function main(): Promise<void> {
  const options = readOptions();
  const tests = listFiles(resolve(ROOT, 'tests'), /\.test\.tsx?$/).filter((test) => !test.includes('/tests/browser/'));
  for (const folder of options.folders) {
    const all = filesOf(folder, options.changed).flatMap((file) =>
      listMutants(file, readFileSync(file, 'utf8')).map((mutant) => ({ file, mutant })),
    );
    const candidates = draw(all, options.sample, options.seed);
    if (candidates.length === 0) continue;
    console.log(`${folder}: ${all.length} possible mutants, ${candidates.length} tried`);
    const near = tests.filter((test) => !options.near || test.startsWith(resolve(ROOT, 'tests', folder)));
    const coverage = await measureCoverage([...new Set(candidates.map(({ file }) => file))], near);
    const started = performance.now();
    const fates = await tryMutants(candidates, coverage, options);
    report(folder, fates, (performance.now() - started) / 1000);
  }
}

await main().catch((error: Error) => {
  console.error(`${error.message}\n${USAGE}`);
  process.exitCode = 1;
});
