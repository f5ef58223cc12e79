import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadLabels } from '../../../src/ui/overlay/legendLayout';
import { axisTop, type CurvePoint, curvePoints, halfValuePoint, valueAt } from '../../../src/ui/plots/falloffCurve';
import { ticksThatFit, timeTicks } from '../../../src/ui/plots/plotTicks';

/** An exponential falloff with the given decay length, from 10 mm on. */
const decay = 0.02;
const distance = Float32Array.from({ length: 161 }, (_, n) => n * 0.0005);
const magnitude = distance.map((d) => (d < 0.0099 ? Number.NaN : 2e-6 * Math.exp(-d / decay)));
const points = curvePoints(distance, magnitude, 1e8, 0.08);

describe('the falloff curve', () => {
  it('drops what is not a number and scales the rest', () => {
    expect(points[0][0]).toBeCloseTo(0.01, 6);
    expect(points[0][1] / (200 * Math.exp(-0.5))).toBeCloseTo(1, 5);
    expect(points.every(([, value]) => Number.isFinite(value))).toBe(true);
  });

  it('ends at the depth asked for', () => {
    const last = curvePoints(distance, magnitude, 1, 0.03).at(-1) as CurvePoint;
    expect(last[0]).toBeCloseTo(0.03, 6);
  });

  it('finds the half-value depth of an exponential: ln 2 decay lengths below where it starts', () => {
    const half = halfValuePoint(points, 0.015) as CurvePoint;
    expect((half[0] - 0.015) / (decay * Math.LN2)).toBeCloseTo(1, 3);
    expect(half[1] / (100 * Math.exp(-0.75))).toBeCloseTo(1, 4);
  });

  it('finds no half value where the curve ends too early or does not begin', () => {
    expect(halfValuePoint(points.slice(0, 10), 0.011)).toBeNull();
    expect(halfValuePoint(points, 0.005)).toBeNull();
  });

  it('reads between samples linearly, and nothing outside', () => {
    const line: CurvePoint[] = [
      [0.01, 10],
      [0.02, 30],
    ];
    expect(valueAt(line, 0.015)).toBeCloseTo(20, 9);
    expect(valueAt(line, 0.021)).toBeNull();
  });
});

describe('axes', () => {
  it('end at a round number that holds the highest value and wastes at most a third', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (highest) => {
        const top = axisTop(highest);
        expect(top).toBeGreaterThanOrEqual(highest * (1 - 1e-9));
        expect(top).toBeLessThanOrEqual(highest * 1.34);
      }),
    );
    expect(axisTop(0)).toBe(1);
  });

  it('show fewer ticks where there is less room, and always two or the last list', () => {
    const lists = [
      [0, 1, 2, 3, 4],
      [0, 2, 4],
      [0, 4],
    ];
    expect(ticksThatFit(lists, 400, 12)).toHaveLength(5);
    expect(ticksThatFit(lists, 170, 12)).toHaveLength(3);
    expect(ticksThatFit(lists, 20, 12)).toHaveLength(2);
  });

  it('mark round times within the pulse, however long it is', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-5, max: 5e-3, noNaN: true }), fc.integer({ min: 60, max: 600 }), (duration, length) => {
        const ticks = timeTicks(duration, length, 12);
        expect(ticks[0]).toBe(0);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.at(-1)).toBeLessThanOrEqual(duration * (1 + 1e-9));
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(duration * 0.4999);
      }),
    );
  });
});

describe('labels of the legend', () => {
  it('stay where they want to be when they do not touch', () => {
    expect(spreadLabels([{ position: 10 }, { position: 90 }, { position: 50 }], 14, 100)).toEqual([10, 90, 50]);
  });

  it('move apart evenly around a common wish', () => {
    expect(spreadLabels([{ position: 50 }, { position: 50 }], 14, 100)).toEqual([43, 57]);
  });

  it('keep their distance and their order, and stay on the scale', () => {
    const positions = fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(positions, (wanted) => {
        const placed = spreadLabels(
          wanted.map((position) => ({ position })),
          14,
          200,
        );
        const order = wanted.map((_, index) => index).sort((a, b) => wanted[a] - wanted[b]);
        for (let n = 1; n < order.length; n++) expect(placed[order[n]] - placed[order[n - 1]]).toBeGreaterThanOrEqual(14 - 1e-9);
        for (const position of placed) {
          expect(position).toBeGreaterThanOrEqual(-1e-9);
          expect(position).toBeLessThanOrEqual(200 + 1e-9);
        }
      }),
    );
  });
});
