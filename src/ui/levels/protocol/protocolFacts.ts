import { formatNumber, formatSignificant } from '../../../core/format';
import type { ProtocolOutcome } from '../../../dose/protocol/protocolOutcome';
import type { FactRow } from '../shared/FactRows';
import { thousands } from '../shared/thousands';

/** Seconds as they are, and in minutes where that is how clinics say it. */
export const exactSeconds = (seconds: number): string => {
  const digits = String(Number(seconds.toFixed(6)));
  return seconds >= 60 ? `${digits}\u202fs (${Number((seconds / 60).toFixed(1))}\u202fmin)` : `${digits}\u202fs`;
};

const computed = (title: string, what: string, formula: string) => ({
  title,
  what,
  formula,
  sources: ['arithmetic'],
  verification: 'computed' as const,
});

/** Counts and durations; exact, because all sums are made in whole nanoseconds. */
export function summaryRows({ summary, calendar, course }: ProtocolOutcome): readonly FactRow[] {
  const { pulses, firstToLastPulse, trainDuration, fullCycle, dutyCycle } = summary;
  return [
    {
      label: 'Pulses in a session',
      value: thousands(pulses),
      fact: computed('Pulses in a session', 'Counted, not estimated.', 'pulses × bursts × trains, over all segments'),
    },
    {
      label: 'Session, first to last pulse',
      value: exactSeconds(firstToLastPulse),
      fact: computed('First to last pulse', 'Onset of the last pulse after the first one.', 'sum of the intervals between them'),
    },
    {
      label: 'Session, full cycle',
      value: exactSeconds(fullCycle),
      fact: computed('Full cycle', 'With the silence after the last train: what clinics quote.', 'trains × train interval'),
    },
    {
      label: 'Longest train',
      value: exactSeconds(trainDuration),
      fact: computed('Length of a train', 'From its first pulse to the end of its last interval.', 'bursts × burst interval'),
    },
    {
      label: 'Time inside trains',
      value: `${formatNumber(100 * dutyCycle, 1)}\u202f%`,
      fact: computed('Duty cycle', 'Part of the session inside trains.', 'train length / train interval'),
    },
    {
      label: 'Sessions',
      value: thousands(calendar.sessions),
      fact: computed('Sessions', 'Treatment days times sessions a day, phase after phase.', 'Σ days a week × weeks × sessions a day'),
    },
    {
      label: 'Pulses in the course',
      value: thousands(course.pulses),
      fact: computed('Pulses in the course', 'Counted.', 'pulses in a session × sessions'),
    },
  ];
}

const prefixed = (value: number, unit: string): string => {
  const [factor, prefix] = value >= 1e6 ? [1e-6, 'M'] : value >= 1e3 ? [1e-3, 'k'] : [1, ''];
  return `${formatSignificant(value * factor, 3)}\u202f${prefix}${unit}`;
};

export const joules = (value: number): string => prefixed(value, 'J');
export const watts = (value: number): string => prefixed(value, 'W');
