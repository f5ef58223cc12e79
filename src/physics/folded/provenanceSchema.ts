import { z } from 'zod';

const positive = z.number().finite().positive();

/** `FoldedProvenance` as it stands in the header of a file. */
export const provenanceSchema = z.object({
  operator: z.number().int().nonnegative(),
  labels: z.string().max(100),
  builder: z.string().max(200),
  conductivities: z.object({ white: positive, grey: positive, csf: positive, bone: positive, scalp: positive }),
  trainingPoses: z.number().int().nonnegative(),
  fineTrainingPoses: z.number().int().nonnegative(),
});
