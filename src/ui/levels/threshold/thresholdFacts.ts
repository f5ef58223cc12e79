import { type Sourced, worstGrade } from '../../../core/sourced';
import { REFERENCE_THRESHOLD_FIELD, THRESHOLD_FIELD_RANGE } from '../../../dose/threshold/activationCriterion';
import { HUNTING_SPREAD } from '../../../dose/threshold/maximumLikelihoodThreshold';
import { recruitmentPopulation } from '../../../dose/threshold/recruitmentPopulation';
import { TRIALS_FOR_STABLE_MEAN } from '../../../dose/threshold/thresholdGame';
import { PARAMETERS } from '../../../state/parameters';
import type { Fact } from '../shared/FactButton';

const GAP = `${PARAMETERS.coilDistance.initial * 1e3} mm`;
const MACHINE = 'Largest dI/dt of the pair of machine and coil, as listed with it.';
const HEAD = 'The field model that is shown, sampled on the cortex of the Colin27 head.';

export const SUBJECT_FACT: Fact = {
  title: 'Virtual subject',
  what: `Nobody real: threshold, steepness and scatter are drawn from the published statistics of a population, in percent of the output of the chosen machine. The seed fixes the person and every trial. Trials scatter widely; a mean amplitude needs about ${TRIALS_FOR_STABLE_MEAN.value} of them.`,
  formula: 'MEP = background + 0.1 µV · 10^(n_y + p2 / (1 + p3 / (x − p5 + n_x)^p4))',
  sources: [recruitmentPopulation.p2.source, TRIALS_FOR_STABLE_MEAN.source],
  verification: recruitmentPopulation.p2.verification,
};

export const COUPLING_FACT: Fact = {
  title: 'What reaches the hand area',
  what: `|E| at the hand area (target “M1 hand”) with the coil as it stands, over |E| there with the same coil in its place: over the hand area, flat, ${GAP} from the scalp, the handle at its best. The subject answers to output × this share × the effect of the chosen pulse. Above 100 % when the coil is closer. Without an electric field, or where this head has no hand area, the coil counts as in its place.`,
  formula: 'x = output × |e(now)| / |e(in place)| × g(pulse) / g(reference)',
  sources: [HEAD],
  verification: 'computed',
};

export const RULE_FACT: Fact = {
  title: 'The rule of 5 in 10',
  what: 'The resting motor threshold is the lowest output at which at least 5 of 10 pulses give a response of 50 µV or more. The truth here is the output at which the model itself responds to half of all pulses.',
  sources: ['wang-2023'],
  verification: 'secondary',
};

export const TRACE_FACT: Fact = {
  title: 'Muscle response',
  what: 'The amplitude, peak to peak, is one draw of the recruitment model. The trace is drawn for the eye: two opposite humps about 25 ms after the pulse, with that amplitude; its shape and latency are not computed.',
  formula: 'MEP = background + 0.1 µV · 10^(n_y + p2 / (1 + p3 / (x − p5 + n_x)^p4))',
  sources: ['goetz-2019'],
  verification: 'computed',
};

export const TRIALS_FACT: Fact = {
  title: 'Amplitude against output',
  what: 'Every pulse of this subject as a dot, filled from 50 µV on. Once you name the threshold, the true one and the curve without scatter are drawn, both for the place where the coil stood then.',
  formula: 'MEP = background + 0.1 µV · 10^(n_y + p2 / (1 + p3 / (x − p5 + n_x)^p4))',
  sources: ['goetz-2019', 'rossi-2009'],
  verification: 'computed',
};

export const ERROR_FACT: Fact = {
  title: 'Error of the hunt',
  what: 'The output that you named minus the output at which this subject responds to half of all pulses, in points of the maximum output. Where less of the field reaches the hand area, more output is needed.',
  formula: 'error = named − true / (share that reaches the hand area × effect of the pulse)',
  sources: ['goetz-2019'],
  verification: 'computed',
};

export const BOT_FACT: Fact = {
  title: 'The games of the bot',
  what: `Mean and standard deviation of the errors over seeded subjects and hunts, with the coil in its place; the share of games that end within 2 points of the truth; the pulses that a game takes. The adaptive rule sets each pulse where the trials so far make the threshold most likely; it assumes a spread of ${HUNTING_SPREAD.value * 100} % of the threshold.`,
  formula: 'error = estimate − true, in points of the maximum output',
  sources: ['goetz-2019', 'awiszus-2003', HUNTING_SPREAD.source],
  verification: 'computed',
};

export const OUTPUT_FACT: Fact = {
  title: 'Percent of the maximum output',
  what: 'The share of the largest dI/dt that this machine reaches with its coil. It is the intensity of the stage in another unit, and means nothing on another machine.',
  formula: 'output = dI/dt / (dI/dt)_max',
  sources: [MACHINE],
  verification: 'computed',
};

export const RATE_FACT: Fact = {
  title: 'Rate of current',
  what: 'The largest rate of change of the coil current during the pulse; the induced field is proportional to it.',
  formula: 'dI/dt = output × (dI/dt)_max',
  sources: [MACHINE],
  verification: 'computed',
};

export const FIELD_FACT: Fact = {
  title: 'Field at the target',
  what: '|E| at the chosen target with the coil as it stands; another place, another head or another coil has another field at the same output.',
  formula: '|E| = |e(target)| × dI/dt',
  sources: [HEAD],
  verification: 'computed',
};

export const RELATIVE_FACT: Fact = {
  title: 'Percent of the resting motor threshold',
  what: 'The way in which studies state intensity: relative to the threshold of the person, on the machine that is used.',
  formula: 'output / threshold',
  sources: ['Definition.'],
  verification: 'computed',
};

export const THRESHOLD_FACT: Fact = {
  title: 'Resting motor threshold',
  what: 'The threshold that percentages refer to: 50 % as an example, until you name one in the hunt or type one.',
  sources: ['Chosen for this simulator, or your own answer.'],
  verification: 'assumed',
};

/** `rate`: of the chosen pair. */
export const fullFact = (rate: Sourced<number> | null): Fact => ({
  title: 'Largest rate of current',
  what: `The rate at full output, at the start of the pulse. It belongs to the pair of machine and coil.${rate?.note ? ` Here: ${rate.note}.` : ''}`,
  sources: rate ? [rate.source] : [],
  verification: rate?.verification ?? 'unverified',
});

export const LIMIT_FACT: Fact = {
  title: 'Threshold field',
  what: `The field at which the reference pulse just activates. ${REFERENCE_THRESHOLD_FIELD.value} V/m is a published reference for the hand area; between people and models it differs from about ${THRESHOLD_FIELD_RANGE.value.join(' to ')} V/m (from memory). No value holds for every cell.`,
  sources: [REFERENCE_THRESHOLD_FIELD.source, THRESHOLD_FIELD_RANGE.source],
  verification: worstGrade([REFERENCE_THRESHOLD_FIELD.verification, THRESHOLD_FIELD_RANGE.verification]),
};
