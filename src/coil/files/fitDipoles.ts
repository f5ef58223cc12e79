import { InputError } from '../../core/inputError';
import { allocateDipoles, type Dipoles } from '../../physics/dipoles';
import { magneticFluxDensity } from '../../physics/magneticFluxDensity';
import { currentCells, type SampledField, sampledFluxDensity } from './sampledField';
import { solvePositive } from './solvePositive';

/** Most dipole components that are fitted, and points at which the field is asked. */
const MOST_UNKNOWNS = 700;
const POINTS = 2400;
/** The head begins about this far below the windings, and the fit reaches so deep and so far beside [m]. */
const NEAREST = 0.012;
/** No cortex is closer to a winding [m]. */
const CORTEX = 0.02;
const DEEPEST = 0.09;
const BESIDE = 0.02;
/** Where the windings lie outside the samples they are taken to lie this far behind them [m], within this of the middle. */
const BEHIND = 0.006;
const WIDEST = 0.1;
/** A coil whose windings lie within this height is flat: dipoles along z serve [m]. */
const FLAT = 0.012;
/** Share of the samples at which currents may flow, and cells of them that distances are measured to. */
const MOST_CURRENT = 0.2;
const MOST_NEAR = 8000;
/** Damping, as a share of the mean diagonal of the normal equations. */
const DAMPING = 1e-7;

export interface FittedDipoles {
  readonly dipoles: Dipoles;
  /** Where currents flow by the samples, stride 3 [m]; empty where they lie outside. */
  readonly windings: Float64Array;
  /** Relative L2 difference of B at samples that the fit did not see and that lie where a cortex can. */
  readonly error: number;
}

/**
 * Dipoles with the field of a sampled vector potential on the head's side of the coil. B is fitted rather than A: two potentials of one B differ by a gradient,
 * which no conductor feels. The dipoles stand in columns over the windings, at their height: a layer there can stand for any currents on or behind
 * it (Green). Least squares, damped; half the samples are kept for the error.
 */
export function fitDipoles(field: SampledField, name: string): FittedDipoles {
  const windings = currentCells(field);
  if (windings.length / 3 > MOST_CURRENT * field.size.reduce((a, b) => a * b, 1))
    throw new InputError(`${name} must hold the vector potential of a coil; instead its samples are rough almost everywhere.`);
  const near = thinned(windings, MOST_NEAR);
  const sources = sourceLayer(field, near);
  const samples = headSideSamples(field, sources).filter(([, , , x, y, z]) => isFar(near, x, y, z));
  if (samples.length < 60)
    throw new InputError(
      `${name} must hold samples of the field at least ${NEAREST * 1e3} mm below the coil; instead received ${samples.length}.`,
    );
  const flat = sources.high - sources.low < FLAT;
  const axes = flat ? [2] : [0, 1, 2];
  const columns = columnsOf(sources.positions, axes, samples);
  const fluxes = samples.map(([i, j, k]) => sampledFluxDensity(field, i, j, k));
  const solution = leastSquares(columns, fluxes);
  const isKept = samples.map(([, , , x, y, z], n) => !isFitted(n) && isFar(near, x, y, z, CORTEX));
  const dipoles = allocateDipoles(sources.positions.length / 3);
  dipoles.positions.set(sources.positions);
  solution.forEach((value, n) => {
    dipoles.moments[3 * Math.floor(n / axes.length) + axes[n % axes.length]] = value;
  });
  return { dipoles, windings, error: heldOutError(columns, fluxes, solution, isKept) };
}

/** Evenly left out until at most so many points are left. */
function thinned(points: Float64Array, most: number): Float64Array {
  const step = Math.ceil(points.length / 3 / most);
  return step <= 1 ? points : points.filter((_, i) => Math.floor(i / 3) % step === 0);
}

interface Layer {
  readonly positions: Float64Array;
  readonly low: number;
  readonly high: number;
  /** Height of the layer at a place. */
  readonly heightAt: (x: number, y: number) => number;
}

function sourceLayer(field: SampledField, windings: Float64Array): Layer {
  if (windings.length === 0) {
    const z = Math.min(field.origin[2], 0) - BEHIND;
    return layerIn([-WIDEST, -WIDEST], [WIDEST, WIDEST], () => z);
  }
  const low = [Infinity, Infinity];
  const high = [-Infinity, -Infinity];
  const tops = new Map<string, [number, number, number]>();
  const width = Math.max(0.006, field.steps[0], field.steps[1]);
  for (let i = 0; i < windings.length; i += 3) {
    const [x, y, z] = windings.subarray(i, i + 3);
    low[0] = Math.min(low[0], x);
    low[1] = Math.min(low[1], y);
    high[0] = Math.max(high[0], x);
    high[1] = Math.max(high[1], y);
    const key = `${Math.round(x / width)},${Math.round(y / width)}`;
    const top = tops.get(key);
    if (!top || z > top[2]) tops.set(key, [x, y, z]);
  }
  const list = [...tops.values()];
  const heightAt = (x: number, y: number): number => {
    let [sum, weights] = [0, 0];
    for (const [a, b, z] of list) {
      const weight = 1 / ((a - x) ** 2 + (b - y) ** 2 + 1e-6) ** 2;
      sum += weight * z;
      weights += weight;
    }
    return sum / weights;
  };
  return layerIn([low[0] - 0.006, low[1] - 0.006], [high[0] + 0.006, high[1] + 0.006], heightAt);
}

