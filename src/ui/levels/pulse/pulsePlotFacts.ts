import type { Fact } from '../shared/FactButton';

const CIRCUIT =
  'Circuit as listed with the stimulator, in part fitted to measured waveforms; a typed pulse is the formula as it was typed.';

export const MOMENT_FACT: Fact = {
  title: 'One moment of the pulse',
  what: 'Everything at the same moment: current and its rate from the circuit, the field at the target, which has the shape of dI/dt and not of I, and the membrane, for current from back to front (PA) and from front to back (AP). The arrows on the cortex show the field of this moment by length and direction; the colors show the largest of the pulse.',
  formula: 'E(t) = e(target) · dI/dt;  τ dV/dt = −V + E(t) / E_first peak',
  sources: [CIRCUIT, 'dostilio-2016'],
  verification: 'computed',
};

export const CURRENT_FACT: Fact = {
  title: 'Current in the coil',
  what: 'A capacitor discharges through the coil. The pulse of the chosen stimulator is stretched to the chosen width; the current then follows from the chosen largest dI/dt.',
  formula: 'L d²I/dt² + R dI/dt + I / C = 0',
  sources: [CIRCUIT],
  verification: 'computed',
};

export const RATE_OF_CURRENT_FACT: Fact = {
  title: 'Rate of current and field',
  what: 'The induced field follows the rate of the current at once, everywhere in the head, and turns around when the current starts to fall. One curve, two scales: at the right the field at the target.',
  formula: 'E(t) = e(target) · dI/dt',
  sources: [CIRCUIT, 'The field model that is shown.'],
  verification: 'computed',
};

export const MEMBRANE_FACT: Fact = {
  title: 'Membrane',
  what: 'The answer of one leaky membrane to a field whose first peak is 1, so it has no unit; its time constants were measured over the hand area for both directions of the current.',
  formula: 'τ dV/dt = −V + E(t) / E_first peak,  V(0) = 0',
  sources: ['dostilio-2016'],
  verification: 'computed',
};

export const STRENGTH_FACT: Fact = {
  title: 'Strength against duration',
  what: 'Threshold of a rectangular pulse over the threshold of an endless one (rheobase), for the two measured time constants. A dot stands where a rectangle does what the chosen pulse does.',
  formula: 'E_threshold / E_rheobase = 1 / (1 − e^(−PW/τ))',
  sources: ['dostilio-2016'],
  verification: 'computed',
};
