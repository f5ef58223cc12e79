import type { Surface } from '../../../../../src/head/surface';
import type { Dipoles } from '../../../../../src/physics/dipoles';
import type { ModesOperator } from '../../../../../src/physics/modes/modesOperator';
import { multiplyRows } from '../../../../../src/physics/modes/multiplyRows';
import { normalFluxDensity } from '../../../../../src/physics/modes/normalFluxDensity';
import { randomPoses } from '../operator/randomPoses';

const CANDIDATES = { poses: 2400, seed: 11 };
/** Poses for the stored errors; none of them is among the candidates. */
const TEST = { poses: 72, seed: 12 };

/** Poses as people choose them, whose strengths say how the modes come together. */
const TYPICAL = { poses: 1200, seed: 13 };

/** Mode strengths of each set of dipoles [sets × modes, row-major]. */
export function strengthsOf(operator: ModesOperator, sets: readonly Dipoles[]): Float64Array {
  const out = new Float64Array(sets.length * operator.modeCount);
  const flux = new Float64Array(operator.sensorPositions.length / 3);
  sets.forEach((dipoles, set) => {
    normalFluxDensity(dipoles, operator.sensorPositions, operator.sensorNormals, flux);
    multiplyRows(operator.sensorMatrix, flux, out.subarray(set * operator.modeCount, (set + 1) * operator.modeCount));
  });
  return out;
}

/** Training poses, the most unlike first: pivoted QR of the normalized mode strengths of many candidates. */
export function trainingSets(scalp: Surface, operator: ModesOperator, count: number): Dipoles[] {
  const candidates = randomPoses(scalp, CANDIDATES.poses, CANDIDATES.seed).map((pose) => pose.dipoles);
  const { modeCount } = operator;
  const rows = strengthsOf(operator, candidates);
  for (let set = 0; set < candidates.length; set++) normalize(rows.subarray(set * modeCount, (set + 1) * modeCount));
  return pivotRows(rows, modeCount, count).map((set) => candidates[set]);
}

/** Typical poses: the training poses are chosen to be unlike each other and would make the late modes count for more than they do. */
export const typicalSets = (scalp: Surface): Dipoles[] => randomPoses(scalp, TYPICAL.poses, TYPICAL.seed).map((pose) => pose.dipoles);

export const testSets = (scalp: Surface): Dipoles[] => randomPoses(scalp, TEST.poses, TEST.seed).map((pose) => pose.dipoles);

function normalize(row: Float64Array): void {
  const length = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0));
  for (let k = 0; k < row.length; k++) row[k] /= length;
}

/** Greedy choice of rows, each time the one with the largest part outside the span of those chosen; once nothing is left of any, in a second round. */
function pivotRows(rows: Float64Array, width: number, count: number): number[] {
  const total = rows.length / width;
  const chosen: number[] = [];
  while (chosen.length < count) {
    const rest = rows.slice();
    for (const set of chosen) rest.fill(0, set * width, (set + 1) * width);
    for (let round = 0; round < width && chosen.length < count; round++) {
      const pivot = largestRow(rest, width, total);
      const axis = rest.slice(pivot * width, (pivot + 1) * width);
      normalize(axis);
      chosen.push(pivot);
      for (let set = 0; set < total; set++) {
        let dot = 0;
        for (let k = 0; k < width; k++) dot += axis[k] * rest[set * width + k];
        for (let k = 0; k < width; k++) rest[set * width + k] -= dot * axis[k];
      }
      rest.fill(0, pivot * width, (pivot + 1) * width);
    }
  }
  return chosen;
}

function largestRow(rows: Float64Array, width: number, total: number): number {
  let [best, bestSize] = [0, -1];
  for (let set = 0; set < total; set++) {
    let size = 0;
    for (let k = set * width; k < (set + 1) * width; k++) size += rows[k] * rows[k];
    if (size > bestSize) [best, bestSize] = [set, size];
  }
  return best;
}
