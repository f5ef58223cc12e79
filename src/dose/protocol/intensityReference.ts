/** What a protocol's percentage refers to: resting or active motor threshold. */
export type IntensityReference = 'rMT' | 'aMT';

/** Thresholds as fractions of the maximum output. The active one is known only if it was measured: no model here produces it. */
export interface MotorThresholds {
  readonly resting: number;
  readonly active?: number;
}

/** Output for an intensity, or why there is none. */
export type IntensityOutput = { readonly output: number } | { readonly output: undefined; readonly reason: string };

/** `output = intensity · threshold`. No conversion between resting and active threshold is made: their ratio differs between people. */
export function outputForIntensity(intensity: number, reference: IntensityReference, thresholds: MotorThresholds): IntensityOutput {
  const threshold = reference === 'rMT' ? thresholds.resting : thresholds.active;
  if (threshold === undefined) {
    return { output: undefined, reason: 'The protocol refers to the active motor threshold, which was not measured.' };
  }
  const output = intensity * threshold;
  if (output > 1) return { output: undefined, reason: `The protocol asks for ${Math.round(100 * output)} % of the maximum output.` };
  return { output };
}
