import { normalCdf, normalQuantile } from './normalDistribution';
import { backgroundQuantile, RECRUITMENT_FLOOR, type RecruitmentParameters, recruitedDecades } from './recruitment';

/** The amplitude that counts as a response at rest [V]: 50 µV peak to peak. */
export const RESPONSE_CRITERION = 50e-6;

const STRATA = 64;
const BACKGROUND_STRATA = 16;
const _normalMidpoints = Float64Array.from({ length: STRATA }, (_, i) => normalQuantile((i + 0.5) / STRATA));

/**
 * Probability that a trial at `output` (fraction) reaches `criterion` [V]. The scatter before recruitment and the background are summed over
 * equal-probability strata (64 × 16), the scatter after it is integrated exactly, so there are no random numbers in the answer.
 */
export function responseProbability(p: RecruitmentParameters, output: number, criterion = RESPONSE_CRITERION): number {
  let sum = 0;
  for (let j = 0; j < BACKGROUND_STRATA; j++) {
    const missing = criterion - backgroundQuantile(p.background, (j + 0.5) / BACKGROUND_STRATA);
    if (missing <= 0) {
      sum += STRATA;
      continue;
    }
    const decades = Math.log10(missing / RECRUITMENT_FLOOR);
    for (let i = 0; i < STRATA; i++) {
      const recruited = recruitedDecades(p, 100 * output + p.excitabilityScatter * _normalMidpoints[i]);
      sum += normalCdf((recruited - decades) / p.pathwayScatter);
    }
  }
  return sum / (STRATA * BACKGROUND_STRATA);
}

/** The output (fraction) at which half the trials respond, to 1e-6; undefined when it is not reached at full output or passed at none. */
export function restingThreshold(p: RecruitmentParameters, criterion = RESPONSE_CRITERION): number | undefined {
  if (responseProbability(p, 1, criterion) < 0.5 || responseProbability(p, 0, criterion) >= 0.5) return undefined;
  let low = 0;
  let high = 1;
  while (high - low > 1e-6) {
    const middle = 0.5 * (low + high);
    if (responseProbability(p, middle, criterion) < 0.5) low = middle;
    else high = middle;
  }
  return 0.5 * (low + high);
}
