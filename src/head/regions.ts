import { z } from 'zod';
import { InputError } from '../core/inputError';
import { VERIFICATIONS } from '../core/sourced';

const schema = z.object({
  source: z.string().min(1).max(600),
  note: z.string().max(600),
  regions: z
    .array(
      z.object({
        label: z.number().int().min(0).max(255),
        area: z.string().max(40),
        name: z.string().min(1).max(120),
        source: z.string().min(1).max(300),
        verification: z.enum(VERIFICATIONS as [string, ...string[]]).transform((value) => value as (typeof VERIFICATIONS)[number]),
      }),
    )
    .max(256),
});

export type Regions = z.infer<typeof schema>;
export type Region = Regions['regions'][number];

/** Checks the names of the region labels; a fault is one sentence that names the file. */
export function parseRegions(value: unknown, fileName = 'regions.json'): Regions {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new InputError(`${fileName} is damaged: ${issue.path.join('.') || 'the file'} is not as expected (${issue.message}).`);
}

/** The region of a label of `_REGION`; label 0 and labels without a name have none. */
export function regionOf(regions: Regions, label: number): Region | undefined {
  return regions.regions.find((region) => region.label === Math.round(label) && region.label !== 0);
}
