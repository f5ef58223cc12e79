import type { z } from 'zod';
import data from '../../models/evidence/cleared-uses.json';
import type { clearedUsesSchema } from './clearedUsesSchema';

export type ClearedUses = z.output<typeof clearedUsesSchema>;

/** Uses of TMS that were cleared in the United States. */
export const clearedUses = data as unknown as ClearedUses;
