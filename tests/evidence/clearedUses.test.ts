import { describe, expect, it } from 'vitest';
import { clearedUses } from '../../src/evidence/clearedUses';
import { clearedUsesSchema } from '../../src/evidence/clearedUsesSchema';

describe('The cleared uses', () => {
  it('have the years and documents that were read', () => {
    const rows = clearedUses.uses.map(({ cleared, document }) => `${cleared.value} ${document?.text ?? '-'}`);
    expect(rows).toEqual([
      '2008 DEN070003',
      '2008 K083538',
      '2013 K122288',
      '2013 -',
      '2018 De Novo request',
      '2019 K182853',
      '2020 -',
      '2022 K220177',
      '2023 K223154',
      '2024 K231926',
    ]);
  });

  it('say that cleared is not proven best, and are called verified nowhere, since the agency’s own papers were not read', () => {
    expect(clearedUses.notes.some(({ text }) => text.includes('Cleared is not proven best'))).toBe(true);
    const grades = clearedUses.uses.flatMap(({ cleared, document }) => [
      cleared.verification,
      ...(document ? [document.verification] : []),
    ]);
    expect(new Set(grades)).toEqual(new Set(['secondary']));
  });

  it('are refused out of the order of time', () => {
    const turned = { ...clearedUses, uses: [...clearedUses.uses].reverse() };
    expect(clearedUsesSchema.safeParse(clearedUses).success).toBe(true);
    expect(clearedUsesSchema.safeParse(turned).success).toBe(false);
  });
});
