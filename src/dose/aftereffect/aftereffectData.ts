import data from '../../../models/evidence/aftereffect.json';
import type { Sourced, Verification } from '../../core/sourced';

/** A sentence that is shown beside a model or a figure, with where it comes from. */
export interface SourcedText {
  readonly text: string;
  readonly source: string;
  readonly verification: Verification;
}

export interface AftereffectShape {
  readonly riseExponent: Sourced<number>;
  readonly fallExponent: Sourced<number>;
  /** Rise and fall, in parts of the time to the peak. */
  readonly rise: Sourced<number>;
  readonly fall: Sourced<number>;
}

export interface MeasuredAftereffect {
  readonly id: string;
  readonly label: string;
  readonly peakChange: Sourced<number>;
  readonly standardError: Sourced<number>;
  readonly duration: Sourced<number>;
}

/** Constants of the revised Huang model, its limits, and what was measured in groups. */
export const aftereffectData = data as unknown as {
  readonly constants: Readonly<Record<keyof typeof data.constants, Sourced<number>>>;
  readonly shapes: { readonly inhibition: AftereffectShape; readonly facilitation: AftereffectShape };
  /** Percent of MEP amplitude per unit of the model: an inference, not part of it. */
  readonly scale: Sourced<number>;
  readonly fit: { readonly rootMeanSquareError: Sourced<number>; readonly explainedVariance: Sourced<number> };
  /** To be printed wherever the curve is. */
  readonly limits: readonly SourcedText[];
  readonly measured: readonly MeasuredAftereffect[];
  /** Studies that answer "more pulses?" differently. */
  readonly disagreements: readonly SourcedText[];
};
