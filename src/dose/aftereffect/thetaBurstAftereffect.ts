import { type AftereffectShape, aftereffectData } from './aftereffectData';
import { keptOverGap, metaplasticityFactor, thetaBurstTrain } from './thetaBurstTrain';

/** Bursts of three pulses at 50 Hz, five bursts a second, in trains. */
export interface ThetaBurstPattern {
  readonly burstsInTrain: number;
  readonly trains: number;
  /** Silence from the end of one train to the start of the next [s]; 8 for the intermittent pattern. Without meaning for one train. */
  readonly gapBetweenTrains: number;
}

export interface AftereffectConditions {
  readonly pattern: ThetaBurstPattern;
  /** Voluntary contraction before the stimulation. */
  readonly priorContraction: boolean;
  /** Voluntary contraction right after it. */
  readonly laterContraction: boolean;
}

/** Group mean at the motor cortex of healthy people, in units of the model (one is about 10 % of MEP amplitude). */
export interface Aftereffect {
  readonly facilitation: number;
  readonly inhibition: number;
  readonly net: number;
  /** Seconds after the stimulation. */
  readonly timeToPeak: number;
  readonly peak: number;
  /** Value `time` seconds after the stimulation. */
  at(time: number): number;
}

const constant = (key: keyof typeof aftereffectData.constants): number => aftereffectData.constants[key].value;

/** Sum of `trains` equal increments of which each older one has faded by `keep` more. */
const fadedSum = (trains: number, keep: number): number => (keep === 1 ? trains : (1 - keep ** trains) / (1 - keep));

/** Stage III: rise to the peak, then fall; continuous at the peak, 0 at time 0. */
function shapeAt(time: number, timeToPeak: number, net: number, shape: AftereffectShape): number {
  const h1 = shape.riseExponent.value;
  const h2 = shape.fallExponent.value;
  const peak = net / (1 + shape.rise.value ** h1);
  if (time <= 0) return 0;
  if (time <= timeToPeak) return (net * time ** h1) / ((shape.rise.value * timeToPeak) ** h1 + time ** h1);
  const width = (shape.fall.value * timeToPeak) ** h2;
  return (peak * width) / (width + (time - timeToPeak) ** h2);
}

/**
 * After-effect of theta burst stimulation by the model of Huang, Rothwell, Chen, Lu and Chuang (2011), 10.1016/j.clinph.2010.08.016, with
 * the revised constants of BIOMAKE/Revised_Huang_Model. Written from the equations. Without prior contraction the metaplastic factor 3
 * scales the drive and the decays, and the slow time course is used; contraction right afterwards leaves facilitation alone.
 * `burstsInTrain` and `trains` are at least 1.
 */
export function thetaBurstAftereffect({ pattern, priorContraction, laterContraction }: AftereffectConditions): Aftereffect {
  const last = pattern.burstsInTrain - 1;
  const train = thetaBurstTrain(pattern.burstsInTrain, metaplasticityFactor(priorContraction));
  const sum = fadedSum(pattern.trains, keptOverGap(pattern.gapBetweenTrains));
  const facilitation = train.facilitation[last] * sum;
  const inhibition = train.inhibition[last] * sum;
  const net = laterContraction ? facilitation : facilitation - inhibition;
  const bursts = (pattern.burstsInTrain * pattern.trains) ** constant('peakSteepness');
  const slowPeak = (constant('longestPeakTime') * bursts) / (constant('halfPeakBursts') ** constant('peakSteepness') + bursts);
  const slow = inhibition >= facilitation || !priorContraction;
  const timeToPeak = slow ? slowPeak : slowPeak * constant('facilitationPeakFraction');
  const shape = slow ? aftereffectData.shapes.inhibition : aftereffectData.shapes.facilitation;
  const at = (time: number) => shapeAt(time, timeToPeak, net, shape);
  return { facilitation, inhibition, net, timeToPeak, peak: at(timeToPeak), at };
}
