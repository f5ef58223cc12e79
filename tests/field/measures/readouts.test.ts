import { describe, expect, it } from 'vitest';
import { chosenMeasures, readouts, sourceAmplitude } from '../../../src/field/measures/readouts';
import { pulseOfChoices } from '../../../src/field/pulse/pulseOfChoices';
import { MODEL_RUNGS, rungOf, shownModel, unitOfModel } from '../../../src/field/simulation/modelLadder';
import { type Choices, FIELD_MODELS, type FieldModel, INITIAL_CHOICES } from '../../../src/state/choices';
import { fakeField, fakeScene, SUMMARY } from '../fakeScene';

const { target } = fakeScene().source.snapshot();
const read = (change: Partial<Choices>, model: FieldModel = 'sphere') =>
  readouts({ field: fakeField(model), target }, { ...INITIAL_CHOICES, dIdt: 100e6, ...change })!;

describe('The ladder of models', () => {
  it('has one rung for each model that can be chosen, in their order, and those that need files need the operator first', () => {
    expect(MODEL_RUNGS.map(({ model }) => model)).toEqual([...FIELD_MODELS]);
    for (const { needs } of MODEL_RUNGS) if (needs.length > 0) expect(needs[0]).toBe('operator');
    expect(rungOf('folded').needs).toEqual(['operator', 'rows']);
    expect(rungOf('sphere').needs).toEqual([]);
    expect(() => rungOf('unknown' as FieldModel)).toThrow('There is no rung of the model ladder for unknown.');
  });

  it('has tesla for the one magnetic rung, which follows the current, and V/m for the others, which follow its rate', () => {
    for (const { model, unit, follows } of MODEL_RUNGS) {
      expect([unit, follows]).toEqual(model === 'magneticFluxDensity' ? ['T', 'current'] : ['V/m', 'rate']);
      expect(unitOfModel(model)).toBe(unit);
    }
  });

  it('shows the model of the field, and the chosen one only before there is a field', () => {
    expect(shownModel(fakeField('sphere'), { fieldModel: 'modes' })).toBe('sphere');
    expect(shownModel(null, { fieldModel: 'modes' })).toBe('modes');
  });
});

describe('The read-outs', () => {
  it('are the measures of the chosen component times dI/dt', () => {
    expect(read({})).toMatchObject({ unit: 'V/m', component: 'magnitude', scale: 100e6 });
    expect([read({}).atTarget, read({}).peak, read({}).maximum].map(Math.round)).toEqual([50, 90, 100]);
    const normal = read({ fieldComponent: 'normal' });
    expect([normal.atTarget, normal.peak, normal.maximum].map(Math.round)).toEqual([-40, 72, -80]);
    expect(read({ fieldComponent: 'tangential' }).atTarget).toBeCloseTo(30, 9);
    expect(chosenMeasures(SUMMARY, 'tangential')).toBe(SUMMARY.tangential);
    expect(chosenMeasures(SUMMARY, 'magnitude')).toBe(SUMMARY);
  });

  it('measure how far the strongest point of that component is from the target', () => {
    expect(read({}).peakDistance).toBeCloseTo(0.01, 12);
    expect(read({ fieldComponent: 'tangential' }).peakDistance).toBeCloseTo(0.006, 12);
    expect(read({}).maximumPoint).toEqual([0.01, 0, 0.07]);
    expect([read({}).areaAboveHalf, read({}).hotSpotCenter]).toEqual([1e-3, [0, 0, 0.07]]);
  });

  it('follow the peak current where a flux density was computed, whatever is chosen', () => {
    const flux = read({ fieldModel: 'sphere' }, 'magneticFluxDensity');
    const { peakCurrent } = pulseOfChoices({ ...INITIAL_CHOICES, dIdt: 100e6 });
    expect(flux).toMatchObject({ unit: 'T', scale: peakCurrent });
    expect(sourceAmplitude('modes', { ...INITIAL_CHOICES, dIdt: 3 })).toBe(3);
    expect(readouts({ field: null, target }, INITIAL_CHOICES)).toBeNull();
  });
});
