import type { z } from 'zod';
import data from '../../../models/evidence/conductivities.json';
import type { conductivitiesSchema } from './conductivitiesSchema';

/** Conductivities [S/m]: scalp, skull and one brain of the three-shell head; white and gray matter and fluid of heads given as labels. */
export const HEAD_CONDUCTIVITIES = data as unknown as z.output<typeof conductivitiesSchema>;
