import type { Fact } from '../shared/FactButton';

export const MODEL_FACT: Fact = {
  title: 'After-effect by the revised Huang model',
  what: 'Each burst raises calcium. Its rise drives facilitation, its level drives inhibition; both fade between trains, and what is left over is the after-effect.',
  formula: 'after-effect(t) = (facilitation − inhibition) · shape(t / time to peak)',
  sources: ['huang-2011'],
  verification: 'computed',
};

export const PEAK_TIME_FACT: Fact = {
  ...MODEL_FACT,
  title: 'Time to peak',
  what: 'It grows with the number of bursts up to half an hour; where facilitation leads after a contraction it is a fifth of that.',
  formula: 't = 1800 s · B^3.6 / (130^3.6 + B^3.6), B = number of bursts',
};

export const PULSES_FACT: Fact = {
  title: 'Pulses',
  formula: '3 × bursts in a train × trains',
  sources: ['arithmetic'],
  verification: 'computed',
};

export const CURVES_FACT: Fact = {
  title: 'Curves after the stimulation',
  what: 'The model gives one time course, that of the net effect. Facilitation and inhibition are drawn with the same one, in the proportion in which they make the net. At the right, each by itself, the largest changes that were measured in groups: i600 intermittent, c600 and c300 continuous, by their pulses.',
  formula:
    'net(t) = (facilitation − inhibition) · shape(t / time to peak), 10 % of MEP for each unit of the model; measured: mean ± 1.96 · standard error',
  sources: ['huang-2011', 'wischnewski-2015'],
  verification: 'computed',
};

export const BUILD_UP_FACT: Fact = {
  title: 'Build-up during the stimulation',
  what: 'Stages I and II of the model, burst by burst. Every train starts from calcium zero; facilitation and inhibition fade in the silences and carry over. The last values make the after-effect.',
  formula:
    'calcium(n) = m · d · (1 − d^n) / (1 − d), d = exp(−1.2/s · 0.16 s); facilitation(n) = (1.45 · Δcalcium + facilitation) · exp(−0.005 / m); inhibition(n) = (0.123 / m² · calcium + inhibition) · exp(−0.07 / m²); silences: exp(−0.1/s · t); m = 1 after a contraction, 3 at rest',
  sources: ['huang-2011'],
  verification: 'computed',
};
