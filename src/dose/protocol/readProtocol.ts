import { z } from 'zod';
import { InputError } from '../../core/inputError';
import { readInput } from '../../core/readInput';
import { coursePlanSchema } from './courseCalendar';
import { checkProtocol, type Protocol } from './protocol';
import type { ProtocolChoice } from './protocolChoice';
import { protocolOutcome } from './protocolOutcome';
import { PROTOCOL_IDS } from './protocolPresets';
import { protocolTimingSchema } from './protocolTiming';

const { intensity, sessions, ...timingShape } = protocolTimingSchema.shape;

const segmentSchema = z.strictObject(
  {
    side: z.enum(['left', 'right'], { error: 'be left or right' }).optional(),
    target: z.string({ error: 'be a text' }).max(200, 'have at most 200 characters').optional(),
    intensity,
    intensityReference: z.enum(['rMT', 'aMT'], { error: 'be rMT or aMT' }),
    timing: z.strictObject(timingShape, { error: 'be an object with the nested timing' }),
  },
  { error: 'be an object with intensity, intensityReference and timing' },
);

export const segmentsSchema = z
  .array(segmentSchema, { error: 'be a list of segments' })
  .min(1, 'have at least one segment')
  .max(8, 'have at most 8 segments');

const protocolSchema = z.strictObject({ segments: segmentsSchema, sessions }, { error: 'be an object with segments' });

/** Reads a protocol of several segments from outside. Same rules as for typed timing. */
export function readProtocol(input: unknown): Protocol {
  const protocol = readInput(protocolSchema as z.ZodType<Protocol>, input, 'protocol');
  checkProtocol(protocol);
  return protocol;
}

export const protocolNameSchema = z.string({ error: 'be a text' }).max(100, 'have at most 100 characters');
export const presetIdSchema = z.enum(PROTOCOL_IDS, { error: `be one of ${PROTOCOL_IDS.join(', ')}` });

const choiceShape = z.strictObject({
  presetId: presetIdSchema.nullable(),
  name: protocolNameSchema.optional(),
  segments: segmentsSchema,
  plan: coursePlanSchema,
});

/** A protocol among the choices: of the right form, and then one that can be run. */
export const protocolChoiceSchema = (choiceShape as unknown as z.ZodType<ProtocolChoice>).pipe(
  z.custom<ProtocolChoice>().superRefine((choice, context) => {
    try {
      protocolOutcome(choice);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      context.addIssue({ code: 'custom', message: error.message });
    }
  }),
);
