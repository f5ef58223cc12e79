import { recruitmentPopulation } from '../../dose/recruitmentPopulation';
import { TRIALS_FOR_STABLE_MEAN } from '../../dose/thresholdGame';
import type { Fact } from './FactButton';

export const SUBJECT_FACT: Fact = {
  title: 'Virtual subject',
  what: `Nobody real: threshold, steepness and scatter are drawn from the published statistics of a population. The seed fixes the person and every trial. Trials scatter widely; a mean amplitude needs about ${TRIALS_FOR_STABLE_MEAN.value} of them.`,
  formula: 'MEP = background + 0.1 µV · 10^(n_y + p2 / (1 + p3 / (x − p5 + n_x)^p4))',
  sources: [recruitmentPopulation.p2.source, TRIALS_FOR_STABLE_MEAN.source],
  verification: recruitmentPopulation.p2.verification,
};

export const RULE_FACT: Fact = {
  title: 'The rule of 5 in 10',
  what: 'The resting motor threshold is the lowest output at which at least 5 of 10 pulses give a response of 50 µV or more. The truth here is the output at which the model itself responds to half of all pulses.',
  sources: ['rossi-2009'],
  verification: 'unverified',
};

export const ERROR_FACT: Fact = {
  title: 'Error of the hunt',
  what: 'The output that you named minus the output at which this subject responds to half of all pulses, in points of the maximum output.',
  formula: 'error = named − true',
  sources: ['goetz-2019'],
  verification: 'computed',
};

export const BOT_FACT: Fact = {
  title: '500 games of the bot',
  what: 'Mean and standard deviation of the errors over 500 seeded subjects and hunts. The adaptive rule sets each pulse where the trials so far make the threshold most likely; its assumed spread is from memory.',
  formula: 'error = estimate − true, in points of the maximum output',
  sources: ['goetz-2019', 'awiszus-2003'],
  verification: 'computed',
};
