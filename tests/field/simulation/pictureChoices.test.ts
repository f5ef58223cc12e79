import { describe, expect, it } from 'vitest';
import { activationField } from '../../../src/dose/threshold/activationCriterion';
import { criterionOfChoices } from '../../../src/field/measures/criterionOfChoices';
import { pictureChoices } from '../../../src/field/simulation/pictureChoices';
import { type Choices, type FieldModel, INITIAL_CHOICES, type PulseShapeId } from '../../../src/state/choices';
import { LEVEL_IDS, shownMoment, standsBeside } from '../../../src/state/viewStore';

const PA = 'posterior-anterior';

describe('What a level lends the stage', () => {
  it('is nothing where it covers the stage, or none is open', () => {
    for (const level of [null, ...LEVEL_IDS.filter((id) => !standsBeside(id))]) {
      expect(pictureChoices(INITIAL_CHOICES, { level, currentDirection: PA }, null)).toBe(INITIAL_CHOICES);
    }
  });

  it('is the arrows while a pulse is looked at, at its start unless a moment is chosen', () => {
    expect(pictureChoices(INITIAL_CHOICES, { level: 'pulse', currentDirection: PA }, null)).toEqual({
      ...INITIAL_CHOICES,
      showArrows: true,
    });
    expect(shownMoment({ level: 'pulse', pulseTime: null })).toBe(0);
    expect(shownMoment({ level: 'pulse', pulseTime: 8e-5 })).toBe(8e-5);
    expect(shownMoment({ level: null, pulseTime: null })).toBeNull();
  });

  it('is grey below the field that activates with the chosen pulse: the threshold field itself with the first one', () => {
    const { thresholdField, greyBelowThreshold } = pictureChoices(INITIAL_CHOICES, { level: 'threshold', currentDirection: PA }, null);
    expect(greyBelowThreshold).toBe(true);
    expect(thresholdField / INITIAL_CHOICES.thresholdField).toBeCloseTo(1, 9);
  });

  it('is nothing for the rule of |E| where another component or the magnetic field is colored', () => {
    const lent = (change: Partial<Choices>, model: FieldModel) =>
      pictureChoices({ ...INITIAL_CHOICES, ...change }, { level: 'threshold', currentDirection: PA }, { model }).greyBelowThreshold;
    expect(lent({}, 'sphere')).toBe(true);
    expect(lent({ fieldComponent: 'normal' }, 'sphere')).toBe(false);
    // What was computed counts, not what is on its way.
    expect(lent({ fieldModel: 'sphere' }, 'magneticFluxDensity')).toBe(false);
    expect(lent({ fieldModel: 'magneticFluxDensity' }, 'sphere')).toBe(true);
  });
});

describe('The rule of activation with the chosen pulse', () => {
  const fieldFor = (change: { pulseShape?: PulseShapeId; pulseWidth?: number }) =>
    activationField(criterionOfChoices({ ...INITIAL_CHOICES, ...change }, PA));

  it.each(['biphasic', 'halfsine', 'monophasic', 'rectangular'] as const)('asks for less field the wider the %s pulse is', (pulseShape) => {
    const fields = [40e-6, 80e-6, 160e-6, 300e-6].map((pulseWidth) => fieldFor({ pulseShape, pulseWidth }));
    for (let n = 1; n < fields.length; n++) expect(fields[n]).toBeLessThan(0.9 * fields[n - 1]);
  });

  it('lets the slower membrane of anterior-posterior current gain more from a longer pulse', () => {
    // A rectangle of width w reaches 1 - exp(-w / τ): the longer it is, the less τ matters.
    const relative = (pulseWidth: number) => {
      const choices = { ...INITIAL_CHOICES, pulseShape: 'rectangular', pulseWidth } as const;
      return activationField(criterionOfChoices(choices, 'anterior-posterior')) / activationField(criterionOfChoices(choices, PA));
    };
    const reached = (pulseWidth: number, tau: number) => 1 - Math.exp(-pulseWidth / tau);
    const expected = (w: number) => reached(w, 230.9e-6) / reached(w, 294.2e-6);
    expect(relative(300e-6) / relative(30e-6) / (expected(300e-6) / expected(30e-6))).toBeCloseTo(1, 3);
  });

  it('gives the same answer for the same choices, whatever was asked between', () => {
    const first = fieldFor({ pulseWidth: 120e-6 });
    fieldFor({ pulseShape: 'rectangular' });
    expect(fieldFor({ pulseWidth: 120e-6 })).toBe(first);
  });
});
