import { describe, expect, it } from 'vitest';
import { gmres } from '../../../src/physics/boundaryElements/gmres';
import { relativeError } from './relativeError';

const N = 40;
const matrix = Float64Array.from({ length: N * N }, (_, k) => Math.sin(k * k + 1) / 10 + (k % (N + 1) === 0 ? 2 : 0));
const apply = (x: Float64Array, out: Float64Array): void => {
  for (let i = 0; i < N; i++) {
    out[i] = 0;
    for (let j = 0; j < N; j++) out[i] += matrix[i * N + j] * x[j];
  }
};

describe('GMRES', () => {
  it('returns the solution of a nonsymmetric system, and a residual that is the true one', () => {
    const x = Float64Array.from({ length: N }, (_, i) => Math.cos(i));
    const b = new Float64Array(N);
    apply(x, b);
    const result = gmres(apply, b, { tolerance: 1e-12, maxIterations: N });
    expect(relativeError(result.solution, x)).toBeLessThan(1e-11);
    const again = new Float64Array(N);
    const rough = gmres(apply, b, { tolerance: 1e-3, maxIterations: N });
    apply(rough.solution, again);
    expect(relativeError(again, b) / rough.residual).toBeCloseTo(1, 6);
    expect(rough.iterations).toBeLessThan(result.iterations);
  });

  it('ends after one step where the matrix is the identity, and at once for a zero right-hand side', () => {
    const b = Float64Array.from({ length: N }, (_, i) => i + 1);
    const identity = (x: Float64Array, out: Float64Array): void => out.set(x);
    const one = gmres(identity, b, { tolerance: 1e-12, maxIterations: 9 });
    expect(one.iterations).toBe(1);
    expect(relativeError(one.solution, b)).toBeLessThan(1e-14);
    expect(gmres(identity, new Float64Array(N), { tolerance: 1e-12, maxIterations: 9 }).iterations).toBe(0);
  });
});
