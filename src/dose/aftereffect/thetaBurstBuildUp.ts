import { aftereffectData } from './aftereffectData';
import type { AftereffectConditions } from './thetaBurstAftereffect';
import { keptOverGap, metaplasticityFactor, thetaBurstTrain } from './thetaBurstTrain';

/** Three pulses at 50 Hz, first to last [s]. */
const BURST_LENGTH = 0.04;
/** Onset to onset of the bursts in a train [s]. */
export const BURST_PERIOD = aftereffectData.constants.burstGap.value + BURST_LENGTH;
/** Points with which a silence between trains is drawn. */
const SILENCE_POINTS = 8;

/** The state at one moment: seconds from the first pulse, and units of the model. */
export interface BuildUpPoint {
  readonly time: number;
  readonly calcium: number;
  readonly facilitation: number;
  readonly inhibition: number;
}

/**
 * How the three quantities of the revised Huang model go during the stimulation itself, burst by burst: each train starts from calcium 0,
 * as the model has it, and adds to what the silences left of facilitation and inhibition. The last point holds the facilitation and the
 * inhibition that `thetaBurstAftereffect` starts from. In the silences calcium is drawn with the decay it has between bursts.
 */
export function thetaBurstBuildUp({ pattern, priorContraction }: Omit<AftereffectConditions, 'laterContraction'>): BuildUpPoint[] {
  const { burstsInTrain, trains, gapBetweenTrains: gap } = pattern;
  const train = thetaBurstTrain(burstsInTrain, metaplasticityFactor(priorContraction));
  const length = burstsInTrain * BURST_PERIOD;
  const points: BuildUpPoint[] = [];
  let facilitation = 0;
  let inhibition = 0;
  for (let k = 0; k < trains; k++) {
    const start = k * (length + gap);
    points.push({ time: start, calcium: 0, facilitation, inhibition });
    for (let n = 0; n < burstsInTrain; n++) {
      points.push({
        time: start + (n + 1) * BURST_PERIOD,
        calcium: train.calcium[n],
        facilitation: facilitation + train.facilitation[n],
        inhibition: inhibition + train.inhibition[n],
      });
    }
    const end = points[points.length - 1];
    for (let n = 1; n <= SILENCE_POINTS && k < trains - 1 && gap > 0; n++) {
      const silence = (gap * n) / SILENCE_POINTS;
      const kept = keptOverGap(silence);
      points.push({
        time: start + length + silence,
        calcium: end.calcium * Math.exp(-aftereffectData.constants.calciumDecay.value * silence),
        facilitation: end.facilitation * kept,
        inhibition: end.inhibition * kept,
      });
    }
    facilitation = end.facilitation * keptOverGap(gap);
    inhibition = end.inhibition * keptOverGap(gap);
  }
  return points;
}
