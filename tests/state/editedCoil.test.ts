import { describe, expect, it } from 'vitest';
import landmarks from '../../models/heads/colin27/landmarks.json';
import { coilDipoles } from '../../src/coil/windings/windingsToDipoles';
import { INITIAL_CHOICES } from '../../src/state/choices';
import { EDITED_COIL_PARAMETERS, editedCoil, sameEditedCoil } from '../../src/state/editedCoil';
import { PARAMETERS } from '../../src/state/parameters';

describe('The coil of the editor', () => {
  it('starts as the usual figure-8: its moment per wing is the sum of the areas of its turns', () => {
    const radii = Array.from({ length: 9 }, (_, n) => 0.028 + 0.002 * n);
    const area = radii.reduce((sum, r) => sum + Math.PI * r * r, 0);
    const { moments } = coilDipoles(editedCoil(INITIAL_CHOICES));
    let positive = 0;
    for (let i = 2; i < moments.length; i += 3) positive += Math.max(moments[i], 0);
    expect(positive / area).toBeCloseTo(1, 3);
  });

  it('exists at every corner of its limits, also where the outer radius is set below the inner one', () => {
    for (const end of ['minimum', 'maximum'] as const) {
      const corner = Object.fromEntries(Object.entries(EDITED_COIL_PARAMETERS).map(([key, spec]) => [key, spec[end]]));
      const coil = editedCoil({ ...INITIAL_CHOICES, ...corner });
      expect(Array.from(coilDipoles(coil).moments).every(Number.isFinite)).toBe(true);
    }
    expect(() => editedCoil({ ...INITIAL_CHOICES, editedInnerRadius: 0.06, editedOuterRadius: 0.04 })).not.toThrow();
  });

  it('is the same until one of its numbers changes', () => {
    const moved = { ...INITIAL_CHOICES, dIdt: 1, offsetForward: 0.01 };
    expect(sameEditedCoil(INITIAL_CHOICES, moved)).toBe(true);
    expect(sameEditedCoil(INITIAL_CHOICES, { ...INITIAL_CHOICES, editedTurns: 8 })).toBe(false);
  });
});

describe('The measures for Beam F3', () => {
  it('start as the tape measures of the shipped head, to half a millimeter', () => {
    expect(Math.abs(PARAMETERS.tapeTragus.initial - landmarks.tape.preauricular)).toBeLessThan(5e-4);
    expect(Math.abs(PARAMETERS.tapeNasionInion.initial - landmarks.tape.nasionInion)).toBeLessThan(5e-4);
    expect(Math.abs(PARAMETERS.tapeCircumference.initial - landmarks.tape.circumference)).toBeLessThan(5e-4);
  });
});
