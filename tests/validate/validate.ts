import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { ValidationCase, ValidationModule } from './validationCase';

const FOLDER = dirname(fileURLToPath(import.meta.url));
const TABLE = join(FOLDER, '..', '..', 'src', 'physics', 'VALIDATION.md');
const PREFACE = `# Validation

Written by \`npm run validate\` (cases that take long: \`npm run validate -- --long\`); not edited by hand. "Error" is relative unless the case says
otherwise. "Prototype" is an independent float64 program, written in another language before this project.
`;

/** Figures with five digits, words as they are. */
function show(value: number | string): string {
  if (typeof value === 'string') return value;
  if (value === 0) return '0';
  const size = Math.abs(value);
  return size >= 1e5 || size < 1e-3 ? value.toExponential(3) : String(Number(value.toPrecision(5)));
}

function showRow(row: ValidationCase): string {
  const unit = row.unit === undefined || row.unit === '1' ? '' : ` ${row.unit}`;
  const verdict = passes(row) ? 'yes' : '**no**';
  const cells = [
    row.case,
    `${show(row.expected)}${unit}`,
    `${show(row.computed)}${unit}`,
    row.relativeError.toExponential(1),
    row.tolerance.toExponential(0),
  ];
  return `| ${[...cells, verdict, row.source].map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

const passes = (row: ValidationCase) => row.relativeError <= row.tolerance;

function showSection(title: string, rows: readonly ValidationCase[]): string {
  const head = '| case | expected | computed | error | tolerance | holds | source |\n|---|---|---|---|---|---|---|';
  return `## ${title}\n\n${head}\n${rows.map(showRow).join('\n')}\n`;
}

/** Sections of the last table by title. */
function readSections(): Map<string, string> {
  if (!existsSync(TABLE)) return new Map();
  const parts = readFileSync(TABLE, 'utf8')
    .split(/^(?=## )/m)
    .slice(1);
  return new Map(parts.map((part) => [part.slice(3, part.indexOf('\n')), `${part.trimEnd()}\n`]));
}

type MakeCases = () => readonly ValidationCase[] | Promise<readonly ValidationCase[]>;

function findCases(module: ValidationModule, name: string): MakeCases {
  const found = Object.entries(module).find(([key, value]) => /^cases$|Cases$/.test(key) && typeof value === 'function');
  if (!found) throw new Error(`${name} exports no function called cases or ending in Cases.`);
  return found[1] as MakeCases;
}

z.config({ jitless: true });
const runLong = process.argv.includes('--long');
const kept = readSections();
const sections: string[] = [];
let failures = 0;
let count = 0;
for (const name of readdirSync(FOLDER)
  .filter((file) => file.endsWith('.cases.ts'))
  .sort()) {
  const module = (await import(pathToFileURL(join(FOLDER, name)).href)) as ValidationModule;
  const title = module.title ?? name.replace(/\.cases\.ts$/, '');
  if (module.long && !runLong) {
    const last = kept.get(title);
    console.log(`${title}: not run (needs --long); ${last ? 'the last table is kept' : 'no table yet'}`);
    if (last) sections.push(last);
    continue;
  }
  const rows = await findCases(module, name)();
  const section = showSection(title, rows);
  console.log(section);
  sections.push(section);
  count += rows.length;
  failures += rows.filter((row) => !passes(row)).length;
}
writeFileSync(TABLE, `${PREFACE}\n${sections.join('\n')}`);
console.log(`${count} cases, ${failures} outside their tolerance; table in src/physics/VALIDATION.md`);
if (failures > 0 || count === 0) process.exitCode = 1;
