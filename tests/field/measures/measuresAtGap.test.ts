import { describe, expect, it } from 'vitest';
import { COIL_IDS, coilById } from '../../../src/coil/coilLibrary';
import { contactOnSphere } from '../../../src/coil/contactOnSphere';
import { placeDipoles } from '../../../src/coil/placeDipoles';
import { coilDipoles } from '../../../src/coil/windings/windingsToDipoles';
import { measuresAtGap } from '../../../src/field/measures/measuresAtGap';
import { focality } from '../../../src/physics/focality';

const computed = (id: string, gap: number) => {
  const coil = coilById(id);
  return focality(placeDipoles(coilDipoles(coil), contactOnSphere(coil, 0.085, gap)), 0.07);
};

describe('The stored depth-focality measures', () => {
  it.each(COIL_IDS)('of %s are what the coil’s dipoles give at the stored gaps', (id) => {
    for (const gap of [0, 0.02]) {
      const stored = measuresAtGap(coilById(id), gap)!;
      const { halfValueDepth, tangentialSpread } = computed(id, gap);
      expect(Math.abs(stored.halfValueDepth / halfValueDepth - 1)).toBeLessThan(0.001);
      expect(Math.abs(stored.tangentialSpread / tangentialSpread - 1)).toBeLessThan(0.001);
    }
  });

  it.each([
    'magstim-70mm-figure8',
    'magstim-90mm-circular',
    'magventure-cool-b35',
  ])('of %s hold between the stored gaps within 2 %%', (id) => {
    for (const gap of [0.0025, 0.015, 0.035]) {
      const between = measuresAtGap(coilById(id), gap)!;
      const { halfValueDepth, tangentialSpread } = computed(id, gap);
      expect(Math.abs(between.halfValueDepth / halfValueDepth - 1)).toBeLessThan(0.02);
      expect(Math.abs(between.tangentialSpread / tangentialSpread - 1)).toBeLessThan(0.02);
    }
  });

  it('stay those of the last stored gap beyond it, and are null for a coil that brings none', () => {
    const coil = coilById('magstim-70mm-figure8');
    expect(measuresAtGap(coil, 0.1)).toEqual(measuresAtGap(coil, 0.04));
    expect(measuresAtGap({}, 0)).toBeNull();
  });
});
