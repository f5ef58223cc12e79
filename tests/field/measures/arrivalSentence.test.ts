import { describe, expect, it } from 'vitest';
import { arrivalSentence } from '../../../src/field/measures/arrivalSentence';
import { type Choices, INITIAL_CHOICES } from '../../../src/state/choices';
import { fakeField, fakeScene, SUMMARY } from '../fakeScene';

const snapshot = fakeScene().source.snapshot();
/** The three shells as it answers request 5, with 80 % of the sphere's field. */
const head = { ...fakeField('modes', 5), summary: { ...SUMMARY, atTarget: { ...SUMMARY.atTarget, magnitude: 0.4e-6, normal: -0.32e-6 } } };
const say = (standIn: ReturnType<typeof fakeField> | null, change: Partial<Choices> = {}): string =>
  arrivalSentence(snapshot, head, standIn, { ...INITIAL_CHOICES, dIdt: 100e6, ...change }).replaceAll('\u202f', ' ');

describe('What is said when the chosen head arrives', () => {
  it('sets the two fields of one pose side by side, with the intensity and the component of now', () => {
    expect(say(fakeField('sphere', 4))).toBe(
      'In use now: this head, three shells. 40 V/m at the target, in place of 50 V/m in the sphere.',
    );
    expect(say(fakeField('sphere', 4), { dIdt: 200e6, fieldComponent: 'normal' })).toBe(
      'In use now: this head, three shells. \u221264 V/m at the target, in place of \u221280 V/m in the sphere.',
    );
  });

  it('compares nothing where the coil was moved meanwhile, or no sphere was shown', () => {
    for (const standIn of [fakeField('sphere', 3), fakeField('sphere', 5), null])
      expect(say(standIn)).toBe('In use now: this head, three shells. 40 V/m at the target.');
  });
});
