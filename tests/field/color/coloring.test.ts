import { describe, expect, it } from 'vitest';
import { chosenColorScale } from '../../../src/field/color/chosenColorScale';
import { coloringOf } from '../../../src/field/color/coloring';
import { canSubtract, differenceScale } from '../../../src/field/color/differenceScale';
import { keepScene } from '../../../src/field/simulation/comparison';
import { INITIAL_CHOICES } from '../../../src/state/choices';
import { fakeField, fakeScene } from '../fakeScene';

const target = fakeScene().source.snapshot().target;

describe('What is colored', () => {
  it('goes by the model that was computed, not by the one that was chosen', () => {
    const choices = { ...INITIAL_CHOICES, fieldModel: 'magneticFluxDensity' } as const;
    expect(coloringOf({ field: fakeField('sphere'), target }, choices, null)).toMatchObject({ model: 'sphere', unit: 'V/m' });
    const chosen = { ...INITIAL_CHOICES, fieldModel: 'modes' } as const;
    const flux = coloringOf({ field: fakeField('magneticFluxDensity'), target }, chosen, null);
    expect(flux).toMatchObject({ model: 'magneticFluxDensity', unit: 'T' });
    expect(flux.scale.limit).toBe(chosen.fluxLimit);
    expect(coloringOf({ field: null, target }, choices, null).model).toBe('magneticFluxDensity');
  });

  it('has lines at half of the peak of the component shown and at the threshold, where they are switched on', () => {
    const choices = { ...INITIAL_CHOICES, fieldComponent: 'normal', showContours: true, dIdt: 50e6, thresholdField: 30 } as const;
    expect(coloringOf({ field: fakeField('sphere'), target }, { ...choices, showContours: false }, null).lines).toBeNull();
    const { lines, component } = coloringOf({ field: fakeField('sphere'), target }, choices, null);
    expect(component).toBe('normal');
    expect(lines?.halfPeak).toBeCloseTo(0.5 * 0.72e-6 * 50e6, 9);
    expect(lines?.threshold).toBe(30);
    expect(coloringOf({ field: fakeField('magneticFluxDensity'), target }, choices, null).lines?.threshold).toBeNull();
    expect(coloringOf({ field: null, target }, choices, null).lines).toBeNull();
  });

  it('is the magnitude in a difference, on its own scale and without lines, whatever component is chosen', () => {
    const { source, comparison } = fakeScene({ fieldModel: 'sphere', fieldComponent: 'normal', showContours: true });
    keepScene(source);
    comparison.setState({ shown: 'difference', differenceLimit: 20 });
    const coloring = coloringOf(source.snapshot(), source.store.getState(), comparison.getState());
    expect(coloring).toMatchObject({ component: 'magnitude', lines: null });
    expect(coloring.scale).toBe(differenceScale(20));
    expect(coloring.subtracted).toBe(comparison.getState().kept);
    comparison.setState({ shown: 'both' });
    expect(coloringOf(source.snapshot(), source.store.getState(), comparison.getState())).toMatchObject({
      component: 'normal',
      subtracted: null,
    });
  });

  it('is not a difference where one of the two is a flux density or lies on another grid', () => {
    const { source, comparison, publish } = fakeScene({ fieldModel: 'sphere' });
    expect(canSubtract(comparison.getState(), source.snapshot().field)).toBe(false);
    keepScene(source);
    comparison.setState({ shown: 'difference' });
    expect(canSubtract(comparison.getState(), source.snapshot().field)).toBe(true);
    expect(canSubtract(comparison.getState(), null)).toBe(false);
    expect(canSubtract(comparison.getState(), { ...fakeField('sphere'), values: new Float32Array(6) })).toBe(false);
    publish({ field: fakeField('magneticFluxDensity') });
    expect(canSubtract(comparison.getState(), source.snapshot().field)).toBe(false);
    expect(coloringOf(source.snapshot(), source.store.getState(), comparison.getState()).subtracted).toBeNull();
  });
});

describe('The chosen color scale', () => {
  it('is one object for all who ask for the same, and does not change with what it does not follow from', () => {
    const scale = chosenColorScale(INITIAL_CHOICES, 'V/m');
    expect(chosenColorScale({ ...INITIAL_CHOICES }, 'V/m')).toBe(scale);
    expect(chosenColorScale({ ...INITIAL_CHOICES, fluxLimit: 3, thresholdField: 99 }, 'V/m')).toBe(scale);
    expect(chosenColorScale({ ...INITIAL_CHOICES, fieldComponent: 'tangential' }, 'V/m')).toBe(scale);
    const signed = chosenColorScale({ ...INITIAL_CHOICES, fieldComponent: 'normal' }, 'V/m');
    expect(chosenColorScale({ ...INITIAL_CHOICES, fieldComponent: 'normal', logScale: true }, 'V/m')).toBe(signed);
  });

  it('is another one for each choice that it follows from', () => {
    const base = { ...INITIAL_CHOICES, greyBelowThreshold: true } as const;
    const others = [
      chosenColorScale(base, 'T'),
      ...(
        [
          { colorMap: 'cividis' },
          { fieldLimit: base.fieldLimit + 1 },
          { fieldComponent: 'normal' },
          { logScale: true },
          { greyBelowThreshold: false },
          { thresholdField: base.thresholdField + 1 },
        ] as const
      ).map((change) => chosenColorScale({ ...base, ...change }, 'V/m')),
    ];
    expect(new Set([chosenColorScale(base, 'V/m'), ...others]).size).toBe(others.length + 1);
    expect(chosenColorScale({ ...INITIAL_CHOICES, fieldComponent: 'normal' }, 'V/m').signed).toBe(true);
    expect(chosenColorScale({ ...INITIAL_CHOICES, logScale: true }, 'V/m').logarithmic).toBe(true);
    // A threshold of the field says nothing of tesla.
    expect(chosenColorScale(base, 'T')).toBe(chosenColorScale({ ...base, greyBelowThreshold: false }, 'T'));
  });

  it('is not forgotten while it is asked for, though many others are made', () => {
    const scale = chosenColorScale(INITIAL_CHOICES, 'V/m');
    for (let n = 1; n < 100; n++) {
      chosenColorScale({ ...INITIAL_CHOICES, fieldLimit: 200 + n }, 'V/m');
      expect(chosenColorScale(INITIAL_CHOICES, 'V/m')).toBe(scale);
    }
  });
});
