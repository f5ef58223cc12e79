import { basename } from 'node:path';
import { crc32 } from '../../../../../src/core/crc32';
import { corticalAreas } from '../../../../../src/head/corticalAreas';
import { type FoldedProvenance, type FoldedRows, SMOOTH_NUMBERS } from '../../../../../src/physics/folded/foldedRows';
import { TISSUE_CONDUCTIVITIES } from '../../../../../src/physics/voxels/tissues';
import { strengthsOf, typicalSets } from './choosePoses';
import { leadingPatterns, type Patterns } from './fitPatterns';
import { fitRest } from './fitRest';
import { applyTensors, fitTensors, fitWideTensors } from './fitTensors';
import { fieldPart, inverseSizes, smoothNumbers } from './smoothFields';
import type { FoldedFields } from './solveFolded';

/** Raised whenever a change of the builder changes the file. */
const BUILDER = 'voxels 1 mm with a correction from 0.5 mm, version 2';
/** Steps of the stored numbers: of the tensors as they are, of the patterns relative to a field whose components have a mean square of one over the cortex. */
const TENSOR_STEP = 1 / 128;
const PATTERN_STEP = 0.003;
const PATTERNS = 88;
/** The differences of the smooth field are known far better than the tensors that take them would need. */
const RIDGE = 1e-5;

export interface MadeRows {
  readonly rows: FoldedRows;
  /** What turns a field from voxels of 1 mm into one from 0.5 mm: row-major 3 × 3 a vertex. */
  readonly correction: Float64Array;
}

/** The rows from the solved fields: the correction to 0.5 mm, tensors, and the leading patterns of what they leave, rounded. */
export function makeRows(fields: FoldedFields, report: (text: string) => void): MadeRows {
  const { operator, surfaces, training, coarse, fine, vertices } = fields;
  const count = vertices.missing.length;
  const smooth = smoothNumbers(fields, training, surfaces.cortex.positions);
  const weights = inverseSizes(smooth.map(fieldPart));
  const correction = fine.training.length > 0 ? fitTensors(coarse.training, fine.training, weights) : identities(count);
  const neighbors = neighborsOfMissing(surfaces.cortex.triangles, vertices.missing);
  const target = coarse.training.map((field) => {
    const corrected = applyTensors(correction, 3, field);
    fillFromNeighbors(corrected, neighbors, 3);
    return corrected;
  });
  report('correction from 0.5 mm');
  const tensors = rounded(fitWideTensors(smooth, SMOOTH_NUMBERS, target, weights, RIDGE), TENSOR_STEP);
  report('tensors');
  const steps = Float64Array.from(tensors, (value) => TENSOR_STEP * value);
  const rest = target.map((field, pose) => {
    const predicted = applyTensors(steps, SMOOTH_NUMBERS, smooth[pose]);
    return field.map((value, row) => weights[pose] * (value - predicted[row]));
  });
  const { patterns, mixing } = patternsOf(fields, rest, weights);
  report('patterns');
  return {
    rows: {
      vertexCount: count,
      modeCount: operator.modeCount,
      patternCount: PATTERNS,
      tensors,
      tensorStep: TENSOR_STEP,
      patterns: joined(patterns.map((pattern) => rounded(pattern, PATTERN_STEP))),
      patternStep: PATTERN_STEP,
      mixing: Float32Array.from(mixing),
      assumed: packBits(vertices.missing),
      provenance: provenanceOf(fields, BUILDER),
    },
    correction,
  };
}

const rounded = (values: ArrayLike<number>, step: number): Int16Array =>
  Int16Array.from(values, (value) => Math.max(-32_768, Math.min(32_767, Math.round(value / step))));

function joined(parts: readonly Int16Array[]): Int16Array {
  const out = new Int16Array(parts.length * parts[0].length);
  parts.forEach((part, n) => {
    out.set(part, n * part.length);
  });
  return out;
}

