import { z } from 'zod';
import { identifier, plainText, positiveNumber, sourcedNumber, sourcedText, sourcedValue } from '../../core/sourcedSchema';

const pure = sourcedValue(positiveNumber, '1');
const perSecond = sourcedValue(positiveNumber, '1/s');
const perBurst = sourcedValue(positiveNumber, '1/burst');
const seconds = sourcedValue(positiveNumber, 's');

const shape = z.strictObject({
  riseExponent: pure,
  fallExponent: pure,
  /** Rise and fall, in parts of the time to the peak. */
  rise: pure,
  fall: pure,
});

/** The form of `models/evidence/aftereffect.json`: constants of the revised Huang model, its limits, and what was measured in groups. */
export const aftereffectSchema = z.strictObject({
  constants: z.strictObject({
    burstGap: seconds,
    calciumDecay: perSecond,
    betweenTrainDecay: perSecond,
    metaplasticity: pure,
    facilitationRate: pure,
    facilitationDecay: perBurst,
    inhibitionRate: pure,
    inhibitionDecay: perBurst,
    longestPeakTime: seconds,
    halfPeakBursts: pure,
    peakSteepness: pure,
    facilitationPeakFraction: pure,
  }),
  shapes: z.strictObject({ inhibition: shape, facilitation: shape }),
  /** Percent of MEP amplitude per unit of the model: an inference, not part of it. */
  scale: sourcedNumber('percent of MEP amplitude per unit'),
  fit: z.strictObject({ rootMeanSquareError: pure, explainedVariance: pure }),
  /** To be printed wherever the curve is. */
  limits: z.array(sourcedText).min(1),
  measured: z
    .array(
      z.strictObject({
        id: identifier,
        label: plainText,
        peakChange: sourcedNumber('%'),
        standardError: sourcedNumber('%'),
        duration: seconds,
      }),
    )
    .min(1),
  /** People of single studies, by what their responses did. */
  people: z
    .array(
      z.strictObject({
        id: identifier,
        label: plainText,
        groups: z
          .array(
            z.strictObject({
              direction: z.enum(['more', 'neither', 'less']),
              label: plainText,
              people: sourcedValue(z.number().int().min(0).max(1000), '1'),
            }),
          )
          .min(2),
      }),
    )
    .min(1),
  /** Studies that answer "more pulses?" differently. */
  disagreements: z.array(sourcedText).min(1),
});
