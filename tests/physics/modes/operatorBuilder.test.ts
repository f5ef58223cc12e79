import { describe, expect, it } from 'vitest';
import { fitSensorMatrix } from '../../../models/heads/colin27/build/operator/fitSensorMatrix';
import { outsideNodes } from '../../../models/heads/colin27/build/operator/outsideNodes';
import { jacobiEigenvectors, leadingEigenpairs } from '../../../models/heads/colin27/build/operator/principalModes';
import { createRandom } from '../../../models/heads/colin27/build/operator/randomPoses';
import { relativeErrors } from '../../../models/heads/colin27/build/operator/relativeErrors';
import type { FieldGrid } from '../../../src/field/grid/fieldGrid';
import { relativeError } from '../boundaryElements/relativeError';

const random = createRandom(7);
const matrixOf = (rows: number, columns: number): Float64Array => Float64Array.from({ length: rows * columns }, () => random() - 0.5);

describe('parts of the operator builder', () => {
  it('find the leading eigenpairs of a symmetric matrix with a falling spectrum', () => {
    const n = 60;
    const seed = matrixOf(n, n);
    const symmetric = seed.map((value, k) => value + seed[(k % n) * n + Math.floor(k / n)]);
    const vectors = jacobiEigenvectors(symmetric, n);
    // Orthonormal vectors, given the spectrum 4^-k.
    const matrix = new Float64Array(n * n);
    for (let k = 0; k < n; k++)
      for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) matrix[i * n + j] += 4 ** -k * vectors[i * n + k] * vectors[j * n + k];
    const found = leadingEigenpairs(matrix, n, 8);
    found.values.forEach((value, k) => {
      expect(value * 4 ** k).toBeCloseTo(1, 6);
      const overlap = vectors.reduce((sum, _, i) => (i < n ? sum + vectors[i * n + k] * found.vectors[i * 8 + k] : sum), 0);
      expect(Math.abs(overlap)).toBeCloseTo(1, 6);
    });
  });

  it('fit the matrix that made the coefficients, from noiseless sensors', () => {
    const [sensors, modes, sets] = [6, 4, 60];
    const truth = matrixOf(modes, sensors);
    const flux = matrixOf(sensors, sets);
    const coefficients = new Float64Array(modes * sets);
    for (let m = 0; m < modes; m++)
      for (let s = 0; s < sensors; s++)
        for (let k = 0; k < sets; k++) coefficients[m * sets + k] += truth[m * sensors + s] * flux[s * sets + k];
    const fit = fitSensorMatrix(flux, coefficients, sensors, modes, sets);
    expect(relativeError(fit.matrix, truth)).toBeLessThan(1e-6);
    expect(fit.heldBackError).toBeLessThan(1e-6);
  });

  it('continue harmonic polynomials of degree 2 exactly to the nodes outside', () => {
    const dimensions = [12, 12, 12] as const;
    const nodes = Uint32Array.from({ length: 12 ** 3 }, (_, i) => i);
    const inside = Uint8Array.from(nodes, (i) =>
      ((i % 12) - 5.5) ** 2 + ((Math.floor(i / 12) % 12) - 5.5) ** 2 + (Math.floor(i / 144) - 5.5) ** 2 < 20 ? 1 : 0,
    );
    const grid: FieldGrid = { origin: [0, 0, 0], spacing: 1, dimensions, nodes, inside };
    const value = (i: number): number => {
      const [x, y, z] = [i % 12, Math.floor(i / 12) % 12, Math.floor(i / 144)];
      return 1 + 2 * x - z + x * y - 3 * y * z + 0.5 * (x * x - y * y) + 2 * z * z - x * x - y * y;
    };
    const near = outsideNodes(grid).filter(
      ({ node }) => ((node % 12) - 5.5) ** 2 + ((Math.floor(node / 12) % 12) - 5.5) ** 2 + (Math.floor(node / 144) - 5.5) ** 2 < 34,
    );
    expect(near.length).toBeGreaterThan(100);
    for (const { node, from, weights } of near) {
      const continued = from.reduce((sum, source, i) => sum + weights[i] * value(source), 0);
      expect(Math.abs(continued - value(node)) / 100).toBeLessThan(1e-4);
    }
  });

  it('measure errors per column, weighted, leaving out points of weight 0', () => {
    const b = Float32Array.of(3, 1, 4, 1, 0, 1, 9, 9, 9, 9, 9, 9);
    const a = Float32Array.of(3, 2, 4, 1, 0, 1, 0, 0, 0, 0, 0, 0);
    const { mean, worst } = relativeErrors(a, b, 2, Float64Array.of(2, 0));
    expect(worst).toBeCloseTo(1 / Math.sqrt(3), 12);
    expect(mean).toBeCloseTo(worst / 2, 12);
  });
});
