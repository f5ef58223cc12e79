import { describe, expect, it } from 'vitest';
import { aftereffectData } from '../../../src/dose/aftereffect/aftereffectData';
import { outcomeData, outcomeStudy } from '../../../src/dose/course/outcomeData';

describe('The trials of several sessions a day', () => {
  it('stand beside those against once a day, which found no gain', () => {
    const against = (kind: string) => outcomeData.accelerated.trials.filter((trial) => trial.against === kind);
    expect(against('daily').map(({ id }) => id)).toEqual(['cartbind-2021', 'fitzgerald-2020']);
    for (const { result } of against('daily')) expect(result.text).toMatch(/^no difference/);
    expect(against('daily')[0].people!.value).toBe(208);
    expect(against('sham').length).toBe(3);
  });

  it('have as many people as the same studies elsewhere', () => {
    for (const id of ['cole-2020', 'cole-2022', 'kratter-2026']) {
      const sum = outcomeStudy(id).arms.reduce((total, { participants }) => total + participants.value, 0);
      expect(outcomeData.accelerated.trials.find((trial) => trial.id === id)!.people!.value).toBe(sum);
    }
  });
});

describe('The people after theta bursts', () => {
  it('are 12 and 9 of 21, 7, 18 and 6 of 31, and 8 and 8 of 16', () => {
    const counts = aftereffectData.people.map(({ groups }) => groups.map(({ people }) => people.value));
    expect(counts).toEqual([
      [12, 9],
      [7, 18, 6],
      [8, 8],
    ]);
    expect(counts.map((group) => group.reduce((sum, n) => sum + n, 0))).toEqual([21, 31, 16]);
  });
});
