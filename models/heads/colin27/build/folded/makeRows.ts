import { basename } from 'node:path';
import { crc32 } from '../../../../../src/core/crc32';
import type { Dipoles } from '../../../../../src/physics/dipoles';
import type { FoldedProvenance, FoldedRows } from '../../../../../src/physics/folded/foldedRows';
import { forSmoothModes } from '../../../../../src/physics/folded/smoothModes';
import { gridCells } from '../../../../../src/physics/modes/gridCells';
import { typescriptEngine } from '../../../../../src/physics/modes/modesEngine';
import { sampleTrilinear } from '../../../../../src/physics/modes/sampleTrilinear';
import { TISSUE_CONDUCTIVITIES } from '../../../../../src/physics/voxels/tissues';
import { strengthsOf, typicalShares } from './choosePoses';
import { fitRest } from './fitRest';
import { applyTensors, fitTensors, product3 } from './fitTensors';
import type { FoldedFields } from './solveFolded';

/** Raised whenever a change of the builder changes the file. */
const BUILDER = 'voxels 1 mm with a correction from 0.5 mm, version 1';
/** Steps of the stored numbers: of the tensors as they are, of the rest relative to the mean square of a field component that is one over the cortex. */
const TENSOR_STEP = 1 / 128;
export const REST_STEP = 0.003;

/** Three-shell fields of sets of dipoles at points: one array of stride 3 a set. */
export function smoothFields(
  { operator }: Pick<FoldedFields, 'operator'>,
  sets: readonly Dipoles[],
  points: ArrayLike<number>,
): Float32Array[] {
  const engine = typescriptEngine(operator);
  const cells = gridCells(operator.grid, points);
  const samples = new Float32Array((4 * points.length) / 3);
  return sets.map((dipoles) => {
    sampleTrilinear(engine.evaluate(dipoles), cells, samples);
    return Float32Array.from({ length: points.length }, (_, c) => samples[4 * Math.floor(c / 3) + (c % 3)]);
  });
}

/** One over the root mean square of each field: relative errors count alike. */
export const inverseSizes = (fields: readonly Float32Array[]): Float64Array =>
  Float64Array.from(fields, (field) => 1 / Math.sqrt(field.reduce((sum, value) => sum + value * value, 0) / field.length));

/** The rows from the solved fields: tensors, the rest on the strengths of the modes, the correction to 0.5 mm, quantized. */
export function makeRows(fields: FoldedFields): FoldedRows {
  const { operator, surfaces, training, coarse, fine, vertices } = fields;
  const positions = surfaces.cortex.positions;
  const { modeCount } = operator;
  const smooth = smoothFields(fields, training, positions);
  const weights = inverseSizes(smooth);
  const tensors = fitTensors(smooth, coarse.training, weights);
  const { strengths, scales } = scaledStrengths(strengthsOf(operator, training), weights, typicalShares(surfaces.displayScalp, operator));
  const rest = coarse.training.map((field, pose) => {
    const predicted = applyTensors(tensors, smooth[pose]);
    return field.map((value, row) => weights[pose] * (value - predicted[row]));
  });
  const fitted = fitRest(rest, strengths, modeCount);
  const correction = fine.training.length > 0 ? fitTensors(coarse.training, fine.training, weights) : identities(vertices.missing.length);
  const assumed = packBits(vertices.missing);
  return {
    vertexCount: vertices.missing.length,
    modeCount,
    ...quantized(fields, tensors, fitted, correction, scales),
    modeScales: scales,
    assumed,
    provenance: provenanceOf(fields, BUILDER),
  };
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

/** Strengths over the size of each field and the scale of each mode: its share in typical poses, times the size of all strengths of a field of size one. */
function scaledStrengths(
  raw: Float64Array,
  weights: Float64Array,
  shares: Float64Array,
): { strengths: Float64Array; scales: Float32Array } {
  const modes = shares.length;
  const strengths = raw.map((value, i) => value * weights[Math.floor(i / modes)]);
  const size = Math.sqrt(strengths.reduce((sum, value) => sum + value * value, 0) / weights.length);
  const scales = Float32Array.from(shares, (share) => size * share);
  return { strengths: strengths.map((value, i) => value / scales[i % modes]), scales };
}

/** C·(T·U + D) as a rounded tensor C·T and what is left; vertices without grey matter take the mean of their neighbors. */
function quantized(
  { operator, surfaces, vertices }: FoldedFields,
  tensors: Float64Array,
  fitted: Float32Array,
  correction: Float64Array,
  scales: Float32Array,
): Pick<FoldedRows, 'tensors' | 'tensorStep' | 'rest' | 'restStep'> {
  const { modeCount } = operator;
  const count = vertices.missing.length;
  const corrected = new Float64Array(9 * count);
  for (let v = 0; v < count; v++) corrected.set(product3(correction.subarray(9 * v, 9 * v + 9), tensors.subarray(9 * v, 9 * v + 9)), 9 * v);
  const neighbors = neighborsOfMissing(surfaces.cortex.triangles, vertices.missing);
  fillFromNeighbors(corrected, neighbors, 9);
  const rounded = Int16Array.from(corrected, (value) => Math.max(-32_768, Math.min(32_767, Math.round(value / TENSOR_STEP))));
  const left = new Float32Array(fitted.length);
  forSmoothModes(operator, surfaces.cortex.positions, (v, modes) => {
    for (let a = 0; a < 3; a++)
      for (let m = 0; m < modeCount; m++) {
        let sum = 0;
        for (let k = 0; k < 3; k++) {
          sum += correction[9 * v + 3 * a + k] * fitted[m * 3 * count + 3 * v + k];
          sum += scales[m] * (corrected[9 * v + 3 * a + k] - TENSOR_STEP * rounded[9 * v + 3 * a + k]) * modes[k * modeCount + m];
        }
        left[m * 3 * count + 3 * v + a] = sum;
      }
  });
  for (let m = 0; m < modeCount; m++) fillFromNeighbors(left.subarray(m * 3 * count, (m + 1) * 3 * count), neighbors, 3);
  const rest = Int16Array.from(left, (value) => Math.max(-32_768, Math.min(32_767, Math.round(value / REST_STEP))));
  return { tensors: rounded, tensorStep: TENSOR_STEP, rest, restStep: REST_STEP };
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

function fillFromNeighbors(values: Float64Array | Float32Array, neighbors: Neighbors, stride: number): void {
  for (const [v, others] of neighbors)
    for (let k = 0; k < stride; k++)
      values[stride * v + k] = others.reduce((sum, other) => sum + values[stride * other + k], 0) / others.length;
}