/** Leading patterns of the rest, with the mixing taken back to strengths as the operator gives them. */
function patternsOf({ operator, surfaces, training, vertices }: FoldedFields, rest: Float32Array[], weights: Float64Array): Patterns {
  const { modeCount } = operator;
  const unit = inSize(strengthsOf(operator, typicalSets(surfaces.displayScalp)), modeCount);
  const strengths = strengthsOf(operator, training).map((value, i) => value * weights[Math.floor(i / modeCount)]);
  const size = Math.sqrt(strengths.reduce((sum, value) => sum + value * value, 0) / training.length);
  // Root mean square of each mode in typical poses of size one; what is unlike in the training poses would make the late modes count for more than they do.
  const scales = new Float64Array(modeCount);
  for (let i = 0; i < unit.length; i++) scales[i % modeCount] += (size * unit[i]) ** 2 / (unit.length / modeCount);
  for (let m = 0; m < modeCount; m++) scales[m] = Math.sqrt(scales[m]);
  const fitted = fitRest(
    rest,
    strengths.map((value, i) => value / scales[i % modeCount]),
    modeCount,
  );
  const rows = rest[0].length;
  const areas = corticalAreas(surfaces.cortex);
  const made = leadingPatterns(
    Array.from({ length: modeCount }, (_, m) => fitted.subarray(m * rows, (m + 1) * rows)),
    unit.map((value, i) => (size * value) / scales[i % modeCount]),
    Float32Array.from({ length: rows }, (_, row) => (vertices.missing[Math.floor(row / 3)] ? 0 : areas[Math.floor(row / 3)])),
    PATTERNS,
  );
  return { patterns: made.patterns, mixing: made.mixing.map((value, i) => value / scales[i % modeCount]) };
}

/** Each pose's strengths over their length. */
function inSize(strengths: Float64Array, modes: number): Float64Array {
  const out = strengths.slice();
  for (let pose = 0; pose < out.length; pose += modes) {
    const one = out.subarray(pose, pose + modes);
    const length = Math.sqrt(one.reduce((sum, value) => sum + value * value, 0));
    for (let m = 0; m < modes; m++) one[m] /= length;
  }
  return out;
}

/** What the header of a file says of its origin. */
export function provenanceOf({ operatorFile, labelsFile, training, fine }: FoldedFields, builder: string): FoldedProvenance {
  return {
    operator: crc32(operatorFile),
    labels: basename(labelsFile),
    builder,
    conductivities: TISSUE_CONDUCTIVITIES,
    trainingPoses: training.length,
    fineTrainingPoses: fine.training.length,
  };
}

function identities(count: number): Float64Array {
  return Float64Array.from({ length: 9 * count }, (_, i) => (i % 9 === 0 || i % 9 === 4 || i % 9 === 8 ? 1 : 0));
}

const packBits = (flags: Uint8Array): Uint8Array => {
  const out = new Uint8Array(Math.ceil(flags.length / 8));
  flags.forEach((flag, i) => {
    out[i >> 3] |= flag << (i & 7);
  });
  return out;
};

type Neighbors = readonly (readonly [number, readonly number[]])[];

/** Every missing vertex with those around it that are known, nearest rings first so that each has some. */
export function neighborsOfMissing(triangles: ArrayLike<number>, missing: Uint8Array): Neighbors {
  const around = new Map<number, Set<number>>();
  for (let t = 0; t < triangles.length; t++) {
    const base = t - (t % 3);
    if (!missing[triangles[t]]) continue;
    const set = around.get(triangles[t]) ?? new Set();
    for (let k = 0; k < 3; k++) if (triangles[base + k] !== triangles[t]) set.add(triangles[base + k]);
    around.set(triangles[t], set);
  }
  const out: (readonly [number, readonly number[]])[] = [];
  const unknown = new Set(around.keys());
  while (unknown.size > 0) {
    const ready = [...unknown].filter((v) => [...around.get(v)!].some((other) => !unknown.has(other)));
    if (ready.length === 0) break;
    for (const v of ready) out.push([v, [...around.get(v)!].filter((other) => !unknown.has(other))]);
    for (const v of ready) unknown.delete(v);
  }
  return out;
}

export function fillFromNeighbors(values: Float64Array | Float32Array, neighbors: Neighbors, stride: number): void {
  for (const [v, others] of neighbors)
    for (let k = 0; k < stride; k++)
      values[stride * v + k] = others.reduce((sum, other) => sum + values[stride * other + k], 0) / others.length;
}
