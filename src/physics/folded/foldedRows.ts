/** Numbers of the smooth field that a tensor takes: the field, then its difference along x, along y and along z (`nodeDifferences`). */
export const SMOOTH_NUMBERS = 12;
/** Numbers of a tensor: three rows of `SMOOTH_NUMBERS`. */
export const TENSOR_NUMBERS = 3 * SMOOTH_NUMBERS;

/**
 * The folded cortex as rows: E at vertex v = T(v)·(E₃, ΔE₃) + Σ_k P(v, k) y_k. E₃ and ΔE₃, the three-shell field at the vertex and its differences, are known from
 * the grid; T turns and stretches them as the folds do on average. What is left of the training fields has a few leading patterns P; their strengths y = M c follow
 * from the strengths c of the three-shell modes.
 */
export interface FoldedRows {
  readonly vertexCount: number;
  /** Modes of the operator whose strengths are taken. */
  readonly modeCount: number;
  /** A multiple of 4. */
  readonly patternCount: number;
  /** Row-major 3 × 12 per vertex, in steps of `tensorStep`. */
  readonly tensors: Int16Array;
  readonly tensorStep: number;
  /** P: pattern, then vertex, then axis, in steps of `patternStep`. */
  readonly patterns: Int16Array;
  readonly patternStep: number;
  /** M, row-major, patterns × modes [V/m per A/s, per strength]. */
  readonly mixing: Float32Array;
  /** One bit a vertex, lowest first: no grey matter was near, the row is the mean of its neighbors'. */
  readonly assumed: Uint8Array;
  readonly provenance: FoldedProvenance;
}

/** Where the rows come from; written by the builder. */
export interface FoldedProvenance {
  /** CRC-32 of the operator whose strengths they take. */
  readonly operator: number;
  readonly labels: string;
  readonly builder: string;
  /** S/m. */
  readonly conductivities: Readonly<Record<'white' | 'grey' | 'csf' | 'bone' | 'scalp', number>>;
  readonly trainingPoses: number;
  readonly fineTrainingPoses: number;
}
