import { readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { BenchCase } from './benchCase';

const FOLDER = dirname(fileURLToPath(import.meta.url));
const WARM_UP = 5;
const RUNS = 41;

interface Timing {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** Median and the range that holds the middle eight tenths of the runs; `first` and `second` take turns so that both see the same machine. */
function time(first: () => void, second?: () => void): [Timing, Timing | undefined] {
  const a: number[] = [];
  const b: number[] = [];
  for (let i = 0; i < WARM_UP + RUNS; i++) {
    const start = performance.now();
    first();
    const middle = performance.now();
    second?.();
    if (i < WARM_UP) continue;
    a.push(middle - start);
    b.push(performance.now() - middle);
  }
  return [summarize(a), second ? summarize(b) : undefined];
}

function summarize(samples: number[]): Timing {
  const sorted = [...samples].sort((x, y) => x - y);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))];
  return { median: at(0.5), low: at(0.1), high: at(0.9) };
}

const show = ({ median, low, high }: Timing, unit: string) => `${median.toFixed(2)} ${unit} (${low.toFixed(2)}-${high.toFixed(2)})`;

function runCase(bench: BenchCase): void {
  const [own, twin] = time(bench.run, bench.twin?.run);
  console.log(`${bench.name}: ${show(own, bench.unit)}`);
  if (twin) console.log(`  ${bench.twin?.name}: ${show(twin, bench.unit)}, ratio ${(twin.median / own.median).toFixed(2)}`);
}

/** Files export `benchCases`, or functions called `bench…` that print their own lines. Arguments choose files by a part of their name. */
async function runFile(name: string): Promise<void> {
  const module = (await import(pathToFileURL(join(FOLDER, name)).href)) as Record<string, unknown>;
  if (Array.isArray(module.benchCases)) for (const bench of module.benchCases as BenchCase[]) runCase(bench);
  for (const [key, value] of Object.entries(module)) {
    if (/^bench[A-Z]/.test(key) && typeof value === 'function') await (value as () => unknown)();
  }
}

const wanted = process.argv.slice(2);
const files = readdirSync(FOLDER).filter(
  (name) => name.endsWith('.bench.ts') && (wanted.length === 0 || wanted.some((part) => name.includes(part))),
);
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}; median of ${RUNS} runs (middle eight tenths)`);
for (const name of files.sort()) {
  try {
    await runFile(name);
  } catch (fault) {
    console.error(`${name} failed: ${fault instanceof Error ? fault.message : String(fault)}`);
    process.exitCode = 1;
  }
}
