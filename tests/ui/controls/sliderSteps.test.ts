import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PARAMETER_IDS, PARAMETERS } from '../../../src/state/parameters';
import { dragValue, keyValue, snapToStep } from '../../../src/ui/controls/sliderSteps';

const range = { minimum: 0, maximum: 200, initial: 70, step: 0.5 };

describe('slider keys', () => {
  it('move by a twentieth, with Shift by a hundredth, with Page keys by a tenth of the range', () => {
    expect(keyValue(range, 50, 'ArrowRight', false)).toBe(60);
    expect(keyValue(range, 50, 'ArrowDown', false)).toBe(40);
    expect(keyValue(range, 50, 'ArrowUp', true)).toBe(52);
    expect(keyValue(range, 50, 'PageUp', false)).toBe(70);
    expect(keyValue(range, 50, 'PageDown', false)).toBe(30);
  });

  it('go to the limits with Home and End, to the default with Delete, and leave other keys alone', () => {
    expect(keyValue(range, 50, 'Home', false)).toBe(0);
    expect(keyValue(range, 50, 'End', false)).toBe(200);
    expect(keyValue(range, 50, 'Delete', false)).toBe(70);
    expect(keyValue(range, 50, 'Tab', false)).toBeNull();
    expect(keyValue(range, 50, 'q', false)).toBeNull();
  });

  it('never leave the range and never stand still inside it, for every parameter', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PARAMETER_IDS), fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (id, share, shift) => {
        const { minimum, maximum, step } = PARAMETERS[id];
        const value = snapToStep(PARAMETERS[id], minimum + share * (maximum - minimum));
        const up = keyValue(PARAMETERS[id], value, 'ArrowRight', shift) ?? Number.NaN;
        expect(up).toBeGreaterThanOrEqual(value);
        expect(up).toBeLessThanOrEqual(maximum);
        if (value <= maximum - step) expect(up).toBeGreaterThan(value);
      }),
    );
  });

  it('come back to exactly the default after a step up and a step down, so that nothing looks changed', () => {
    for (const id of PARAMETER_IDS) {
      const { initial, maximum } = PARAMETERS[id];
      if (initial === maximum) continue;
      const up = keyValue(PARAMETERS[id], initial, 'ArrowRight', true) ?? Number.NaN;
      const back = keyValue(PARAMETERS[id], up, 'ArrowLeft', true) ?? Number.NaN;
      expect(Math.abs(back - initial)).toBeLessThanOrEqual(1e-11 * Math.abs(initial));
    }
  });
});

describe('slider drags', () => {
  it('fall onto the default when near it, unless fine', () => {
    expect(dragValue(range, 71.9, false)).toBe(70);
    expect(dragValue(range, 71.9, true)).toBe(72);
    expect(dragValue(range, 75.2, false)).toBe(75);
  });

  it('stop at the limits', () => {
    expect(dragValue(range, 260, false)).toBe(200);
    expect(dragValue(range, -60, true)).toBe(0);
  });
});
