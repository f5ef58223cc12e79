import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { writeTissueGrid } from '../../../../../src/physics/folded/gridFile';
import { writeRows } from '../../../../../src/physics/folded/rowsFile';
import { foldedBudget } from './foldedBudget';
import { makeGrid } from './makeGrid';
import { makeRows } from './makeRows';
import { measureRows } from './measureRows';
import { FULL_EFFORT, solveFolded } from './solveFolded';

const target = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));

/** Every part of the effort may be made smaller for a try. */
const OPTIONS = Object.keys(FULL_EFFORT) as (keyof typeof FULL_EFFORT)[];

/**
 * Builds folded.bin, foldedGrid.bin and folded.json of this head. Deterministic; about half an hour on two free cores. Whatever is solved is kept in build-cache/folded, so that an
 * interrupted run goes on where it stopped when it is started again.
 */
async function buildFolded(): Promise<void> {
  const start = performance.now();
  const report = (text: string): void => console.log(`${((performance.now() - start) / 1000).toFixed(0).padStart(6)} s  ${text}`);
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { ...Object.fromEntries(OPTIONS.map((name) => [name, { type: 'string' as const }])), out: { type: 'string' } },
  });
  const given: Readonly<Record<string, string | boolean | undefined>> = values;
  const asked = Object.fromEntries(OPTIONS.filter((name) => given[name] !== undefined).map((name) => [name, Number(given[name])]));
  const fields = await solveFolded(positionals[0] ?? '/usr/share/mricron/templates', { ...FULL_EFFORT, ...asked }, report);
  const made = makeRows(fields, report);
  const file = writeRows(made.rows);
  const out = typeof values.out === 'string' ? values.out : target('folded');
  writeFileSync(`${out}.bin`, file);
  report(`${out}.bin: ${file.length} bytes`);
  const grid = makeGrid(fields);
  if (grid) {
    const gridFile = writeTissueGrid(grid.grid);
    writeFileSync(`${out}Grid.bin`, gridFile);
    report(`${out}Grid.bin: ${gridFile.length} bytes`);
  }
  const errors = { ...(await measureRows(fields, made)), ...grid?.errors };
  writeFileSync(`${out}.json`, `${JSON.stringify(foldedBudget(errors, file.length), null, 1)}\n`);
  for (const [name, { mean, worst, poses }] of Object.entries(errors))
    if (poses > 0) report(`${name}: mean ${(100 * mean).toFixed(3)} %, worst ${(100 * worst).toFixed(3)} %, ${poses} poses`);
}

z.config({ jitless: true });
await buildFolded();
