import { z } from 'zod';
import { positiveNumber, sourcedValue } from '../../core/sourcedSchema';

const conductivity = sourcedValue(positiveNumber, 'S/m');

/** The form of `models/evidence/conductivities.json`. */
export const conductivitiesSchema = z.strictObject({
  scalp: conductivity,
  skull: conductivity,
  brain: conductivity,
  white: conductivity,
  gray: conductivity,
  fluid: conductivity,
});
