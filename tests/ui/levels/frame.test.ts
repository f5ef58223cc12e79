import { describe, expect, it } from 'vitest';
import { LEVEL_IDS } from '../../../src/state/viewStore';
import {
  formatDuration,
  LEVEL_LABELS,
  LEVEL_WINDOWS,
  sectionAt,
  sectionOfLevel,
  TIME_RANGE,
  TIME_SECTION_IDS,
  TIME_SECTIONS,
  timeSection,
} from '../../../src/ui/levels/shared/timeSections';

describe('the time axis', () => {
  it('spans 12.6 decades, from 1 µs to 6 weeks', () => {
    expect(TIME_RANGE[0]).toBe(1e-6);
    expect(TIME_RANGE[1]).toBe(6 * 7 * 24 * 3600);
    expect(Math.log10(TIME_RANGE[1] / TIME_RANGE[0])).toBeCloseTo(12.56, 2);
  });

  it('is covered by its sections without a gap or an overlap', () => {
    expect(TIME_SECTIONS[0].from).toBe(TIME_RANGE[0]);
    expect(TIME_SECTIONS.at(-1)?.to).toBe(TIME_RANGE[1]);
    for (let n = 1; n < TIME_SECTIONS.length; n++) expect(TIME_SECTIONS[n].from).toBe(TIME_SECTIONS[n - 1].to);
    expect(TIME_SECTIONS.map(({ id }) => id)).toEqual(TIME_SECTION_IDS);
  });

  it('leads every section to a level whose window touches it', () => {
    for (const { from, to, level } of TIME_SECTIONS) {
      const window = LEVEL_WINDOWS[level];
      expect(window && window[0] < to && window[1] > from).toBe(true);
    }
  });

  it('keeps the chosen section as long as the level belongs to it', () => {
    expect(sectionOfLevel('protocol', 'train')).toBe('train');
    expect(sectionOfLevel('protocol', 'course')).toBe('burst');
    expect(sectionOfLevel('pulse', 'train')).toBe('pulse');
    expect(sectionOfLevel('claims', 'train')).toBeNull();
    expect(timeSection('session').to).toBe(3600);
  });

  it('finds the section of a length of time', () => {
    expect([1e-9, 3e-4, 0.2, 2.2, 204, 86_400, 1e9].map(sectionAt)).toEqual([
      'pulse',
      'pulse',
      'burst',
      'train',
      'session',
      'day',
      'course',
    ]);
  });

  it('has a name for every level', () => {
    for (const id of LEVEL_IDS) expect(LEVEL_LABELS[id].length).toBeGreaterThan(3);
  });
});

describe('a length of time', () => {
  it.each([
    [1e-6, '1\u202fµs'],
    [8.3e-5, '83\u202fµs'],
    [1e-3, '1\u202fms'],
    [0.02, '20\u202fms'],
    [2, '2\u202fs'],
    [191.8, '3.2\u202fmin'],
    [600, '10\u202fmin'],
    [3600, '1\u202fh'],
    [86_400, '1\u202fd'],
    [42 * 86_400, '6\u202fwk'],
  ])('%d s reads %s', (seconds, text) => expect(formatDuration(seconds)).toBe(text));
});
