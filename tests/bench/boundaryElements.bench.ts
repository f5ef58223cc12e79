import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../../src/cli/runCommand';
import { icosphere } from '../physics/boundaryElements/icosphere';

/** Limits of the terminal command for three shells of 5120 facets and 500 points. */
const LIMIT_SECONDS = 300;
const LIMIT_GIGABYTES = 4;
const POINTS = 500;

const triples = (values: ArrayLike<number>): number[][] =>
  Array.from({ length: values.length / 3 }, (_, i) => [values[3 * i], values[3 * i + 1], values[3 * i + 2]]);

/** Wall time and memory of `coilscope field` with three shells given in the scene. */
export async function benchShells(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'coilscope-'));
  try {
    for (const level of [3, 4]) {
      const shells = [icosphere(0.085, level, 0.33, 0), icosphere(0.08, level, 0.0168, 0.33), icosphere(0.074, level, 0.33, 0.0168)];
      const file = join(folder, `${level}.json`);
      writeFileSync(
        file,
        JSON.stringify(
          scene(shells.map((shell) => ({ ...shell, vertices: triples(shell.vertices), triangles: triples(shell.triangles) }))),
        ),
      );
      const start = performance.now();
      const { exitCode, message } = await runCommand(['field', file]);
      const seconds = (performance.now() - start) / 1000;
      if (exitCode !== 0) throw new Error(message);
      const gigabytes = process.resourceUsage().maxRSS / 2 ** 20;
      console.log(
        `coilscope field, 3 × ${20 * 4 ** level} facets, ${POINTS} points: ${seconds.toFixed(1)} s (limit ${LIMIT_SECONDS}), ${gigabytes.toFixed(2)} GB at most (limit ${LIMIT_GIGABYTES})`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function scene(shells: readonly object[]): object {
  const points = Array.from({ length: POINTS }, (_, k) => {
    const z = (k + 0.5) / POINTS;
    const s = Math.sqrt(1 - z * z);
    return [0.065 * s * Math.cos(2.399963 * k), 0.065 * s * Math.sin(2.399963 * k), 0.065 * z];
  });
  const coil = { id: 'magstim-70mm-figure8', pose: [-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, -1, 0.09, 0, 0, 0, 1] };
  return { head: { kind: 'shells', shells }, coil, dIdt: 1e6, points, quantities: ['electricField'] };
}
