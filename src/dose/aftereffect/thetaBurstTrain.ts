import { aftereffectData } from './aftereffectData';

/** Calcium, facilitation and inhibition right before the next burst would come, one entry a burst; units of the model. */
export interface TrainStates {
  readonly calcium: Float64Array;
  readonly facilitation: Float64Array;
  readonly inhibition: Float64Array;
}

const { constants } = aftereffectData;

/**
 * Stages I and II of the revised Huang model (2011), 10.1016/j.clinph.2010.08.016, for one train that starts from nothing: calcium rises
 * with each burst and decays between them; its rise drives facilitation, its level inhibition. `bursts` at least 1; `metaplasticity` 1
 * after a contraction, larger at rest: it scales the drive and slows the decays.
 */
export function thetaBurstTrain(bursts: number, metaplasticity: number): TrainStates {
  const decay = Math.exp(-constants.calciumDecay.value * constants.burstGap.value);
  const keepFacilitation = Math.exp(-constants.facilitationDecay.value / metaplasticity);
  const keepInhibition = Math.exp(-constants.inhibitionDecay.value / metaplasticity ** 2);
  const inhibitionRate = constants.inhibitionRate.value / metaplasticity ** 2;
  const states = { calcium: new Float64Array(bursts), facilitation: new Float64Array(bursts), inhibition: new Float64Array(bursts) };
  let calcium = 0;
  let facilitation = 0;
  let inhibition = 0;
  for (let n = 1; n <= bursts; n++) {
    const next = (metaplasticity * decay * (1 - decay ** n)) / (1 - decay);
    facilitation = (constants.facilitationRate.value * (next - calcium) + facilitation) * keepFacilitation;
    inhibition = (inhibitionRate * next + inhibition) * keepInhibition;
    calcium = next;
    states.calcium[n - 1] = calcium;
    states.facilitation[n - 1] = facilitation;
    states.inhibition[n - 1] = inhibition;
  }
  return states;
}

/** The factor of the model for the muscle's state before: 1 after a contraction, 3 at rest. */
export const metaplasticityFactor = (priorContraction: boolean): number => (priorContraction ? 1 : constants.metaplasticity.value);

/** What is left of facilitation and inhibition after `gap` seconds without bursts. */
export const keptOverGap = (gap: number): number => Math.exp(-constants.betweenTrainDecay.value * gap);
