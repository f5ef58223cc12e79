import { z } from 'zod';
import { type Sourced, type SourcedText, VERIFICATIONS, type Verification } from './sourced';

/**
 * The forms that every data file of `models/` is made of. A number stands inside `{ value, unit, source, verification }`, a sentence beside
 * `source` and `verification`; `source` is an id into `models/evidence/sources.json`, and whatever else is to be said of it is the `note`.
 */
export const plainText = z.string().min(1).max(2000);

export const identifier = z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/, 'be lower case letters, digits and hyphens');

export const verification = z.enum(VERIFICATIONS as [Verification, ...Verification[]]);

/** What says where a datum comes from. */
export const provenance = { source: identifier, verification, note: plainText.optional() };

export const finiteNumber = z.number().min(-1e15).max(1e15);
export const positiveNumber = finiteNumber.positive();
export const share = z.number().min(0).max(1);
export const interval = z.tuple([finiteNumber, finiteNumber]).refine(([low, high]) => low <= high, 'go from low to high');

/** Fields of a sourced value; without a list of units any unit will do. */
export function sourcedShape<T extends z.ZodType>(value: T, units?: readonly string[]) {
  const unit = units ? z.enum(units as [string, ...string[]]) : z.string().min(1).max(60);
  return { value, unit, ...provenance };
}

/** A value with unit, source and grade, in the unit of the file. */
export const sourcedValue = <T extends z.ZodType>(value: T, ...units: readonly string[]): z.ZodType<Sourced<z.output<T>>> =>
  z.strictObject(sourcedShape(value, units.length > 0 ? units : undefined)) as unknown as z.ZodType<Sourced<z.output<T>>>;

/** A number with unit, source and grade. */
export const sourcedNumber = (...units: readonly string[]) => sourcedValue(finiteNumber, ...units);

/** A share of 0 to 1 with source and grade. */
export const sourcedShare = sourcedValue(share, '1');

/** A sentence with source and grade. */
export const sourcedText: z.ZodType<SourcedText> = z.strictObject({ text: plainText, ...provenance });
