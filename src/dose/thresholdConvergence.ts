import { huntThreshold, type ThresholdRule } from './huntThreshold';
import { drawVirtualSubject } from './recruitmentPopulation';

/** How a rule does over many virtual subjects; errors are estimate minus truth, in fractions of the maximum output. */
export interface ConvergenceStudy {
  readonly games: number;
  /** Games that ended without an estimate. */
  readonly failures: number;
  readonly meanError: number;
  readonly standardDeviation: number;
  readonly largestError: number;
  readonly meanPulses: number;
}

/** Plays `games` seeded games, one new virtual subject each: game g uses seed + g for the subject and seed + g + 1 000 000 for the trials. */
export function studyConvergence(rule: ThresholdRule, games = 500, seed = 1): ConvergenceStudy {
  let failures = 0;
  let sum = 0;
  let sumOfSquares = 0;
  let largest = 0;
  let pulses = 0;
  for (let game = 0; game < games; game++) {
    const subject = drawVirtualSubject(seed + game);
    const hunt = huntThreshold(subject, seed + game + 1_000_000, rule);
    pulses += hunt.pulses;
    if (hunt.estimate === undefined) {
      failures++;
      continue;
    }
    const error = hunt.estimate - subject.restingThreshold;
    sum += error;
    sumOfSquares += error * error;
    largest = Math.max(largest, Math.abs(error));
  }
  const finished = games - failures;
  const meanError = sum / finished;
  const variance = (sumOfSquares - finished * meanError * meanError) / (finished - 1);
  return { games, failures, meanError, standardDeviation: Math.sqrt(variance), largestError: largest, meanPulses: pulses / games };
}
