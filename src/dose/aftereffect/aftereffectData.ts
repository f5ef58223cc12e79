import type { z } from 'zod';
import data from '../../../models/evidence/aftereffect.json';
import type { aftereffectSchema } from './aftereffectSchema';

export type AftereffectData = z.output<typeof aftereffectSchema>;
export type AftereffectShape = AftereffectData['shapes']['inhibition'];
export type MeasuredAftereffect = AftereffectData['measured'][number];

/** Constants of the revised Huang model, its limits, and what was measured in groups. */
export const aftereffectData = data as unknown as AftereffectData;
