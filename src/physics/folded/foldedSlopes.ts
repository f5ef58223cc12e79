/** Tissues whose conductivities can be changed. */
export const SLOPE_TISSUES = ['white', 'grey', 'csf'] as const;

export type SlopeTissue = (typeof SLOPE_TISSUES)[number];

/** Conductivity over that of the rows, by tissue. */
export type TissueFactors = Readonly<Record<SlopeTissue, number>>;

export const STANDARD_FACTORS: TissueFactors = { white: 1, grey: 1, csf: 1 };

/** Numbers of a slope at a vertex: row-major 3 × 3. */
export const SLOPE_NUMBERS = 9;

/**
 * How the field of the folded cortex follows the conductivities: E(σ) ≈ (1 + Σ_t ln(σ_t / σ⁰_t) D_t) E(σ⁰) at every vertex. Conductivities enter the equations of the potential
 * by their ratios, so their logarithms are what the field is nearly linear in.
 */
export interface FoldedSlopes {
  readonly vertexCount: number;
  /** D of each tissue, row-major 3 × 3 per vertex, in steps of `step`. */
  readonly slopes: Readonly<Record<SlopeTissue, Int16Array>>;
  readonly step: number;
  /** CRC-32 of the rows that they belong to. */
  readonly rows: number;
}

export const isStandard = (factors: TissueFactors): boolean => SLOPE_TISSUES.every((tissue) => factors[tissue] === 1);

/** Row-major 3 × 3 per vertex: 1 + Σ ln(factor) D. */
export function bendTensors({ vertexCount, slopes, step }: FoldedSlopes, factors: TissueFactors): Float32Array {
  const out = new Float32Array(SLOPE_NUMBERS * vertexCount);
  for (let v = 0; v < out.length; v += SLOPE_NUMBERS) for (let axis = 0; axis < 3; axis++) out[v + 4 * axis] = 1;
  for (const tissue of SLOPE_TISSUES) {
    const share = step * Math.log(factors[tissue]);
    if (share === 0) continue;
    const values = slopes[tissue];
    for (let i = 0; i < out.length; i++) out[i] += share * values[i];
  }
  return out;
}

/** The tensors for some factors, kept with them: a drag of the coil asks for the same again and again. */
export interface Bend {
  readonly factors: TissueFactors;
  readonly tensors: Float32Array;
}

/** The last tensors where the factors are the same, else new ones. */
export const bendFor = (slopes: FoldedSlopes, factors: TissueFactors, last: Bend | null): Bend =>
  last && SLOPE_TISSUES.every((tissue) => last.factors[tissue] === factors[tissue])
    ? last
    : { factors, tensors: bendTensors(slopes, factors) };

/** Turns a field at the vertices (stride 3) in place. */
export function bendField(tensors: Float32Array, field: Float32Array): Float32Array {
  for (let p = 0, t = 0; p < field.length; p += 3, t += SLOPE_NUMBERS) {
    const [x, y, z] = [field[p], field[p + 1], field[p + 2]];
    field[p] = tensors[t] * x + tensors[t + 1] * y + tensors[t + 2] * z;
    field[p + 1] = tensors[t + 3] * x + tensors[t + 4] * y + tensors[t + 5] * z;
    field[p + 2] = tensors[t + 6] * x + tensors[t + 7] * y + tensors[t + 8] * z;
  }
  return field;
}
