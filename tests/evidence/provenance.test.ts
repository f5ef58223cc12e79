import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VERIFICATIONS } from '../../src/core/sourced';
import { hasSource, sources } from '../../src/evidence/sources';
import { type Found, isHeadFile, isLessonFile, MODELS, modelFiles, SCHEMAS, schemaOf, walkDatum } from './modelFiles';

const SRC = join(MODELS, '..', 'src');
const ours = modelFiles.filter(({ name }) => !isHeadFile(name));

const found: Found[] = [];
const naked: string[] = [];
for (const { name, data } of ours.filter((file) => !isLessonFile(file.name))) walkDatum(data, name, found, naked);
const data = found.filter(({ path, datum }) => 'source' in datum && !path.startsWith('evidence/sources.json'));

describe('The data files', () => {
  it('are all looked at: every folder of models, and more than a handful in each', () => {
    const folders = readdirSync(MODELS, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const { name } of folders)
      expect(modelFiles.filter((file) => file.name.startsWith(`${name}/`)).length).toBeGreaterThan(isLessonFile(`${name}/`) ? 1 : 3);
    const onDisk = folders.map(({ name }) => name).sort();
    expect([...new Set(modelFiles.map(({ name }) => name.split('/')[0]))].sort()).toEqual(onDisk);
    expect(ours.length).toBeGreaterThanOrEqual(34);
    expect(data.length).toBeGreaterThan(800);
  });

  it.each(ours.map(({ name }) => name))('%s has the form that its reader states', (name) => {
    const schema = schemaOf(name);
    expect(schema).toBeDefined();
    const result = schema!.safeParse(ours.find((file) => file.name === name)!.data);
    expect(result.success ? [] : result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual([]);
  });

  it('leave no stated form without a file', () => {
    const used = new Set(ours.map(({ name }) => schemaOf(name)));
    expect(Object.entries(SCHEMAS).flatMap(([name, schema]) => (used.has(schema) ? [] : [name]))).toEqual([]);
  });
});

describe('Every datum of the data files', () => {
  it('that is a number stands inside a sourced value', () => expect(naked).toEqual([]));

  it('has a unit where it has a value', () => {
    const without = data.filter(({ datum }) => 'value' in datum && (typeof datum.unit !== 'string' || datum.unit === ''));
    expect(without.map(({ path }) => path)).toEqual([]);
  });

  it('names a source that is listed', () => {
    expect(data.filter(({ datum }) => !hasSource(String(datum.source))).map(({ path, datum }) => `${path}: ${datum.source}`)).toEqual([]);
  });

  it('has a grade of verification', () => {
    const grades = VERIFICATIONS as readonly unknown[];
    expect(data.filter(({ datum }) => !grades.includes(datum.verification)).map(({ path }) => path)).toEqual([]);
  });

  it('is not called verified where its source was not read', () => {
    const read = new Set(sources.filter((source) => source.verification === 'verified').map((source) => source.id));
    const claimed = data.filter(({ datum }) => datum.verification === 'verified' && !read.has(String(datum.source)));
    expect(claimed.map(({ path, datum }) => `${path}: ${datum.source}`)).toEqual([]);
  });

  it('that a head measured has a listed source too', () => {
    const head: Found[] = [];
    for (const { name, data } of modelFiles.filter((file) => /operator\.json$/.test(file.name))) walkDatum(data, name, head, []);
    expect(head.length).toBeGreaterThan(10);
    expect(head.filter(({ datum }) => !hasSource(String(datum.source))).map(({ path }) => path)).toEqual([]);
  });
});

/** Text of every TypeScript file below `src`, by its path. */
const code = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(SRC, name), 'utf8') }));

describe('The program', () => {
  it('holds no sourced number of its own: it reads them from the data files', () => {
    expect(code.length).toBeGreaterThan(350);
    // A literal value beside a literal grade that somebody read; what is chosen or computed here may say so here.
    const literal = /value:\s*[-\d[][^{}]*verification:\s*'(verified|secondary|unverified)'/;
    expect(code.filter(({ text }) => literal.test(text)).map(({ name }) => name)).toEqual([]);
    expect(literal.test("{ value: 60, unit: 'V/m', source: 'wang-2026', verification: 'verified' }")).toBe(true);
  });

  it('names no source that is not listed', () => {
    const named = code.flatMap(({ name, text }) =>
      [...text.matchAll(/(?:\bsource|\bsources): (?:\[([^\]]*)\]|('[^']*'))/g)].flatMap((match) =>
        [...(match[1] ?? match[2]).matchAll(/'([a-z0-9]+(?:-[a-z0-9]+)+)'/g)].map(([, id]) => `${name}: ${id}`),
      ),
    );
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((entry) => !hasSource(entry.split(': ')[1]))).toEqual([]);
  });
});
