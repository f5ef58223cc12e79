import { z } from 'zod';
import { checkProtocol, type Protocol } from './protocol';
import { protocolTimingSchema } from './protocolTiming';
import { readInput } from './readInput';

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

const protocolSchema = z.strictObject(
  {
    segments: z
      .array(segmentSchema, { error: 'be a list of segments' })
      .min(1, 'have at least one segment')
      .max(8, 'have at most 8 segments'),
    sessions,
  },
  { error: 'be an object with segments' },
);

/** Reads a protocol of several segments from outside (a file, a link): what the editor saves. Same rules as for typed timing. */
export function readProtocol(input: unknown): Protocol {
  const protocol = readInput(protocolSchema as z.ZodType<Protocol>, input, 'protocol');
  checkProtocol(protocol);
  return protocol;
}
