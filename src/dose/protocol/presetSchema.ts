import { z } from 'zod';
import { identifier, plainText, positiveNumber, sourcedText, sourcedValue } from '../../core/sourcedSchema';

const count = sourcedValue(z.number().int().min(1).max(1e6), '1');
const seconds = sourcedValue(positiveNumber, 's');
const perDay = sourcedValue(positiveNumber, '1/day');

const timing = z.strictObject({
  pulsesInBurst: count,
  interPulseInterval: seconds.optional(),
  burstsInTrain: count,
  interBurstInterval: seconds.optional(),
  trains: count,
  interTrainInterval: seconds.optional(),
});

const segment = z.strictObject({
  side: z.enum(['left', 'right']),
  target: plainText,
  /** Fraction of the motor threshold. */
  intensity: sourcedValue(positiveNumber.max(3), '1'),
  intensityReference: z.enum(['rMT', 'aMT']),
  timing,
});

const course = z.strictObject({
  sessionsPerDay: perDay,
  interSessionInterval: seconds.optional(),
  phases: z.array(z.strictObject({ daysPerWeek: sourcedValue(positiveNumber, '1/week'), weeks: sourcedValue(positiveNumber, '1') })).min(1),
});

/** The form of `models/protocols/*.json`: a published protocol, every number with its source and how far it was checked. */
export const protocolPresetSchema = z.strictObject({
  id: identifier,
  name: plainText,
  summary: sourcedText,
  segments: z.array(segment).min(1).max(8),
  /** Repetition that belongs to the protocol itself (several sessions a day). */
  sessions: z.strictObject({ perDay, interSessionInterval: seconds.optional(), days: sourcedValue(positiveNumber, 'd') }).optional(),
  course: course.optional(),
  /** A coil that this program does not model. */
  coilNeeded: plainText.optional(),
  notes: z.array(sourcedText),
});
