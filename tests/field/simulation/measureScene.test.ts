import { describe, expect, it } from 'vitest';
import { cortexMagnitude } from '../../../src/field/grid/cortexField';
import type { FieldGrid } from '../../../src/field/grid/fieldGrid';
import { type ComparedScene, measureScene } from '../../../src/field/simulation/compareScenes';
import type { Surface } from '../../../src/head/surface';
import { type FieldModel, INITIAL_CHOICES } from '../../../src/state/choices';
import { fakeField } from '../fakeScene';

/** One cell of 1 cm whose field is along y and grows from 1 to 3 µV/m per unit with x. */
const grid: FieldGrid = {
  origin: [0, 0, 0],
  spacing: 0.01,
  dimensions: [2, 2, 2],
  nodes: Uint32Array.from([0, 1, 2, 3, 4, 5, 6, 7]),
  inside: new Uint8Array(8).fill(1),
};
const values = new Float32Array(24);
for (let n = 0; n < 8; n++) values[3 * n + 1] = n % 2 === 0 ? 1e-6 : 3e-6;

/** Four vertices at x = 0, 2.5, 5 and 10 mm: 1, 1.5, 2 and 3 µV/m per unit; no triangles, so that in a mean each counts alike. */
const cortex = {
  positions: Float32Array.from([0, 0, 0, 0.0025, 0, 0, 0.005, 0, 0, 0.01, 0, 0]),
  triangles: new Uint32Array(),
} as unknown as Surface;
const areas = Float32Array.from([1e-4, 2e-4, 4e-4, 8e-4]);

const scene = (model: FieldModel, dIdt = 10e6): ComparedScene => ({
  choices: { ...INITIAL_CHOICES, dIdt, fieldModel: 'modes' },
  field: { ...fakeField(model), values },
  grid,
  under: [0.0025, 0.001, 0],
});

describe('The measures of a scene', () => {
  it('are taken at the common target and threshold, in the unit of the model that was computed', () => {
    const measures = measureScene(scene('sphere'), cortex, areas, [0.005, 0.003, 0.002], 18);
    expect(measures.unit).toBe('V/m');
    // Within 10 mm lie all four.
    expect(measures.atTarget).toBeCloseTo((10 + 15 + 20 + 30) / 4, 5);
    expect(measures.underCoil).toBeCloseTo(15, 5);
    expect(measures.maximum).toBeCloseTo(10, 9);
    expect(measures.areaAbove).toBeCloseTo(12e-4, 9);
    // The strongest point of the summary is (10, 0, 70) mm.
    expect(measures.peakDistance).toBeCloseTo(Math.hypot(0.005, 0.003, 0.068), 9);
  });

  it('have no area above a threshold without a current, nor for flux densities', () => {
    expect(measureScene(scene('sphere', 0), cortex, areas, [0, 0, 0], 18)).toMatchObject({ atTarget: 0, maximum: 0, areaAbove: 0 });
    expect(measureScene(scene('magneticFluxDensity'), cortex, areas, [0, 0, 0], 0)).toMatchObject({ unit: 'T', areaAbove: 0 });
  });

  it('are made from magnitudes that are sampled once for each field', () => {
    const { field } = scene('sphere');
    const magnitude = cortexMagnitude(cortex, grid, field);
    [1e-6, 1.5e-6, 2e-6, 3e-6].forEach((value, n) => {
      expect(magnitude[n] / value).toBeCloseTo(1, 5);
    });
    expect(cortexMagnitude(cortex, grid, field)).toBe(magnitude);
    expect(cortexMagnitude(cortex, grid, { ...field })).not.toBe(magnitude);
  });
});
