import { z } from 'zod';
import { interval, positiveNumber, sourcedValue } from '../core/sourcedSchema';

const published = z.strictObject({
  halfValueDepth: sourcedValue(interval, 'cm'),
  lowestTangentialSpread: sourcedValue(positiveNumber, 'cm²'),
});

/** The form of `models/evidence/focality.json`: published half-value depths and lowest spread of coils by the pattern of their field. */
export const focalitySchema = z.strictObject({ figure8: published, circular: published, any: published });
