import { describe, expect, it } from 'vitest';
import { searchGain } from '../../../src/field/search/searchGain';
import { fakeField } from '../fakeScene';

/** |E| 0.5 µV/m per unit at the target; its normal component is -0.4. */
const field = fakeField('sphere');

describe('What a search gains', () => {
  it('is the found magnitude against the present magnitude, whatever component is colored', () => {
    expect(searchGain({ value: 0.6e-6, model: 'sphere' }, field)).toBeCloseTo(0.2, 12);
    expect(searchGain({ value: 0.5e-6, model: 'sphere' }, field)).toBeCloseTo(0, 12);
  });

  it('is unknown against a field of another model, and against none', () => {
    expect(searchGain({ value: 0.6e-6, model: 'sphere' }, fakeField('modes'))).toBeNull();
    expect(searchGain({ value: 0.6e-6, model: 'sphere' }, null)).toBeNull();
    const nothing = { ...field, summary: { ...field.summary, atTarget: { ...field.summary.atTarget, magnitude: 0 } } };
    expect(searchGain({ value: 0.6e-6, model: 'sphere' }, nothing)).toBeNull();
  });
});
