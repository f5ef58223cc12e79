import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VERIFICATIONS } from '../../src/core/sourced';
import { claimById, claims } from '../../src/evidence/claims';
import { citationLine, hasSource, sources } from '../../src/evidence/sources';
import { type Found, MODELS, modelFiles, walkDatum } from './modelFiles';

/** Text of every TypeScript file below a folder. */
const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'));

const found: Found[] = [];
for (const { name, data } of modelFiles) walkDatum(data, name, found, []);

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
    const code = filesBelow(join(MODELS, '..', 'src'));
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
