import type { z } from 'zod';
import data from '../../../models/evidence/conductivities.json';
import type { conductivitiesSchema } from './conductivitiesSchema';

/** Conductivities of the three-shell head [S/m]. */
export const HEAD_CONDUCTIVITIES = data as unknown as z.output<typeof conductivitiesSchema>;
