import { z } from 'zod';
import {
  finiteNumber,
  identifier,
  interval,
  plainText,
  positiveNumber,
  sourcedNumber,
  sourcedShare,
  sourcedText,
  sourcedValue,
} from '../../core/sourcedSchema';

const people = sourcedValue(z.number().int().min(0).max(1e7), '1');
const points = sourcedNumber('points');

const arm = z.strictObject({
  label: plainText,
  kind: z.enum(['active', 'sham']),
  participants: people,
  /** Mean score before and after. */
  baseline: points.optional(),
  endpoint: points.optional(),
  baselineDeviation: points.optional(),
  endpointDeviation: points.optional(),
  /** Mean change. */
  change: sourcedNumber('points', '%').optional(),
  response: sourcedShare.optional(),
  remission: sourcedShare.optional(),
  responders: people.optional(),
  remitters: people.optional(),
});

const study = z.strictObject({
  id: identifier,
  title: plainText,
  design: z.enum(['sham-controlled', 'active-controlled', 'open']),
  scale: plainText,
  arms: z.array(arm).min(1).max(4),
  note: plainText,
  /** Difference of active and sham over the standard deviation, as printed. */
  effectSize: sourcedValue(positiveNumber, 'standard deviations').optional(),
});

const trajectory = z.strictObject({
  id: identifier,
  label: plainText,
  /** People of 388 in this group: the published part. */
  people,
  /** Mean scores and course over time: chosen here so that the mixture meets the published means. */
  start: points,
  end: points,
  shape: z.enum(['linear', 'rapid']),
});

const difference = z.strictObject({
  label: plainText,
  difference: sourcedNumber('points', 'standard deviations'),
  interval: sourcedValue(interval, 'points', 'standard deviations'),
});

const bothShares = z.strictObject({ active: sourcedShare, sham: sourcedShare, needed: sourcedValue(positiveNumber, 'people') });

/** Shares over many trials, with the number needed to treat as printed. */
const pooled = z.strictObject({
  id: identifier,
  title: plainText,
  trials: people,
  participants: people,
  scale: plainText,
  response: bothShares,
  remission: bothShares,
  note: plainText,
});

/** An improvement in standard deviations, over trials. */
const improvement = z.strictObject({
  trials: people,
  improvement: sourcedNumber('standard deviations'),
  interval: sourcedValue(interval, 'standard deviations'),
});

/** What sham stimulation does by itself, and how much active stimulation adds by the kind of sham. */
const sham = z.strictObject({
  beforeAfter: z.strictObject({ participants: people, ...improvement.shape }),
  kinds: z.array(z.strictObject({ id: identifier, label: plainText, ...improvement.shape })).min(1),
  notes: z.array(sourcedText).min(1),
});

/** A trial of several sessions a day. */
const acceleratedTrial = z.strictObject({
  id: identifier,
  title: plainText,
  /** What the group was compared with, which says what the trial can answer. */
  against: z.enum(['nothing', 'sham', 'daily']),
  /** Left out where the number was not read. */
  people: people.optional(),
  sessions: sourcedText,
  comparison: sourcedText,
  result: sourcedText,
});

/** The form of `models/evidence/outcomes.json`: what courses did to groups. */
export const outcomeSchema = z.strictObject({
  studies: z.array(study).min(1),
  pooled: z.array(pooled).min(1),
  sham,
  accelerated: z.strictObject({ trials: z.array(acceleratedTrial).min(1), notes: z.array(sourcedText).min(1) }),
  effects: z.array(z.strictObject({ id: identifier, ...difference.shape })).min(1),
  earlyMetaAnalysis: difference,
  networkOdds: z.array(
    z.strictObject({
      label: plainText,
      odds: sourcedValue(positiveNumber, '1'),
      interval: sourcedValue(interval, '1').optional(),
    }),
  ),
  trajectories: z.array(trajectory).min(1),
  trajectorySpread: z.strictObject({ start: points, end: points, carry: sourcedShare, rapidWeeks: sourcedValue(positiveNumber, 'week') }),
  plateauSession: sourcedValue(finiteNumber.positive(), '1'),
  durability: z.array(
    z.strictObject({ months: sourcedValue(positiveNumber, 'month'), share: sourcedShare, interval: sourcedValue(interval, '1') }),
  ),
});
