import { z } from 'zod';
import {
  identifier,
  interval,
  plainText,
  positiveNumber,
  share,
  sourcedNumber,
  sourcedShare,
  sourcedText,
  sourcedValue,
} from '../../core/sourcedSchema';

const people = z.number().int().min(0).max(1e9);

const seizureFigure = z.strictObject({
  id: identifier,
  label: plainText,
  /** Per session or per patient: see its unit. */
  rate: sourcedValue(share, '1/session', '1/patient'),
  interval: sourcedValue(interval, '1/session', '1/patient').optional(),
  events: sourcedValue(people, '1').optional(),
  exposure: sourcedValue(people, 'session', 'patient').optional(),
});

const sideEffect = z.strictObject({
  id: identifier,
  label: plainText,
  arms: z
    .array(z.strictObject({ label: plainText, share: sourcedShare }))
    .min(1)
    .max(4),
});

const soundLevel = z.strictObject({
  id: identifier,
  label: plainText,
  /** Lowest and highest of the coils measured. */
  level: sourcedValue(interval, 'dB(Z) peak', 'dB(A)', 'dB peak'),
  distance: sourcedValue(positiveNumber, 'm'),
});

/** The form of `models/evidence/safety.json`. */
export const safetySchema = z.strictObject({
  seizures: z.array(seizureFigure).min(1),
  seizureNotes: z.array(sourcedText).min(1),
  sideEffects: z.array(sideEffect).min(1),
  pain: z.array(z.strictObject({ label: plainText, score: sourcedNumber('0 to 10') })),
  sound: z.array(soundLevel).min(1),
  soundNotes: z.array(sourcedText).min(1),
  otherEffects: z.array(sourcedText).min(1),
  /** Distance inside which metal that cannot be removed is a contraindication of the labels. */
  metalDistance: sourcedValue(positiveNumber, 'm'),
  ringMaterials: z.array(z.strictObject({ id: identifier, label: plainText, resistivity: sourcedValue(positiveNumber, 'Ω·m') })).min(1),
});
