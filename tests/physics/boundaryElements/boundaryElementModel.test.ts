import { describe, expect, it } from 'vitest';
import { boundaryElementField, createBoundaryElementModel, solveCharges } from '../../../src/physics/boundaryElements/boundaryElementModel';
import type { ConductorShell } from '../../../src/physics/boundaryElements/conductorShell';
import type { Dipoles } from '../../../src/physics/dipoles';
import { primaryField } from '../../../src/physics/primaryField';
import { sphereElectricField } from '../../../src/physics/sphereElectricField';
import { icosphere } from './icosphere';
import { relativeError } from './relativeError';

/** Two wings of opposite sense 15 mm above the sphere. */
const DIPOLES: Dipoles = {
  positions: Float64Array.of(-0.04, 0, 0.1, 0.04, 0, 0.1, -0.05, 0.02, 0.1, 0.05, 0.02, 0.1),
  moments: Float64Array.of(0, 0, -0.03, 0, 0, 0.03, 0.001, 0, -0.01, 0.001, 0, 0.01),
};

/** Directions of the upper half, from a golden spiral. */
const cap = (radius: number, count = 150): Float64Array =>
  Float64Array.from({ length: 3 * count }, (_, i) => {
    const k = Math.floor(i / 3);
    const z = (k + 0.5) / count;
    const angle = 2.399963 * k;
    return radius * [Math.sqrt(1 - z * z) * Math.cos(angle), Math.sqrt(1 - z * z) * Math.sin(angle), z][i % 3];
  });

function total(shells: readonly ConductorShell[], points: Float64Array, dipoles = DIPOLES): Float64Array {
  const model = createBoundaryElementModel(shells);
  return boundaryElementField(model.facets, solveCharges(model, dipoles), dipoles, points);
}

const exact = (points: Float64Array, dipoles = DIPOLES): Float64Array =>
  sphereElectricField(dipoles, [0, 0, 0], points, new Float64Array(points.length));

const oneShell = (level: number) => [icosphere(0.085, level, 0.33, 0)];
const threeShells = (level: number) => [
  icosphere(0.085, level, 0.33, 0),
  icosphere(0.08, level, 0.0168, 0.33),
  icosphere(0.074, level, 0.33, 0.0168),
];

describe('boundary elements in a sphere', () => {
  it('come within 0.5 % of the closed form with one shell of 1280 facets, and the error falls by about four per halved edge', () => {
    const points = cap(0.065);
    const error = [2, 3].map((level) => relativeError(total(oneShell(level), points), exact(points)));
    expect(error[1]).toBeLessThan(0.005);
    expect(error[0] / error[1]).toBeGreaterThan(3);
    expect(error[0] / error[1]).toBeLessThan(6);
  });

  it('come within 0.42 % with a resistive skull between two conductors, 3×1280 facets', () => {
    const points = cap(0.065);
    expect(relativeError(total(threeShells(3), points), exact(points))).toBeLessThan(0.0042);
  });

  it('keep that accuracy 1 mm below the innermost shell, a tenth of a facet edge away', () => {
    const points = cap(0.073);
    expect(relativeError(total(threeShells(3), points), exact(points))).toBeLessThan(0.006);
  });

  it('change the primary field by about its own size, so that the agreement is not the primary field', () => {
    const points = cap(0.065);
    expect(relativeError(primaryField(DIPOLES, points, new Float64Array(points.length)), exact(points))).toBeGreaterThan(0.3);
  });

  it('gather no charge for a coil on the axis of the sphere', () => {
    const axial: Dipoles = { positions: Float64Array.of(0, 0, 0.12), moments: Float64Array.of(0, 0, 1) };
    const points = cap(0.065);
    expect(relativeError(total(oneShell(3), points, axial), primaryField(axial, points, new Float64Array(points.length)))).toBeLessThan(
      0.003,
    );
  });
});

describe('boundary elements', () => {
  const points = cap(0.06, 40);
  const reference = total(threeShells(2), points);

  it('do not depend on the order of the shells', () => {
    const [a, b, c] = threeShells(2);
    expect(relativeError(total([c, a, b], points), reference)).toBeLessThan(1e-5);
  });

  it('do not see a shell between equal conductivities', () => {
    const [a, b, c] = threeShells(2);
    const silent = icosphere(0.05, 1, 0.33, 0.33);
    expect(relativeError(total([a, b, c, silent], points), reference)).toBeLessThan(1e-5);
  });

  it('are linear in the dipoles', () => {
    const scaled: Dipoles = { positions: DIPOLES.positions, moments: DIPOLES.moments.map((m) => -2.5 * m) };
    const half: Float64Array = total(threeShells(2), points, scaled).map((e) => e / -2.5);
    expect(relativeError(half, reference)).toBeLessThan(1e-5);
  });

  it('leave no net charge on any shell', () => {
    const model = createBoundaryElementModel(threeShells(2));
    const charges = solveCharges(model, DIPOLES);
    for (let s = 0; s < 3; s++) {
      const own = charges.subarray(model.facets.shellStarts[s], model.facets.shellStarts[s + 1]);
      const gross = own.reduce((sum, q) => sum + Math.abs(q), 0);
      expect(Math.abs(own.reduce((sum, q) => sum + q, 0)) / gross).toBeLessThan(1e-5);
    }
  });

  it('keep the current through an interface: σ E·n is the same on both sides', () => {
    const shells = threeShells(3);
    const model = createBoundaryElementModel(shells);
    const charges = solveCharges(model, DIPOLES);
    const { centroids, shellStarts, areas } = model.facets;
    // Facets of the innermost shell under the coil; the normal is radial up to the facet's tilt.
    const facets = Array.from({ length: 1280 }, (_, i) => shellStarts[2] + i).filter(
      (f) => centroids[3 * f + 2] > 0.05 && Math.abs(charges[f]) / areas[f] > 0,
    );
    const normal = facets.flatMap((f) =>
      Array.from(centroids.subarray(3 * f, 3 * f + 3), (x) => x / Math.hypot(...centroids.subarray(3 * f, 3 * f + 3))),
    );
    const side = (distance: number): number[] => {
      const at = facets.flatMap((f, i) => [0, 1, 2].map((k) => centroids[3 * f + k] + distance * normal[3 * i + k]));
      const e = boundaryElementField(model.facets, charges, DIPOLES, at);
      return facets.map((_, i) => [0, 1, 2].reduce((sum, k) => sum + e[3 * i + k] * normal[3 * i + k], 0));
    };
    const inside = side(-1e-6).map((e) => 0.33 * e);
    const outside = side(1e-6).map((e) => 0.0168 * e);
    // Relative to the current in the brain along the shell, which is what the interface must turn back.
    const tangential =
      Math.hypot(...exact(Float64Array.from(facets.flatMap((f) => Array.from(centroids.subarray(3 * f, 3 * f + 3)))))) * 0.33;
    expect(Math.hypot(...inside.map((v, i) => v - outside[i])) / tangential).toBeLessThan(0.02);
  });
});
