import { describe, expect, it } from 'vitest';
import { outcomeData } from '../../../../src/dose/course/outcomeData';
import { safetyData } from '../../../../src/dose/risk/safetyData';
import { CLAIM_GUESS_IDS, claims } from '../../../../src/evidence/claims';
import { hasSource } from '../../../../src/evidence/sources';
import type { LevelMemory } from '../../../../src/state/levelMemory';
import { PATTERNS } from '../../../../src/ui/levels/aftereffect/aftereffectCurves';
import { CLAIM_PLACES } from '../../../../src/ui/levels/claims/claimShow';
import {
  CLAIM_GROUPS,
  CLAIM_GUESSES,
  claimScore,
  FIGURE_FORMULAS,
  figureText,
  rightGuess,
  VERDICTS,
  verdictCounts,
  verdictLabel,
} from '../../../../src/ui/levels/claims/claimWords';
import { COURSES } from '../../../../src/ui/levels/course/courseFigures';

describe('The claims', () => {
  it('are each counted under one verdict that has a name, and each stand in a group that is shown', () => {
    const counts = verdictCounts(claims);
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(claims.length);
    for (const [verdict] of VERDICTS) expect(counts[verdict]).toBe(claims.filter((claim) => claim.verdict === verdict).length);
    const groups: readonly string[] = CLAIM_GROUPS.map(([id]) => id);
    for (const claim of claims) {
      expect(groups).toContain(claim.group);
      expect(verdictLabel(claim.verdict)).not.toBe(claim.verdict);
      expect(claim.sources.every(hasSource)).toBe(true);
    }
  });

  it('are sent only to places that exist, and only claims that exist are sent', () => {
    const ids = claims.map(({ id }) => id);
    for (const id of Object.keys(CLAIM_PLACES)) expect(ids).toContain(id);
    const pages = ['seizures', 'effects', 'sound', 'metal', 'screening', 'medicines'];
    const known: Partial<Record<keyof LevelMemory, readonly string[]>> = {
      safetyPage: pages,
      courseId: COURSES.map(({ id }) => id),
      studyId: outcomeData.studies.map(({ id }) => id),
      patternId: PATTERNS.map(({ id }) => id),
      effectId: safetyData.sideEffects.map(({ id }) => id),
    };
    for (const { memory = {} } of Object.values(CLAIM_PLACES)) {
      for (const [key, ids] of Object.entries(known)) {
        const value = memory[key as keyof LevelMemory];
        if (value !== undefined) expect(ids).toContain(value);
      }
    }
  });
});

describe('Guesses', () => {
  it('name every verdict but those of two kinds of card, which are not guessed, so that each card can be answered right', () => {
    const right = Object.fromEntries(VERDICTS.map(([verdict]) => [verdict, rightGuess(verdict)]));
    expect(right).toEqual({
      supported: 'supported',
      qualified: 'qualified',
      corrected: 'corrected',
      rhetoric: 'rhetoric',
      unproven: 'unproven',
      omitted: null,
      kept: null,
    });
    const offered: readonly string[] = CLAIM_GUESSES.map(([guess]) => guess);
    expect(offered).toEqual(CLAIM_GUESS_IDS);
    expect(claims.filter(({ verdict }) => rightGuess(verdict) !== null && !offered.includes(verdict))).toEqual([]);
  });

  it('are counted once for each card, and only for cards that exist', () => {
    const guesses = Object.fromEntries(claims.map(({ id }) => [id, 'qualified' as const]));
    const right = claims.filter(({ verdict }) => verdict === 'qualified').length;
    expect(claimScore(claims, guesses)).toEqual({ guessed: claims.length, right });
    expect(claimScore(claims, { none: 'supported' })).toEqual({ guessed: 0, right: 0 });
  });
});

describe('A figure of a claim', () => {
  it('that was computed has its formula', () => {
    const computed = claims.flatMap(({ figures }) => figures).filter(({ verification }) => verification === 'computed');
    expect(computed.length).toBeGreaterThan(0);
    for (const { label } of computed) expect(FIGURE_FORMULAS[label]).toBeTruthy();
  });

  const figure = (label: string) => claims.flatMap(({ figures }) => figures).find((candidate) => candidate.label === label)!;
  it.each([
    ['smallest spread of 50 coils', '5.0\u202fcm²'],
    ['longest mean after-effect', '60\u202fmin'],
    ['click at 25 cm', '98 to 125\u202fdB(Z) peak'],
    ['responders who still respond after 12 months', '46\u202f%'],
    ['correlation of connectivity and improvement', '\u22120.16'],
    ['seizures per session', '0.31\u202fin 10\u202f000 sessions'],
    ['distance of the labels', '30\u202fcm'],
    ['10 Hz', '38\u202fmin'],
  ])('%s is written as %s', (label, text) => expect(figureText(figure(label))).toBe(text));
});
