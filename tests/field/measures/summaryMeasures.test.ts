import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaAbove, areaWeightedPercentile, centroidAbove, indexOfMaximum, magnitudes } from '../../../src/field/measures/summaryMeasures';

/** The definition, by sorting everything. */
function sortedPercentile(values: Float32Array, areas: Float32Array, share: number): number {
  const order = Array.from(values.keys()).sort((a, b) => values[a] - values[b]);
  const total = areas.reduce((sum, area) => sum + area, 0);
  let below = 0;
  for (const n of order) {
    below += areas[n];
    if (below >= share * total - 1e-9 * total) return values[n];
  }
  return values[order[order.length - 1]];
}

const samples = fc
  .array(fc.tuple(fc.float({ min: 0, max: 1000, noNaN: true }), fc.float({ min: Math.fround(0.1), max: 10, noNaN: true })), {
    minLength: 1,
    maxLength: 300,
  })
  .map((pairs) => ({ values: Float32Array.from(pairs, (p) => p[0]), areas: Float32Array.from(pairs, (p) => p[1]) }));

describe('Summary measures', () => {
  it('find the area-weighted percentile that sorting finds', () => {
    fc.assert(
      fc.property(samples, fc.constantFrom(0.1, 0.5, 0.9, 0.99, 0.999), ({ values, areas }, share) => {
        expect(areaWeightedPercentile(values, areas, share)).toBe(sortedPercentile(values, areas, share));
      }),
    );
  });

  it('scale with the values', () => {
    const values = Float32Array.from({ length: 5000 }, (_, n) => ((n * 7919) % 5000) / 5000);
    const areas = new Float32Array(5000).fill(1);
    const doubled = values.map((value) => 2 * value);
    expect(areaWeightedPercentile(doubled, areas, 0.999)).toBe(2 * areaWeightedPercentile(values, areas, 0.999));
  });

  it('count a vertex by its area: a large weak patch moves the percentile, a point does not', () => {
    const values = Float32Array.of(1, 1, 1, 9);
    expect(areaWeightedPercentile(values, Float32Array.of(1, 1, 1, 0.001), 0.99)).toBe(1);
    expect(areaWeightedPercentile(values, Float32Array.of(1, 1, 1, 3), 0.99)).toBe(9);
  });

  it('measure area, center and place of what is strong', () => {
    const values = Float32Array.of(1, 5, 5, 2);
    const areas = Float32Array.of(1, 2, 6, 1);
    expect(areaAbove(values, areas, 5)).toBe(8);
    expect(indexOfMaximum(values)).toBe(1);
    expect(centroidAbove([0, 0, 0, 4, 0, 0, 8, 0, 0, 9, 9, 9], values, areas, 5)).toEqual([7, 0, 0]);
    expect(Array.from(magnitudes([3, 4, 0, 1, 2, 2], new Float32Array(2)))).toEqual([5, 3]);
  });
});
