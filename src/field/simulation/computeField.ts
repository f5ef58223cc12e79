import { DataUtils } from 'three';
import { placeDipoles } from '../../coil/placeDipoles';
import { crc32 } from '../../core/crc32';
import { InputError } from '../../core/inputError';
import type { RigidTransform } from '../../core/rigidTransform';
import { at, type Vec3 } from '../../core/vec3';
import { corticalAreas } from '../../head/corticalAreas';
import { insideSurface } from '../../head/insideSurface';
import type { Surface } from '../../head/surface';
import type { Dipoles } from '../../physics/dipoles';
import { createFoldedEngine, type FoldedEngine } from '../../physics/folded/foldedEngine';
import {
  type Bend,
  bendField,
  bendFor,
  type FoldedSlopes,
  isStandard,
  STANDARD_FACTORS,
  type TissueFactors,
} from '../../physics/folded/foldedSlopes';
import { readRows } from '../../physics/folded/rowsFile';
import { readSlopes } from '../../physics/folded/slopesFile';
import { magneticFluxDensity } from '../../physics/magneticFluxDensity';
import { createModesEngine, type ModesEngine } from '../../physics/modes/modesEngine';
import { readOperator } from '../../physics/modes/readOperator';
import { createPointFields, type PointFields } from '../../physics/wasm/pointFields';
import type { FieldModel } from '../../state/choices';
import { axisPoints } from '../grid/depthCurve';
import { splitByNormals } from '../grid/fieldComponents';
import { createFieldGrid, type FieldGrid, nodePositions } from '../grid/fieldGrid';
import { sampleGrid } from '../grid/sampleGrid';
import { patchMean, patchMeanVector, targetPatch } from '../grid/targetPatch';
import { areaAbove, areaWeightedPercentile, centroidAbove, indexOfMaximum, magnitudes } from '../measures/summaryMeasures';
import { TURNS, turnedPose } from '../search/bestHandle';
import type { ComponentMeasures, DepthCurve, FieldRequest, FieldResult, FieldSummary, HeadForField } from './fieldMessages';
import type { HeadData } from './headData';
import { rungOf } from './modelLadder';

/** Depth of the last sample of the depth curve below the coil center, and the number of samples. */
const DEPTH_RANGE = 0.08;
const DEPTH_SAMPLES = 161;

const OPERATOR_NAME = 'operator.bin';
const ROWS_NAME = 'folded.bin';
const SLOPES_NAME = 'foldedSlopes.bin';

/** Holds what stays the same from pose to pose and answers requests; the same code in the worker, the tests and the benchmark. */
export class FieldComputer {
  readonly grid: FieldGrid;
  readonly #brainShell: Surface;
  readonly #cortex: Surface;
  readonly #areas: Float32Array;
  readonly #nodes: Float64Array;
  readonly #closedForm: PointFields;
  readonly #kernels: BufferSource | null;
  readonly #fluxDensity: Float64Array;
  readonly #cortexField: Float32Array;
  readonly #cortexMagnitude: Float32Array;
  readonly #cortexNormal: Float32Array;
  readonly #cortexTangential: Float32Array;
  #modes: ModesEngine | null = null;
  #operatorChecksum = 0;
  #folded: FoldedEngine | null = null;
  #rowsChecksum = 0;
  #slopes: FoldedSlopes | null = null;
  #bend: Bend | null = null;

  /** `kernels`: the bytes of fieldKernels.wasm, or null for the TypeScript twins. */
  static async create(head: HeadForField, kernels: BufferSource | null): Promise<FieldComputer> {
    const grid = createFieldGrid(head.brainShell);
    const nodes = nodePositions(grid);
    return new FieldComputer(head, grid, nodes, await createPointFields(nodes, head.sphereCenter, kernels), kernels);
  }

  private constructor(head: HeadForField, grid: FieldGrid, nodes: Float64Array, closedForm: PointFields, kernels: BufferSource | null) {
    this.grid = grid;
    this.#brainShell = head.brainShell;
    this.#cortex = head.cortex;
    this.#areas = corticalAreas(head.cortex);
    this.#nodes = nodes;
    this.#closedForm = closedForm;
    this.#kernels = kernels;
    this.#fluxDensity = new Float64Array(nodes.length);
    this.#cortexField = new Float32Array(head.cortex.positions.length);
    const vertices = head.cortex.positions.length / 3;
    this.#cortexMagnitude = new Float32Array(vertices);
    this.#cortexNormal = new Float32Array(vertices);
    this.#cortexTangential = new Float32Array(vertices);
  }

  /** What runs the kernels here. */
  get backend(): PointFields['backend'] {
    return this.#closedForm.backend;
  }

  /** Takes a file of the head in use; until then requests that need it are answered with the sphere. A bad file is refused by name. */
  async attach(name: HeadData, bytes: Uint8Array): Promise<void> {
    if (name === 'operator') await this.#attachOperator(bytes);
    else if (name === 'rows') this.#attachRows(bytes);
    else this.#attachSlopes(bytes);
  }

