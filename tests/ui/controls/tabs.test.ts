import { describe, expect, it } from 'vitest';
import { tabAfterKey } from '../../../src/ui/controls/Tabs';

describe('The keys of tabs', () => {
  it('go round in a row by left and right, and leave up and down to the page', () => {
    expect(['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'a'].map((key) => tabAfterKey(key, 4, 5, false))).toEqual([
      0,
      3,
      null,
      null,
      null,
    ]);
    expect(tabAfterKey('ArrowLeft', 0, 5, false)).toBe(4);
  });

  it('take up and down too in a column, and lead to both ends', () => {
    expect(['ArrowDown', 'ArrowUp', 'Home', 'End'].map((key) => tabAfterKey(key, 1, 5, true))).toEqual([2, 0, 0, 4]);
  });
});
