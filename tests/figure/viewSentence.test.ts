import { describe, expect, it } from 'vitest';
import type { Readouts } from '../../src/field/measures/readouts';
import { viewSentence } from '../../src/figure/viewSentence';
import { INITIAL_CHOICES } from '../../src/state/choices';

const shown = { unit: 'V/m', peak: 90 } as Readouts;

describe('The sentence about how the field is shown', () => {
  it('is empty for plain colors of the magnitude', () => {
    expect(viewSentence(INITIAL_CHOICES, shown)).toBe('');
  });

  it('names lines with their values, the component, and that cut anatomy comes from surfaces', () => {
    const text = viewSentence({ ...INITIAL_CHOICES, showContours: true, fieldComponent: 'normal', cutAxial: true, cutZ: -0.02 }, shown);
    expect(text).toContain('Field along the outward normal');
    expect(text).toContain('50 % of the peak (45\u202fV/m)');
    expect(text).toContain('dark line at 60\u202fV/m');
    expect(text).toContain('cut at z = \u221220\u202fmm with anatomy drawn from the surfaces');
  });

  it('says nothing of a threshold where tesla are shown', () => {
    const text = viewSentence({ ...INITIAL_CHOICES, showContours: true, greyBelowThreshold: true }, { ...shown, unit: 'T', peak: 0.8 });
    expect(text).toContain('0.40\u202fT');
    expect(text).not.toContain('V/m');
  });
});
