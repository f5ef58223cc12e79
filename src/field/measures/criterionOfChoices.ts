import type { ActivationCriterion } from '../../dose/threshold/activationCriterion';
import { pulseGain, type SulcusDirection } from '../../dose/threshold/membraneConstants';
import type { Pulse } from '../../physics/pulse/pulse';
import { INITIAL_CHOICES } from '../../state/choices';
import { type PulseChoices, unitPulseOfChoices } from '../pulse/pulseOfChoices';

const _gains = new WeakMap<Pulse, Partial<Record<SulcusDirection, number>>>();
let _reference: Pulse | undefined;

/** The pulse that the threshold field belongs to: that of the first picture, biphasic with a first phase of 83 µs. */
const referencePulse = (): Pulse => {
  _reference ??= unitPulseOfChoices(INITIAL_CHOICES);
  return _reference;
};

/** Kept with the pulse: 20 000 steps of the membrane for each. */
function gainOf(pulse: Pulse, direction: SulcusDirection): number {
  const known = _gains.get(pulse) ?? {};
  _gains.set(pulse, known);
  known[direction] ??= pulseGain(pulse, direction);
  return known[direction];
}

/** The rule of activation with the chosen pulse and threshold field, for one direction of the current. */
export function criterionOfChoices(
  choices: Omit<PulseChoices, 'dIdt'> & { readonly thresholdField: number },
  direction: SulcusDirection,
): ActivationCriterion {
  const referenceGain = gainOf(referencePulse(), direction);
  return { thresholdField: choices.thresholdField, pulseGain: gainOf(unitPulseOfChoices(choices), direction), referenceGain };
}
