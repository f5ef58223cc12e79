import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VERIFICATIONS, worstGrade } from '../../src/core/sourced';
import { claimById, claims } from '../../src/evidence/claims';
import { help } from '../../src/evidence/help';
import { citationLine, doiAddress, hasSource, sources } from '../../src/evidence/sources';
import { claimFormula, figureText } from '../../src/ui/levels/claims/claimWords';
import { type Found, MODELS, modelFiles, walkDatum } from './modelFiles';

/** Text of every TypeScript file below a folder. */
const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'));

/** Data from memory or handed down without a source that are still shown, each marked as such. */
const MOST_UNVERIFIED = 56;

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

  it('leave no more data unverified than were left after the second search: whoever adds one finds its source, or says why here', () => {
    const open = found.filter(({ path, datum }) => datum.verification === 'unverified' && !path.startsWith('evidence/sources.json'));
    expect(open.length).toBeLessThanOrEqual(MOST_UNVERIFIED);
  });

  it('lead to where their identifier is registered, whatever is in it', () => {
    expect(doiAddress('10.1016/S0006-3495(92)81587-4')).toBe('https://doi.org/10.1016/S0006-3495(92)81587-4');
    expect(doiAddress('10.1002/a<b>#1')).toBe('https://doi.org/10.1002/a%3Cb%3E%231');
    for (const { doi } of sources) if (doi) expect(decodeURIComponent(new URL(doiAddress(doi)).pathname)).toBe(`/${doi}`);
  });

  it('are printed with their identifier', () => expect(citationLine('wischnewski-2015')).toContain('10.1016/j.brs.2015.03.004'));
});

describe('The claims', () => {
  it('are all 59: eight, eleven, ten, seven, nine, eight and four, what was left out, and the disclaimer', () => {
    const count = (letter: string) => claims.filter(({ id }) => new RegExp(`^${letter}\\d+$`).test(id)).length;
    expect(['I', 'H', 'B', 'C', 'P', 'W', 'R'].map(count)).toEqual([8, 11, 10, 7, 9, 8, 4]);
    expect(claims.length).toBe(59);
    expect(new Set(claims.map(({ id }) => id)).size).toBe(59);
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

  it('are graded no higher than the weakest of their numbers', () => {
    const better = claims.filter(({ verification, figures }) => {
      const grades = figures.map((figure) => figure.verification);
      return worstGrade([verification, ...grades]) !== verification;
    });
    expect(better.map(({ id }) => id)).toEqual([]);
  });

  it('say how they follow where they are graded as computed', () => {
    const computed = claims.filter(({ verification }) => verification === 'computed');
    expect(computed.length).toBeGreaterThan(0);
    for (const claim of computed) expect(claimFormula(claim)).toMatch(/\S/);
  });

  it('show ratios as ratios and rates with what they count', () => {
    const shown = (id: string) => claimById(id).figures.map(figureText);
    expect(shown('C5')).toEqual(['1.08', '0.88 to 1.34']);
    expect(shown('W4')).toContain('7.1\u202fin 10\u202f000 patients');
    expect(shown('W4')).toContain('56\u202fin 10\u202f000 patients');
  });

  it('rest on something that was read where they are called verified', () => {
    for (const claim of claims.filter(({ verification }) => verification === 'verified'))
      expect(claim.sources.some((id) => sources.find((source) => source.id === id)?.verification === 'verified')).toBe(true);
  });
});

describe('The texts', () => {
  const texts = modelFiles
    .filter(({ name }) => /^(evidence|protocols)\//.test(name))
    .map(({ name, data }) => ({ name, text: JSON.stringify(data) }));
  const screens = filesBelow(join(MODELS, '..', 'src', 'ui', 'levels'));
  const all = [...texts.map(({ text }) => text), ...screens];

  it('hold none of the statements that a second reading found wrong', () => {
    const wrong = [
      'there are no two kinds of people',
      'and less so after more failed treatments',
      'further sessions for 36',
      'MADRS, 4 weeks after five days',
      '"odds ratio of response',
      'call the labels overly conservative',
      'Metal near the head rules it out',
      'a side event rather than an effect on the brain',
    ];
    expect(all.length).toBeGreaterThan(100);
    expect(wrong.filter((words) => all.some((text) => text.includes(words)))).toEqual([]);
  });

  it('tell nobody to start, stop or choose a treatment', () => {
    const advice =
      /\b(you should|we recommend|ask your doctor (for|about)|(start|stop|keep) taking|is right for you|talk to your doctor about TMS|consider TMS)\b/i;
    expect(all.filter((text) => advice.test(text))).toEqual([]);
    expect(advice.test('You should stop taking it.')).toBe(true);
  });

  it('give a place to find help, without a telephone number', () => {
    expect(help.directory.url).toMatch(/^https:\/\//);
    expect(`${help.worsening.text} ${help.emergency.text}`).toMatch(/clinician at once.*emergency number/);
    expect(JSON.stringify(help)).not.toMatch(/\d{3}/);
  });
});
