import { at, type Vec3 } from '../../core/vec3';

/** Magnitudes of vectors of stride 3, in their unit. */
export function magnitudes(vectors: ArrayLike<number>, out: Float32Array): Float32Array {
  for (let n = 0, p = 0; n < out.length; n++, p += 3) {
    out[n] = Math.sqrt(vectors[p] * vectors[p] + vectors[p + 1] * vectors[p + 1] + vectors[p + 2] * vectors[p + 2]);
  }
  return out;
}

/** Bins of the histogram in which the percentile is located before it is sorted out exactly. */
const BINS = 1024;

/**
 * Area-weighted percentile: the smallest sample value such that samples of at least `share` of the total area do not exceed it.
 * `values` ≥ 0 and `areas` > 0, one per vertex. Only the histogram bin that holds the percentile is sorted.
 */
export function areaWeightedPercentile(values: Float32Array, areas: Float32Array, share: number): number {
  let highest = 0;
  let total = 0;
  for (let n = 0; n < values.length; n++) {
    if (values[n] > highest) highest = values[n];
    total += areas[n];
  }
  if (highest === 0) return 0;
  const histogram = new Float64Array(BINS + 1);
  const toBin = BINS / highest;
  for (let n = 0; n < values.length; n++) histogram[(values[n] * toBin) | 0] += areas[n];
  let remaining = share * total;
  let bin = 0;
  while (bin < BINS && histogram[bin] < remaining) remaining -= histogram[bin++];
  const members: number[] = [];
  for (let n = 0; n < values.length; n++) if (((values[n] * toBin) | 0) === bin) members.push(n);
  members.sort((a, b) => values[a] - values[b]);
  for (const n of members) {
    remaining -= areas[n];
    if (remaining <= 1e-12 * total) return values[n];
  }
  return highest;
}

/** Index of the largest value. */
export function indexOfMaximum(values: ArrayLike<number>): number {
  let best = 0;
  for (let n = 1; n < values.length; n++) if (values[n] > values[best]) best = n;
  return best;
}

/** Summed area of the samples with a value of at least `threshold`. */
export function areaAbove(values: Float32Array, areas: Float32Array, threshold: number): number {
  let sum = 0;
  for (let n = 0; n < values.length; n++) if (values[n] >= threshold) sum += areas[n];
  return sum;
}

/** Area-weighted mean position [m] of the samples with a value of at least `threshold`. */
export function centroidAbove(positions: ArrayLike<number>, values: Float32Array, areas: Float32Array, threshold: number): Vec3 {
  let [x, y, z, sum] = [0, 0, 0, 0];
  for (let n = 0; n < values.length; n++) {
    if (values[n] < threshold) continue;
    const [px, py, pz] = at(positions, n);
    x += areas[n] * px;
    y += areas[n] * py;
    z += areas[n] * pz;
    sum += areas[n];
  }
  return [x / sum, y / sum, z / sum];
}
