import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VERIFICATIONS } from '../../src/core/sourced';
import { claimById, claims } from '../../src/evidence/claims';
import { citationLine, hasSource, sources } from '../../src/evidence/sources';

const MODELS = join(import.meta.dirname, '..', '..', 'models');

const files = ['protocols', 'evidence'].flatMap((folder) =>
  readdirSync(join(MODELS, folder))
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ name: `${folder}/${name}`, data: JSON.parse(readFileSync(join(MODELS, folder, name), 'utf8')) as unknown })),
);

/** Text of every TypeScript file below a folder. */
const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'));

interface Found {
  readonly path: string;
  readonly datum: Record<string, unknown>;
}

/** Collects every object that has a source, and complains of every number outside one. */
function walk(value: unknown, path: string, found: Found[], naked: string[]): void {
  if (typeof value === 'number') naked.push(path);
  if (value === null || typeof value !== 'object') return;
  const record = value as Record<string, unknown>;
  if (!Array.isArray(value) && 'source' in record) found.push({ path, datum: record });
  if (!Array.isArray(value) && 'value' in record && 'source' in record) return;
  for (const [key, child] of Object.entries(record)) walk(child, `${path}/${key}`, found, naked);
}

const found: Found[] = [];
const naked: string[] = [];
for (const { name, data } of files) walk(data, name, found, naked);

describe('Every datum of the protocols and of the evidence', () => {
  it('was looked at', () => {
    expect(files.length).toBeGreaterThanOrEqual(19);
    expect(found.length).toBeGreaterThan(400);
  });

  it('that is a number stands inside a sourced value', () => expect(naked).toEqual([]));

  it('has a unit where it has a value', () => {
    const without = found.filter(({ datum }) => 'value' in datum && (typeof datum.unit !== 'string' || datum.unit === ''));
    expect(without.map(({ path }) => path)).toEqual([]);
  });

  it('names a source that is listed', () => {
    expect(found.filter(({ datum }) => !hasSource(String(datum.source))).map(({ path, datum }) => `${path}: ${datum.source}`)).toEqual([]);
  });

  it('has a grade of verification', () => {
    const grades = VERIFICATIONS as readonly unknown[];
    expect(found.filter(({ datum }) => !grades.includes(datum.verification)).map(({ path }) => path)).toEqual([]);
  });

  it('is not called verified where its source was never read', () => {
    const unread = new Set(sources.filter((source) => source.verification === 'unverified').map((source) => source.id));
    const claimed = found.filter(({ datum }) => datum.verification === 'verified' && unread.has(String(datum.source)));
    expect(claimed.map(({ path }) => path)).toEqual([]);
  });
});

describe('The sources', () => {
  it('have an id, a citation, a grade and what was read, and no two the same id', () => {
    expect(new Set(sources.map(({ id }) => id)).size).toBe(sources.length);
    for (const source of sources) {
      expect(source.citation.length).toBeGreaterThan(15);
      expect(source.read.length).toBeGreaterThan(5);
      expect(VERIFICATIONS).toContain(source.verification);
      if (source.doi !== null) expect(source.doi).toMatch(/^10\.\d{4,}\/\S+$/);
    }
  });

  it('are all used', () => {
    const used = new Set([...found.map(({ datum }) => String(datum.source)), ...claims.flatMap((claim) => claim.sources)]);
    const code = ['dose', join('ui', 'levels')].flatMap((folder) => filesBelow(join(MODELS, '..', 'src', folder)));
    expect(code.length).toBeGreaterThan(100);
    expect(sources.map(({ id }) => id).filter((id) => !used.has(id) && !code.some((text) => text.includes(`'${id}'`)))).toEqual([]);
  });

  it('are printed with their identifier', () => expect(citationLine('wischnewski-2015')).toContain('10.1016/j.brs.2015.03.004'));
});

describe('The claims', () => {
  it('are all 57: eight, ten, ten, seven, eight, eight and four, what was left out, and the disclaimer', () => {
    const count = (letter: string) => claims.filter(({ id }) => new RegExp(`^${letter}\\d+$`).test(id)).length;
    expect(['I', 'H', 'B', 'C', 'P', 'W', 'R'].map(count)).toEqual([8, 10, 10, 7, 8, 8, 4]);
    expect(claims.length).toBe(57);
    expect(new Set(claims.map(({ id }) => id)).size).toBe(57);
  });

  it('say what is right, how it is shown, and on whose word', () => {
    for (const claim of claims) {
      expect(claim.correction.length).toBeGreaterThan(5);
      expect(claim.shown.length).toBeGreaterThan(4);
      expect(claim.sources.length).toBeGreaterThan(0);
      for (const id of claim.sources) expect(hasSource(id)).toBe(true);
      expect(VERIFICATIONS).toContain(claim.verification);
    }
  });

  it('correct those that the evidence contradicts', () => {
    for (const id of ['I7', 'H3', 'H6', 'B7', 'B8', 'B9', 'C3', 'P7']) expect(claimById(id).verdict).toBe('corrected');
  });

  it('rest on something that was read where they are called verified', () => {
    for (const claim of claims.filter(({ verification }) => verification === 'verified'))
      expect(claim.sources.some((id) => sources.find((source) => source.id === id)?.verification === 'verified')).toBe(true);
  });
});
