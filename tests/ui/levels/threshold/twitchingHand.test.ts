import { describe, expect, it } from 'vitest';
import { fingerTurn } from '../../../../src/ui/levels/threshold/TwitchingHand';

describe('The hand of the hunt', () => {
  it('stays still without a response, and turns the finger farther for a larger one, up to an end', () => {
    expect(fingerTurn(undefined)).toBe(0);
    expect(fingerTurn({ amplitude: 4e-5, response: false })).toBe(0);
    const turns = [5e-5, 5e-4, 5e-3, 1].map((amplitude) => fingerTurn({ amplitude, response: true }));
    expect(turns.slice(0, 3)).toEqual([6, 15, 24].map((turn) => expect.closeTo(turn, 9)));
    expect(turns[3]).toBe(24);
  });
});
