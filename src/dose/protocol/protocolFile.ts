import { z } from 'zod';
import { inputError } from '../../core/inputError';
import { readInput } from '../../core/readInput';
import { coursePlanSchema } from './courseCalendar';
import { type ProtocolChoice, protocolName } from './protocolChoice';
import { protocolOutcome } from './protocolOutcome';
import { presetIdSchema, protocolNameSchema, segmentsSchema } from './readProtocol';

export const PROTOCOL_FORMAT = 'coilscope-protocol';
const VERSION = 1;
/** Largest file that is read, bytes; the longest protocol that can be written has a tenth of it. */
export const LARGEST_PROTOCOL_FILE = 64 * 1024;
/** Ends of the names of protocol files. */
export const PROTOCOL_FILE_ENDS = ['.json'] as const;

const fileSchema = z.strictObject(
  {
    format: z.literal(PROTOCOL_FORMAT, { error: `be "${PROTOCOL_FORMAT}"` }),
    version: z.literal(VERSION, { error: `be ${VERSION}, the version that this program knows` }),
    name: protocolNameSchema.optional(),
    /** Id of the published protocol whose sources its numbers are compared with. */
    startedFrom: presetIdSchema.optional(),
    segments: segmentsSchema,
    course: coursePlanSchema,
  },
  { error: 'be an object with format, version, segments and course' },
);

/** The text of a protocol file: format and version, name, session and course with its phases. Seconds, fractions, counts. */
export function writeProtocolFile(choice: ProtocolChoice): string {
  const { presetId, segments, plan } = choice;
  const file = {
    format: PROTOCOL_FORMAT,
    version: VERSION,
    name: protocolName(choice),
    ...(presetId === null ? {} : { startedFrom: presetId }),
    segments,
    course: plan,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Where a saved protocol goes; the name says what it is. */
export const protocolFileName = ({ presetId }: ProtocolChoice): string => `coilscope-protocol-${presetId ?? 'own'}.json`;

/** Whether a value from outside means to be a protocol file. */
export const isProtocolFile = (value: unknown): boolean => typeof value === 'object' && value !== null && 'format' in value;

/** Reads the parsed content of a protocol file; refuses what is malformed and what cannot be run, by one sentence. */
export function readProtocolFile(value: unknown): ProtocolChoice {
  const { name, startedFrom, segments, course } = readInput(fileSchema, value, 'the protocol file');
  const choice = { presetId: startedFrom ?? null, segments, plan: course } as ProtocolChoice;
  protocolOutcome(choice);
  // A name that follows from the preset and its edits is not kept: it would stay when they change.
  return name === undefined || name === protocolName(choice) ? choice : { ...choice, name };
}

/** Reads the text of a protocol file. */
export function readProtocolText(text: string): ProtocolChoice {
  if (text.length > LARGEST_PROTOCOL_FILE) {
    throw inputError('the protocol file', `have at most ${LARGEST_PROTOCOL_FILE} characters`, text.length);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw inputError('the protocol file', 'be JSON', text.slice(0, 20));
  }
  return readProtocolFile(value);
}
