import { inputError } from '../../core/inputError';
import type { SampledField } from './sampledField';

/** Most samples of a field, and fewest along an axis. */
const MOST_SAMPLES = 16_000_000;
const FEWEST = 7;

/**
 * Samples on a lattice with their 4×4 from indices to `unit` (rows one after the other). Axes may run backward but not be turned. `read`: component
 * `axis` of sample (i, j, k) in T·m/A.
 */
export function latticeOf(
  size: readonly number[],
  affine: readonly number[],
  unit: number,
  read: (i: number, j: number, k: number, axis: number) => number,
  field: string,
): SampledField {
  if (size.length !== 3 || !size.every((n) => Number.isInteger(n) && n >= FEWEST) || size.reduce((a, b) => a * b, 1) > MOST_SAMPLES)
    throw inputError(field, `hold ${FEWEST} samples or more along each axis and ${MOST_SAMPLES} in all`, size.join(' × '));
  if (affine.length !== 16 || !affine.every(Number.isFinite)) throw inputError(`${field} affine`, 'hold 4 × 4 finite numbers', affine);
  const steps = [0, 1, 2].map((k) => affine[5 * k] * unit);
  const turned = [1, 2, 4, 6, 8, 9].map((n) => Math.abs(affine[n] * unit));
  const smallest = Math.min(...steps.map(Math.abs));
  if (!(smallest > 0) || Math.max(...turned) > 1e-3 * smallest)
    throw inputError(
      `${field} affine`,
      'have axes along those of the coil',
      affine
        .slice(0, 12)
        .map((v) => Number(v.toPrecision(3)))
        .join(' '),
    );
  const first = [3, 7, 11].map((n) => affine[n] * unit);
  const origin = first.map((value, k) => (steps[k] < 0 ? value + (size[k] - 1) * steps[k] : value));
  const index = (n: number, k: number): number => (steps[k] < 0 ? size[k] - 1 - n : n);
  return {
    size: [size[0], size[1], size[2]],
    origin: [origin[0], origin[1], origin[2]],
    steps: [Math.abs(steps[0]), Math.abs(steps[1]), Math.abs(steps[2])],
    at: (i, j, k, axis) => read(index(i, 0), index(j, 1), index(k, 2), axis),
  };
}