function layerIn([x0, y0]: number[], [x1, y1]: number[], heightAt: (x: number, y: number) => number): Layer {
  const probe = [0, 1, 2, 3, 4].flatMap((a) => [0, 1, 2, 3, 4].map((b) => heightAt(x0 + (a * (x1 - x0)) / 4, y0 + (b * (y1 - y0)) / 4)));
  const flat = Math.max(...probe) - Math.min(...probe) < FLAT;
  const most = flat ? MOST_UNKNOWNS : MOST_UNKNOWNS / 3;
  const spacing = Math.max(0.004, Math.sqrt(((x1 - x0) * (y1 - y0)) / most) * 1.05);
  const [nx, ny] = [Math.max(2, Math.floor((x1 - x0) / spacing)), Math.max(2, Math.floor((y1 - y0) / spacing))];
  const positions: number[] = [];
  for (let a = 0; a <= nx; a++) {
    for (let b = 0; b <= ny; b++) {
      const [x, y] = [x0 + (a * (x1 - x0)) / nx, y0 + (b * (y1 - y0)) / ny];
      positions.push(x, y, heightAt(x, y));
    }
  }
  const heights = positions.filter((_, i) => i % 3 === 2);
  return { positions: Float64Array.from(positions), low: Math.min(...heights), high: Math.max(...heights), heightAt };
}

type Sample = readonly [number, number, number, number, number, number];

/** Samples below the layer, spread evenly over what the head can fill: indices and place. */
function headSideSamples({ size, origin, steps }: SampledField, { positions, heightAt, low, high }: Layer): Sample[] {
  // Beside a bent coil lies its back.
  const beside = high - low < FLAT ? BESIDE : -BESIDE;
  const box = [0, 1].map((axis) => {
    const values = positions.filter((_, i) => i % 3 === axis);
    return [Math.min(...values) - beside, Math.max(...values) + beside];
  });
  const range = (axis: number, from: number, to: number): number[] => {
    const first = Math.max(2, Math.ceil((from - origin[axis]) / steps[axis]));
    const last = Math.min(size[axis] - 3, Math.floor((to - origin[axis]) / steps[axis]));
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => first + n);
  };
  const some = (list: number[], most: number): number[] => list.filter((_, n) => n % Math.ceil(list.length / most) === 0);
  const side = Math.round(Math.sqrt(POINTS / 8));
  const places: Sample[] = [];
  for (const i of some(range(0, box[0][0], box[0][1]), side + 6)) {
    for (const j of some(range(1, box[1][0], box[1][1]), side)) {
      const [x, y] = [origin[0] + i * steps[0], origin[1] + j * steps[1]];
      const top = heightAt(x, y) + NEAREST;
      for (const k of some(range(2, top, top + DEEPEST), 8)) places.push([i, j, k, x, y, origin[2] + k * steps[2]]);
    }
  }
  return places.filter(([, , , x, y, z]) => isFar(positions, x, y, z));
}

function isFar(positions: Float64Array, x: number, y: number, z: number, least = NEAREST): boolean {
  for (let i = 0; i < positions.length; i += 3) {
    if ((positions[i] - x) ** 2 + (positions[i + 1] - y) ** 2 + (positions[i + 2] - z) ** 2 < least ** 2) return false;
  }
  return true;
}

/** B of each unit dipole component at the samples: one column each, three rows per sample. */
function columnsOf(positions: Float64Array, axes: readonly number[], samples: readonly Sample[]): Float64Array[] {
  const points = Float64Array.from(samples.flatMap(([, , , x, y, z]) => [x, y, z]));
  const one = allocateDipoles(1);
  const columns: Float64Array[] = [];
  for (let i = 0; i < positions.length; i += 3) {
    one.positions.set(positions.subarray(i, i + 3));
    for (const axis of axes) {
      one.moments.fill(0);
      one.moments[axis] = 1;
      columns.push(magneticFluxDensity(one, points, new Float64Array(points.length)));
    }
  }
  return columns;
}

/** Every other sample is fitted; the rest is kept for the error. */
const isFitted = (sample: number): boolean => sample % 2 === 0;

function leastSquares(columns: readonly Float64Array[], fluxes: readonly (readonly number[])[]): Float64Array {
  const n = columns.length;
  const rows = fluxes.flatMap((_, s) => (isFitted(s) ? [3 * s, 3 * s + 1, 3 * s + 2] : []));
  const compact = columns.map((column) => Float64Array.from(rows, (row) => column[row]));
  const wanted = Float64Array.from(rows, (row) => fluxes[Math.floor(row / 3)][row % 3]);
  const matrix = new Float64Array(n * n);
  const right = new Float64Array(n);
  let trace = 0;
  for (let a = 0; a < n; a++) {
    const left = compact[a];
    for (let b = 0; b <= a; b++) {
      const other = compact[b];
      let sum = 0;
      for (let r = 0; r < left.length; r++) sum += left[r] * other[r];
      matrix[n * a + b] = sum;
    }
    for (let r = 0; r < left.length; r++) right[a] += left[r] * wanted[r];
    trace += matrix[n * a + a];
  }
  for (let a = 0; a < n; a++) matrix[n * a + a] += (DAMPING * trace) / n;
  return solvePositive(matrix, right);
}

function heldOutError(
  columns: readonly Float64Array[],
  fluxes: readonly (readonly number[])[],
  solution: Float64Array,
  isKept: readonly boolean[],
): number {
  let [difference, size] = [0, 0];
  fluxes.forEach((flux, s) => {
    if (!isKept[s]) return;
    for (let axis = 0; axis < 3; axis++) {
      let fitted = 0;
      for (let n = 0; n < columns.length; n++) fitted += solution[n] * columns[n][3 * s + axis];
      difference += (fitted - flux[axis]) ** 2;
      size += flux[axis] ** 2;
    }
  });
  return Math.sqrt(difference / size);
}
