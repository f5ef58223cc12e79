import type { z } from 'zod';
import data from '../../models/evidence/focality.json';
import type { Sourced } from '../core/sourced';
import type { focalitySchema } from './focalitySchema';

/** Published half-value depths [lowest, highest] and lowest spread of coils of one kind, and why a coil lies outside where it does. */
export interface PublishedFocality {
  readonly halfValueDepth: Sourced<readonly [number, number]>;
  readonly lowestTangentialSpread: Sourced<number>;
  readonly explanation: string;
}

const file = data as unknown as z.output<typeof focalitySchema>;

/** The published ranges for a pattern, or for all coils, in SI units. */
export function publishedFocality(pattern: 'figure8' | 'circular' | 'any', explanation: string): PublishedFocality {
  const { halfValueDepth, lowestTangentialSpread } = file[pattern];
  const [least, most] = halfValueDepth.value;
  return {
    halfValueDepth: { ...halfValueDepth, value: [least * 1e-2, most * 1e-2], unit: 'm' },
    lowestTangentialSpread: { ...lowestTangentialSpread, value: lowestTangentialSpread.value * 1e-4, unit: 'm²' },
    explanation,
  };
}

/** The ranges of all published coils, for a coil that nobody measured. */
export const NO_PUBLISHED_FOCALITY = publishedFocality('any', 'A coil of one’s own may lie anywhere.');
