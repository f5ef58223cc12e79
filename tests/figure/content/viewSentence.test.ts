import { describe, expect, it } from 'vitest';
import type { Coloring } from '../../../src/field/color/coloring';
import { viewSentence } from '../../../src/figure/content/viewSentence';
import { type Choices, INITIAL_CHOICES } from '../../../src/state/choices';

const plain: Pick<Coloring, 'model' | 'component' | 'unit' | 'lines'> = {
  model: 'modes',
  component: 'magnitude',
  unit: 'V/m',
  lines: null,
};
const write = (change: Partial<Choices>, coloring: Partial<typeof plain> = {}): string =>
  viewSentence({ ...INITIAL_CHOICES, ...change }, { ...plain, ...coloring }, null).replaceAll('\u202f', ' ');

describe('The sentence about how the field is shown', () => {
  it('is empty for plain colors of the magnitude', () => {
    expect(write({})).toBe('');
  });

  it('names lines with their values, the component, and that cut anatomy comes from surfaces', () => {
    expect(write({ cutAxial: true, cutZ: -0.02 }, { component: 'normal', lines: { halfPeak: 45, threshold: 60 } })).toBe(
      'Field along the outward normal of the cortex (positive out of it); white line at 50 % of the peak (45 V/m); dark line at 60 V/m; ' +
        'cut at z = \u221220 mm with anatomy drawn from the surfaces of the head model.',
    );
  });

  it('says by which head the field on a cut was computed where the cortex has another', () => {
    expect(write({ cutAxial: true }, { model: 'folded' })).toMatch(/surfaces of the head model, the field on the cut by three shells\.$/);
    expect(write({ cutAxial: true }, { model: 'sphere' })).not.toContain('three shells');
  });

  it('names the tangential part, arrows, field lines and all cuts', () => {
    const all = { showArrows: true, showFluxLines: true, cutSagittal: true, cutX: 0.01, cutCoronal: true, cutY: 0 };
    expect(write(all, { component: 'tangential' })).toBe(
      'Field along the surface of the cortex; arrows where the field is at least 40 % of the peak; lines of the magnetic field in air; ' +
        'cut at x = 10 mm, y = 0 mm with anatomy drawn from the surfaces of the head model.',
    );
  });

  it('says what is grey where a field is shown, and nothing of a threshold where tesla are', () => {
    expect(write({ greyBelowThreshold: true, thresholdField: 60 })).toBe('Gray below 60 V/m.');
    const flux = write({ greyBelowThreshold: true }, { unit: 'T', lines: { halfPeak: 0.4, threshold: null } });
    expect(flux).toBe('White line at 50 % of the peak (0.40 T).');
  });
});
