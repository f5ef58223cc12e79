import { describe, expect, it } from 'vitest';
import { coilById } from '../../../src/coil/coilLibrary';
import { magneticFluxDensity } from '../../../src/physics/magneticFluxDensity';
import { coilFluxLines } from '../../../src/scene/bodies/coilFluxLines';
import { traceFieldLines } from '../../../src/scene/bodies/traceFieldLines';

const dipole = { positions: Float64Array.from([0, 0, 0]), moments: Float64Array.from([0, 0, 1]) };

/** r / sin² θ is constant along a field line of a dipole along z; returns its spread over the line. */
function shellSpread(points: Float64Array): number {
  const shells: number[] = [];
  for (let p = 0; p < points.length; p += 3) {
    const r = Math.hypot(points[p], points[p + 1], points[p + 2]);
    shells.push(r ** 3 / (points[p] ** 2 + points[p + 1] ** 2));
  }
  return Math.max(...shells) / Math.min(...shells) - 1;
}

describe('Field lines', () => {
  const trace = (step: number) => {
    const [line] = traceFieldLines((points, out) => magneticFluxDensity(dipole, points, out), Float64Array.from([0.1, 0, 0]), {
      step,
      mostSteps: Math.round(0.06 / step),
      farthest: 1,
    });
    return line.points;
  };

  it('of a dipole keep r / sin² θ, and the error falls with the fourth power of the step', () => {
    const [coarse, fine] = [shellSpread(trace(0.02)), shellSpread(trace(0.01))];
    expect(fine).toBeLessThan(1e-4);
    expect(coarse / fine).toBeGreaterThan(10);
  });

  it('go both ways from a seed where they do not close', () => {
    const points = trace(0.005);
    expect(points[2] * points[points.length - 1]).toBeLessThan(0);
    expect(points.length / 3).toBe(25);
  });

  it('around a straight wire close to circles', () => {
    const around = (points: Float64Array, out: Float64Array): void => {
      for (let p = 0; p < points.length; p += 3) out.set([-points[p + 1], points[p], 0], p);
    };
    const [line] = traceFieldLines(around, Float64Array.from([0.04, 0, 0]), { step: 0.005, mostSteps: 100, farthest: 1 });
    expect(line.closed).toBe(true);
    expect(line.points.length / 3).toBe(Math.round((2 * Math.PI * 0.04) / 0.005));
  });
});

describe('The field lines of a coil', () => {
  it('of a figure-8 go down through one wing and up through the other', () => {
    const lines = coilFluxLines(coilById('magstim-70mm-figure8'));
    expect(lines.length).toBe(24);
    // Lines that close through both wings cross the coil's plane on either side of its middle, in opposite directions.
    let both = 0;
    for (const { points } of lines) {
      const crossings: number[] = [];
      for (let p = 0; p + 5 < points.length; p += 3) {
        if (points[p + 2] < -0.0065 !== points[p + 5] < -0.0065)
          crossings.push(Math.sign(points[p]) * Math.sign(points[p + 5] - points[p + 2]));
      }
      expect(new Set(crossings).size).toBeLessThanOrEqual(2);
      if (crossings.length >= 2 && crossings[0] === crossings[1]) both++;
    }
    expect(both).toBeGreaterThan(4);
  });

  it.each(['magstim-90mm-circular', 'magstim-double-cone', 'magventure-mc-b70'])('are there for %s', (id) => {
    const lines = coilFluxLines(coilById(id));
    expect(lines.length).toBeGreaterThan(15);
    for (const { points } of lines) expect(points.every(Number.isFinite)).toBe(true);
  });
});
