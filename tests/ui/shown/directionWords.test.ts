import { describe, expect, it } from 'vitest';
import { directionWords } from '../../../src/ui/shown/directionWords';

describe('the direction of a vector in words', () => {
  it('names the larger component first and a second one from half of it', () => {
    expect(directionWords([0, 1, 0], [-0.04, 0, 0])).toBe('anterior');
    expect(directionWords([0.6, -1, 0.1], [-0.04, 0, 0])).toBe('posterior-medial');
    expect(directionWords([0.4, -1, 0.1], [-0.04, 0, 0])).toBe('posterior');
    expect(directionWords([0.2, -0.6, -1], [-0.04, 0, 0])).toBe('inferior-posterior');
  });

  it('says medial and lateral of each hemisphere, left and right at the midline', () => {
    expect(directionWords([1, 0, 0], [-0.04, 0, 0])).toBe('medial');
    expect(directionWords([1, 0, 0], [0.04, 0, 0])).toBe('lateral');
    expect(directionWords([-1, 0, 0], [0.04, 0, 0])).toBe('medial');
    expect(directionWords([-1, 0, 0], [0.003, 0, 0])).toBe('left');
  });

  it('has words for no direction at all', () => {
    expect(directionWords([0, 0, 0], [0.04, 0, 0])).toBe('nowhere');
  });
});
