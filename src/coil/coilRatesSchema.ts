import { z } from 'zod';
import { identifier, plainText, positiveNumber, sourcedValue } from '../core/sourcedSchema';

/** The form of `models/evidence/coil-rates.json`. */
export const coilRatesSchema = z.strictObject({
  machines: z.array(z.strictObject({ id: identifier, name: plainText })).min(1),
  rates: z.array(z.strictObject({ coil: identifier, machine: identifier, rate: sourcedValue(positiveNumber, 'A/s') })).min(1),
});
