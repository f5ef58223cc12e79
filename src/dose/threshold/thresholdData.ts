import type { z } from 'zod';
import data from '../../../models/evidence/threshold.json';
import type { thresholdSchema } from './thresholdSchema';

export const thresholdData = data as unknown as z.output<typeof thresholdSchema>;
