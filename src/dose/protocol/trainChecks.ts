import type { z } from 'zod';
import limits from '../../../models/evidence/train-limits.json';
import type { Verification } from '../../core/sourced';
import type { Protocol, ProtocolSegment } from './protocol';
import { type BurstTiming, trainDuration } from './protocolTiming';
import type { trainLimitsSchema } from './trainLimitsSchema';

export type TrainVerdict = 'inside' | 'outside' | 'not-tabulated';

/** How a train compares with one published table. `inside` is no statement of safety, `outside` none of danger. */
export interface TrainCheck {
  readonly rule: string;
  /** Id in the list of sources. */
  readonly source: string;
  readonly verification: Verification;
  /** Seconds; null where the table has no entry. */
  readonly limit: number | null;
  /** `tested-to`: the longest duration that was tried; `maximum`: the longest without signs of spread. */
  readonly limitKind: 'tested-to' | 'maximum' | 'minimum' | null;
  /** Seconds. */
  readonly value: number;
  readonly verdict: TrainVerdict;
  readonly note: string;
}

const { trainDuration: durationTables, trainGap: gapRule, ...evidence } = limits as unknown as z.output<typeof trainLimitsSchema>;
type DurationTable = (typeof durationTables)[number];

/** What is known of bursts, which none of the tables covers. */
export const burstEvidence = evidence.burstEvidence;
/** Whom the tables come from. */
export const tableEvidence = evidence.tableEvidence;

const equal = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.abs(b);
const atMost = (a: number, b: number): boolean => a <= b * (1 + 1e-9);

/** A regular train: its rate [Hz] and duration [s]. Undefined for bursts, which none of these tables covers, and for single pulses. */
export function regularTrain(t: BurstTiming): { readonly frequency: number; readonly duration: number } | undefined {
  if (t.pulsesInBurst > 1 && t.burstsInTrain > 1) return undefined;
  const interval = t.pulsesInBurst > 1 ? t.interPulseInterval : t.burstsInTrain > 1 ? t.interBurstInterval : undefined;
  if (interval !== undefined) return { frequency: 1 / interval, duration: trainDuration(t) };
  if (t.trains === 1 || t.interTrainInterval === undefined) return undefined;
  return { frequency: 1 / t.interTrainInterval, duration: t.trains * t.interTrainInterval };
}

const OUTSIDE_NOTE = 'Outside the tabulated range: other evidence is needed.';

function checkDuration({ rule, table }: DurationTable, segment: ProtocolSegment): TrainCheck {
  const base = {
    rule,
    source: table.source,
    verification: table.verification,
    limit: null,
    limitKind: null,
    value: trainDuration(segment.timing),
  };
  const train = regularTrain(segment.timing);
  if (train === undefined) {
    return { ...base, verdict: 'not-tabulated', note: 'Bursts and single pulses are not in this table.' };
  }
  const value = train.duration;
  if (segment.intensityReference !== 'rMT') {
    return { ...base, value, verdict: 'not-tabulated', note: 'The table refers to the resting motor threshold.' };
  }
  const entry = table.value.find(([frequency, intensity]) => equal(train.frequency, frequency) && equal(segment.intensity, intensity));
  if (entry === undefined) {
    return {
      ...base,
      value,
      verdict: 'not-tabulated',
      note: 'The table has no entry for this frequency and intensity; nothing is interpolated.',
    };
  }
  const [, , limit, testedOnly] = entry;
  const limitKind = testedOnly === 1 ? 'tested-to' : 'maximum';
  if (atMost(value, limit))
    return {
      ...base,
      value,
      limit,
      limitKind,
      verdict: 'inside',
      note: 'Within what was tabulated, over the motor cortex of a few healthy people.',
    };
  if (testedOnly === 1) return { ...base, value, limit, limitKind, verdict: 'not-tabulated', note: 'Longer than what was tested.' };
  return { ...base, value, limit, limitKind, verdict: 'outside', note: OUTSIDE_NOTE };
}

/** Silence between regular trains, against the only conditions that were tried (20 Hz, 1.6 s). */
function checkGap(segment: ProtocolSegment): TrainCheck | undefined {
  const train = regularTrain(segment.timing);
  const { timing } = segment;
  if (train === undefined || timing.trains === 1 || timing.interTrainInterval === undefined || trainDuration(timing) === 0)
    return undefined;
  const value = Math.round((timing.interTrainInterval - trainDuration(timing)) * 1e9) / 1e9;
  const { rule, testedGap, unsafeGap } = gapRule;
  const base = { rule, source: testedGap.source, verification: testedGap.verification, limit: null, limitKind: null, value };
  const tried = equal(train.frequency, gapRule.frequency.value) && segment.intensityReference === 'rMT';
  if (
    tried &&
    atMost(value, unsafeGap.value) &&
    segment.intensity > gapRule.unsafeAbove.value &&
    atMost(gapRule.trainDuration.value, train.duration)
  ) {
    return {
      ...base,
      limit: unsafeGap.value,
      limitKind: 'minimum',
      verdict: 'outside',
      note: 'Silences of 1 s or less were unsafe for such trains.',
    };
  }
  const gentler = atMost(train.duration, gapRule.trainDuration.value) && atMost(segment.intensity, gapRule.intensity.value);
  if (tried && gentler && atMost(testedGap.value, value)) {
    return {
      ...base,
      limit: testedGap.value,
      limitKind: 'minimum',
      verdict: 'inside',
      note: 'Ten such trains with 5 s of silence were found safe in ten people.',
    };
  }
  return { ...base, verdict: 'not-tabulated', note: 'Only 20 Hz trains of 1.6 s were tried.' };
}

/** All checks of all segments. They judge single trains, never a session or a person. */
export function checkTrains(protocol: Protocol): TrainCheck[] {
  return protocol.segments.flatMap((segment) => {
    const gap = checkGap(segment);
    return [...durationTables.map((table) => checkDuration(table, segment)), ...(gap === undefined ? [] : [gap])];
  });
}
