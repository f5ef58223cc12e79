/**
 * The folded cortex as rows: E at vertex v = Σ_m R(v, m) c_m with the strengths c of the three-shell modes. The rows are stored as T·U + D: U, the three-shell
 * field of mode m at the vertex, is known from the grid; the tensor T (9 numbers a vertex) turns and stretches it as the folds do on average; D is the small rest.
 */
export interface FoldedRows {
  readonly vertexCount: number;
  readonly modeCount: number;
  /** Row-major 3 × 3 per vertex, in steps of `tensorStep`. */
  readonly tensors: Int16Array;
  readonly tensorStep: number;
  /** D: mode, then vertex, then axis, in steps of `restStep` over the scale of the mode. */
  readonly rest: Int16Array;
  readonly restStep: number;
  /** Typical strength of each mode: c / scale is about one. */
  readonly modeScales: Float32Array;
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
