import type { RigidTransform } from '../../core/rigidTransform';
import type { Vec3 } from '../../core/vec3';
import type { Surface } from '../../head/surface';
import type { Dipoles } from '../../physics/dipoles';
import type { TissueFactors } from '../../physics/folded/foldedSlopes';
import type { FieldComponent, FieldModel } from '../../state/choices';
import type { FieldGrid } from '../grid/fieldGrid';
import type { HeadData } from './headData';

/** What the worker must know of the head; sent once. */
export interface HeadForField {
  readonly brainShell: Surface;
  readonly cortex: Surface;
  /** Center of the best-fitting sphere [m]. */
  readonly sphereCenter: Vec3;
}

/** One pose to compute: everything that changes the field per unit rate, and nothing that only scales it. */
export interface FieldRequest {
  /** Grows with every request, so that an answer can be told from an earlier one. */
  readonly serial: number;
  readonly model: FieldModel;
  /** Coil frame, moments per ampere. */
  readonly dipoles: Dipoles;
  readonly pose: RigidTransform;
  /** Cortical point of the target [m, head frame]. */
  readonly target: Vec3;
  /** Conductivities of the folded cortex over its own; those where none are given. */
  readonly factors?: TissueFactors;
}

/**
 * The field of one pose per unit source: V/m per A/s for electric fields, T per A for the magnetic flux density.
 * Multiply by dI/dt (or by the current) to get what is shown.
 */
export interface FieldResult {
  /** What was computed; the sphere where the data of the asked one is not there. */
  readonly model: FieldModel;
  /** Conductivities of the folded cortex over its own, as computed: ones until the slopes are there. */
  readonly factors: TissueFactors;
  /** Serial of the request that this answers. */
  readonly request: number;
  /** One vector per node of the full grid, stride 3; zero at nodes that carry no field. For the folded cortex that of the three shells. */
  readonly values: Float32Array;
  /** The same as half floats over `maximum`, stride 4 (the fourth is 0), for a 3-D texture. */
  readonly texels: Uint16Array;
  /** Largest magnitude on the grid, per unit source. */
  readonly maximum: number;
  /** The field at every vertex of the cortex, stride 3, where the model has one of its own there; null where the cortex is read from the grid. */
  readonly onCortex: Float32Array | null;
  readonly summary: FieldSummary;
  readonly depthCurve: DepthCurve;
  /** Milliseconds in the worker: coil → grid → summary. */
  readonly computeTime: number;
}

/** Summary measures over the cortical surface, per unit source; the measures are those of the magnitude. */
export interface FieldSummary extends ComponentMeasures {
  readonly atTarget: TargetReading;
  /** Measures of the part along the cortical normal; the maximum keeps its sign, peak and area are those of its size. */
  readonly normal: ComponentMeasures;
  /** Measures of the part along the surface. */
  readonly tangential: ComponentMeasures;
}

/** Means over the cortex around the target (`targetPatch`), per unit source: of what is colored there, and of the vectors. */
export interface TargetReading extends Readonly<Record<FieldComponent, number>> {
  readonly vector: Vec3;
}

/** Summary measures of one component of the field, per unit source. */
export interface ComponentMeasures {
  /** Area-weighted 99.9th percentile of the size. */
  readonly peak: number;
  /** The value that is largest in size. */
  readonly maximum: number;
  readonly maximumPoint: Vec3;
  /** Area-weighted center [m] of the strongest 1 % of the cortical surface. */
  readonly hotSpotCenter: Vec3;
  /** Cortical area [m²] with at least half the peak. */
  readonly areaAboveHalf: number;
}

/** Field along the coil's z axis, from the face of the casing into the head. */
export interface DepthCurve {
  /** Distance from the coil center along +z, in metres. */
  readonly distance: Float32Array;
  /** Magnitude of the chosen model's field, per unit source; NaN outside the brain for electric fields. */
  readonly magnitude: Float32Array;
  /** Magnitude of the coil's magnetic flux density in air, T per A. */
  readonly fluxDensity: Float32Array;
}

export type ToWorker =
  | { readonly kind: 'head'; readonly head: HeadForField }
  | { readonly kind: 'data'; readonly name: HeadData; readonly bytes: Uint8Array }
  | { readonly kind: 'compute'; readonly id: number; readonly request: FieldRequest }
  | { readonly kind: 'beside'; readonly id: number; readonly request: FieldRequest }
  | { readonly kind: 'turns'; readonly id: number; readonly request: FieldRequest };

export type FromWorker =
  | { readonly kind: 'ready'; readonly grid: FieldGrid; readonly backend: 'wasm' | 'typescript' }
  | { readonly kind: 'dataReady'; readonly name: HeadData }
  | { readonly kind: 'dataRefused'; readonly name: HeadData; readonly message: string }
  | { readonly kind: 'beside'; readonly id: number; readonly result: FieldResult | null }
  | { readonly kind: 'turns'; readonly id: number /** Null where they could not be computed. */; readonly vectors: Float32Array | null }
  | { readonly kind: 'result'; readonly id: number; readonly result: FieldResult }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };
