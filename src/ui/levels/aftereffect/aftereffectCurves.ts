import { formatNumber } from '../../../core/format';
import type { Aftereffect, ThetaBurstPattern } from '../../../dose/aftereffect/thetaBurstAftereffect';
import { thetaBurstOfProtocol } from '../../../dose/aftereffect/thetaBurstOfProtocol';
import type { ProtocolSegment } from '../../../dose/protocol/protocol';

export interface PatternChoice {
  readonly id: string;
  readonly label: string;
  readonly pattern: ThetaBurstPattern;
  /** Id of the group result that was measured with this pattern. */
  readonly measured?: string;
}

/** The patterns that the model was fitted to, and two that show where it stops agreeing. */
export const PATTERNS: readonly PatternChoice[] = [
  {
    id: 'itbs600',
    label: 'Intermittent, 600 pulses',
    pattern: { burstsInTrain: 10, trains: 20, gapBetweenTrains: 8 },
    measured: 'itbs600',
  },
  { id: 'ctbs300', label: 'Continuous, 300 pulses', pattern: { burstsInTrain: 100, trains: 1, gapBetweenTrains: 0 }, measured: 'ctbs300' },
  { id: 'ctbs600', label: 'Continuous, 600 pulses', pattern: { burstsInTrain: 200, trains: 1, gapBetweenTrains: 0 }, measured: 'ctbs600' },
  { id: 'imtbs600', label: 'Intermediate, 600 pulses', pattern: { burstsInTrain: 25, trains: 8, gapBetweenTrains: 10 } },
  { id: 'itbs1200', label: 'Intermittent, 1200 pulses', pattern: { burstsInTrain: 10, trains: 40, gapBetweenTrains: 8 } },
  { id: 'itbs1800', label: 'Intermittent, 1800 pulses', pattern: { burstsInTrain: 10, trains: 60, gapBetweenTrains: 8 } },
];

export const OWN_PATTERN = 'own';
export const EDITED_PATTERN = 'edited';
const PULSES_IN_BURST = 3;

export const pulsesOfPattern = ({ burstsInTrain, trains }: ThetaBurstPattern): number => PULSES_IN_BURST * burstsInTrain * trains;

/** The chosen pattern, the protocol of the editor, or the own counts; a sentence where the model cannot speak about the protocol. */
export function patternOf(id: string, own: ThetaBurstPattern, segments: readonly ProtocolSegment[]): ThetaBurstPattern | string {
  if (id === EDITED_PATTERN) return thetaBurstOfProtocol(segments);
  return PATTERNS.find((candidate) => candidate.id === id)?.pattern ?? own;
}

/** How the group results are marked in the plot and in the words. */
export const MARKS: Readonly<Record<string, string>> = { itbs600: 'i600', ctbs600: 'c600', ctbs300: 'c300' };

/** With a sign also where it is positive. */
export const signed = (value: number, decimals = 0): string => (value > 0 ? '+' : '') + formatNumber(value, decimals);

/** One moment: seconds after the stimulation, and the three curves in percent of MEP amplitude. */
export interface CurveSample {
  readonly time: number;
  readonly facilitation: number;
  readonly inhibition: number;
  readonly net: number;
}

/**
 * The three curves at equal steps from 0 to `span` seconds, `percent` of MEP amplitude per unit of the model. The model has one time course,
 * that of the net effect; its two parts are drawn with it, in the proportion in which they make the net. An inhibition that the
 * contraction afterwards cancels is drawn as nothing.
 */
export function sampleAftereffect(effect: Aftereffect, span: number, steps: number, percent: number): CurveSample[] {
  const { facilitation, inhibition, net } = effect;
  const share = (part: number): number => (net === 0 ? 0 : part / net);
  const inhibitionInUse = facilitation - net === 0 ? 0 : inhibition;
  return Array.from({ length: steps + 1 }, (_, n) => {
    const time = (span * n) / steps;
    const value = percent * effect.at(time);
    return { time, net: value, facilitation: value * share(facilitation), inhibition: -value * share(inhibitionInUse) };
  });
}

/** A round number of percent that no sample, and no measured bar, passes. */
export function percentTop(samples: readonly CurveSample[], others: readonly number[]): number {
  const largest = samples.reduce(
    (top, { facilitation, inhibition, net }) => Math.max(top, Math.abs(facilitation), Math.abs(inhibition), Math.abs(net)),
    others.reduce((top, value) => Math.max(top, Math.abs(value)), 0),
  );
  const step = largest > 400 ? 200 : largest > 150 ? 100 : 40;
  return Math.max(step, step * Math.ceil(largest / step - 1e-9));
}
