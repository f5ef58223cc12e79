import type { Vec3 } from '../../core/vec3';

/** Where an operator comes from; written by the builder, shown on request. */
export interface OperatorProvenance {
  /** SHA-256 of the shells the operator was built from. */
  readonly shells: string;
  /** S/m. */
  readonly conductivities: { readonly scalp: number; readonly skull: number; readonly brain: number };
  readonly builder: string;
  readonly trainingPoses: number;
  readonly trainingSeed: number;
}

/**
 * The field of any coil outside one head: E on the grid nodes = U W b, with b the coil's B·n at sensors on a closed surface inside the brain. It
 * contains induction and the charges of all three shells.
 */
export interface ModesOperator {
  readonly grid: {
    readonly origin: Vec3;
    readonly spacing: number;
    readonly dimensions: readonly [number, number, number];
    /** Flat indices (x fastest) of the nodes that carry a field, ascending. */
    readonly nodes: Uint32Array;
  };
  readonly modeCount: number;
  /** A multiple of 4. Stride 3 [m] and unit vectors. */
  readonly sensorPositions: Float32Array;
  readonly sensorNormals: Float32Array;
  /** W, row-major, modeCount × sensors [V/m per A/s per step, per T/A]; the step of the integers is included. */
  readonly sensorMatrix: Float32Array;
  /** U as integers in the tiles of `combineModes`; rows x, y, z of node 0, then node 1, …, padded to whole tiles. */
  readonly tiles: Int16Array;
  readonly provenance: OperatorProvenance;
}