  #attachRows(bytes: Uint8Array): void {
    if (!this.#modes) throw new InputError(`${ROWS_NAME} goes on from ${OPERATOR_NAME}, which is not in use.`);
    const rows = readRows(bytes, ROWS_NAME);
    const vertices = this.#cortex.positions.length / 3;
    if (rows.provenance.operator !== this.#operatorChecksum || rows.vertexCount !== vertices)
      throw new InputError(`${ROWS_NAME} belongs to another head: it was made for another operator or another cortex.`);
    this.#folded = createFoldedEngine(this.#modes, rows, this.#cortex.positions);
    this.#rowsChecksum = crc32(bytes);
  }

  #attachSlopes(bytes: Uint8Array): void {
    if (!this.#folded) throw new InputError(`${SLOPES_NAME} goes on from ${ROWS_NAME}, which is not in use.`);
    const slopes = readSlopes(bytes, SLOPES_NAME);
    if (slopes.rows !== this.#rowsChecksum) throw new InputError(`${SLOPES_NAME} belongs to other rows than ${ROWS_NAME}.`);
    this.#slopes = slopes;
  }

  /** The field at the vertices of the pose that was evaluated last; a view which the next call overwrites. */
  #foldedField(folded: FoldedEngine, factors: TissueFactors): Float32Array {
    const field = folded.evaluate();
    if (!this.#slopes || isStandard(factors)) return field;
    this.#bend = bendFor(this.#slopes, factors, this.#bend);
    return bendField(this.#bend.tensors, field);
  }

  async #attachOperator(bytes: Uint8Array): Promise<void> {
    const operator = await readOperator(bytes, OPERATOR_NAME, this.#kernels);
    const { origin, spacing, dimensions, nodes } = this.grid;
    const same =
      operator.grid.spacing === spacing &&
      origin.every((value, axis) => Math.abs(value - operator.grid.origin[axis]) < 1e-9) &&
      dimensions.every((value, axis) => value === operator.grid.dimensions[axis]) &&
      nodes.length === operator.grid.nodes.length &&
      nodes.every((value, n) => value === operator.grid.nodes[n]);
    if (!same) throw new InputError(`${OPERATOR_NAME} belongs to another head: its grid is not the one of this head.`);
    this.#modes = await createModesEngine(operator, this.#kernels);
    this.#operatorChecksum = crc32(bytes);
  }

  /** Coil → dipoles → grid → summary measures. */
  compute(request: FieldRequest): FieldResult {
    const start = performance.now();
    const dipoles = placeDipoles(request.dipoles, request.pose);
    const model = this.#served(request.model);
    const values = this.#spread(this.#nodeField(model, dipoles));
    const factors = (this.#slopes && model === 'folded' && request.factors) || STANDARD_FACTORS;
    const onCortex = model === 'folded' && this.#folded ? this.#foldedField(this.#folded, factors).slice() : null;
    const summary = this.#summarize(values, onCortex, request.target);
    const depthCurve = this.#depthCurve(model, request.pose, dipoles, values);
    const { texels, maximum } = packTexels(values);
    const computeTime = performance.now() - start;
    return { model, factors, request: request.serial, values, onCortex, texels, maximum, summary, depthCurve, computeTime };
  }

  /** Field per unit source around the target with the coil turned about its own axis, for `bestHandle`, from the same grid as all else. */
  turns(request: FieldRequest): Float32Array {
    const model = this.#served(request.model);
    const patch = targetPatch(this.#cortex, request.target);
    const stride = 3 * patch.vertices.length;
    const vectors = new Float32Array(TURNS * stride);
    for (let n = 0; n < TURNS; n++) {
      const dipoles = placeDipoles(request.dipoles, turnedPose(request.pose, (2 * Math.PI * n) / TURNS));
      const values = this.#spread(this.#nodeField(model, dipoles));
      const onCortex =
        model === 'folded' && this.#folded
          ? this.#foldedField(this.#folded, request.factors ?? STANDARD_FACTORS)
          : sampleGrid(this.grid, values, this.#cortex.positions, this.#cortexField);
      patch.vertices.forEach((vertex, k) => {
        for (let axis = 0; axis < 3; axis++) vectors[n * stride + 3 * k + axis] = patch.weights[k] * onCortex[3 * vertex + axis];
      });
    }
    return vectors;
  }

  /** The model that answers a request: the sphere while what it needs is not there. */
  #served(model: FieldModel): FieldModel {
    const missing = { operator: this.#modes === null, rows: this.#folded === null };
    return rungOf(model).needs.some((name) => missing[name]) ? 'sphere' : model;
  }

  /** Field per unit source at the nodes that carry one. */
  #nodeField(model: FieldModel, dipoles: Dipoles): ArrayLike<number> {
    if ((model === 'modes' || model === 'folded') && this.#modes) return this.#modes.evaluate(dipoles);
    if (model === 'magneticFluxDensity') return magneticFluxDensity(dipoles, this.#nodes, this.#fluxDensity);
    return model === 'primaryField' ? this.#closedForm.primaryField(dipoles) : this.#closedForm.sphereElectricField(dipoles);
  }

  /** From the nodes that carry a field to the full grid. */
  #spread(nodeField: ArrayLike<number>): Float32Array {
    const [nx, ny, nz] = this.grid.dimensions;
    const values = new Float32Array(3 * nx * ny * nz);
    for (let n = 0; n < this.grid.nodes.length; n++) {
      const target = 3 * this.grid.nodes[n];
      values[target] = nodeField[3 * n];
      values[target + 1] = nodeField[3 * n + 1];
      values[target + 2] = nodeField[3 * n + 2];
    }
    return values;
  }

  #summarize(values: Float32Array, onCortex: Float32Array | null, target: Vec3): FieldSummary {
    const { positions, normals } = this.#cortex;
    const vectors = onCortex ?? sampleGrid(this.grid, values, positions, this.#cortexField);
    splitByNormals(vectors, normals, this.#cortexNormal, this.#cortexTangential);
    const magnitude = magnitudes(vectors, this.#cortexMagnitude);
    const patch = targetPatch(this.#cortex, target);
    return {
      ...this.#measures(magnitude),
      atTarget: {
        magnitude: patchMean(patch, magnitude),
        normal: patchMean(patch, this.#cortexNormal),
        tangential: patchMean(patch, this.#cortexTangential),
        vector: patchMeanVector(patch, vectors),
      },
      normal: this.#signedMeasures(),
      tangential: this.#measures(this.#cortexTangential),
    };
  }

  #measures(sizes: Float32Array): ComponentMeasures {
    const { positions } = this.#cortex;
    const strongest = indexOfMaximum(sizes);
    const peak = areaWeightedPercentile(sizes, this.#areas, 0.999);
    const topPercent = areaWeightedPercentile(sizes, this.#areas, 0.99);
    return {
      peak,
      maximum: sizes[strongest],
      maximumPoint: at(positions, strongest),
      hotSpotCenter: centroidAbove(positions, sizes, this.#areas, topPercent),
      areaAboveHalf: areaAbove(sizes, this.#areas, peak / 2),
    };
  }

  #signedMeasures(): ComponentMeasures {
    const sizes = this.#cortexMagnitude;
    for (let n = 0; n < sizes.length; n++) sizes[n] = Math.abs(this.#cortexNormal[n]);
    return { ...this.#measures(sizes), maximum: this.#cortexNormal[indexOfMaximum(sizes)] };
  }

  #depthCurve(model: FieldModel, pose: RigidTransform, dipoles: Dipoles, values: Float32Array): DepthCurve {
    const distance = Float32Array.from({ length: DEPTH_SAMPLES }, (_, n) => (n * DEPTH_RANGE) / (DEPTH_SAMPLES - 1));
    const points = axisPoints(pose, distance);
    const fluxDensity = magnitudes(magneticFluxDensity(dipoles, points, new Float64Array(points.length)), new Float32Array(DEPTH_SAMPLES));
    if (model === 'magneticFluxDensity') return { distance, magnitude: fluxDensity, fluxDensity };
    const inside = insideSurface(this.#brainShell, points);
    const magnitude = magnitudes(sampleGrid(this.grid, values, points, new Float32Array(points.length)), new Float32Array(DEPTH_SAMPLES));
    for (let n = 0; n < DEPTH_SAMPLES; n++) if (!inside[n]) magnitude[n] = Number.NaN;
    return { distance, magnitude, fluxDensity };
  }
}

/** Half floats of values / maximum: per unit rate the field is about 1e-6, which a half float could not hold. */
export function packTexels(values: Float32Array): { texels: Uint16Array; maximum: number } {
  let square = 0;
  for (let p = 0; p < values.length; p += 3) {
    square = Math.max(square, values[p] * values[p] + values[p + 1] * values[p + 1] + values[p + 2] * values[p + 2]);
  }
  const maximum = Math.sqrt(square);
  const texels = new Uint16Array((values.length / 3) * 4);
  if (maximum === 0) return { texels, maximum };
  const inverse = 1 / maximum;
  for (let p = 0, t = 0; p < values.length; p += 3, t += 4) {
    if (values[p] === 0 && values[p + 1] === 0 && values[p + 2] === 0) continue;
    texels[t] = DataUtils.toHalfFloat(values[p] * inverse);
    texels[t + 1] = DataUtils.toHalfFloat(values[p + 1] * inverse);
    texels[t + 2] = DataUtils.toHalfFloat(values[p + 2] * inverse);
  }
  return { texels, maximum };
}
