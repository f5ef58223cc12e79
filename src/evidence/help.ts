import type { z } from 'zod';
import data from '../../models/evidence/help.json';
import type { helpSchema } from './helpSchema';

/** Where a person in need finds help. */
export const help: z.output<typeof helpSchema> = data as unknown as z.output<typeof helpSchema>;
