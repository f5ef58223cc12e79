import { z } from 'zod';
import { isOwnCoilId } from '../coil/files/readOwnCoil';
import { protocolChoiceSchema } from '../dose/protocol/readProtocol';
import { type Choices, COLOR_MAPS, FIELD_COMPONENTS, FIELD_MODELS, INITIAL_CHOICES, PULSE_SHAPES, THEMES } from './choices';
import { PARAMETER_IDS, PARAMETERS, type ParameterId } from './parameters';
import { LONGEST_EXPRESSION, PULSE_DURATION, type WaitingPulse } from './typedPulseValue';

/** Name of the text entry of a saved picture that carries the choices. */
export const PICTURE_KEYWORD = 'Coilscope choices';

/** Longest text that is read as stored choices, in characters. */
const LONGEST = 20_000;

const electrodeId = z.string().regex(/^[A-Za-z0-9-]{1,40}$/);
const id = z.string().regex(/^[a-z0-9-]{1,64}$/);

/** The numbers of the choices within their limits. */
const numbers = Object.fromEntries(
  PARAMETER_IDS.map((key) => [key, z.number().min(PARAMETERS[key].minimum).max(PARAMETERS[key].maximum)]),
) as Record<ParameterId, z.ZodNumber>;

/** What choices may be as they are written down, a typed pulse as its text; ids are checked elsewhere. */
export const choicesSchema = z.strictObject({
  ...numbers,
  coilId: id,
  currentReversed: z.boolean(),
  stimulatorId: id,
  targetId: id,
  anchorId: electrodeId,
  fieldModel: z.enum(FIELD_MODELS),
  pulseShape: z.enum(PULSE_SHAPES),
  pulseExpression: z.string().min(1).max(LONGEST_EXPRESSION),
  pulseDuration: z.number().min(PULSE_DURATION.minimum).max(PULSE_DURATION.maximum),
  theme: z.enum(THEMES),
  colorMap: z.enum(COLOR_MAPS),
  showCoil: z.boolean(),
  showScalp: z.boolean(),
  showMarks: z.boolean(),
  fieldComponent: z.enum(FIELD_COMPONENTS),
  logScale: z.boolean(),
  greyBelowThreshold: z.boolean(),
  showContours: z.boolean(),
  showElectrodes: z.boolean(),
  showMethods: z.boolean(),
  showArrows: z.boolean(),
  showFluxLines: z.boolean(),
  cutSagittal: z.boolean(),
  cutCoronal: z.boolean(),
  cutAxial: z.boolean(),
  protocol: protocolChoiceSchema,
});

/** Ids that exist, for the choices that name one. */
export interface KnownIds {
  readonly coilId: ReadonlySet<string>;
  readonly stimulatorId: ReadonlySet<string>;
  readonly targetId: ReadonlySet<string>;
  readonly anchorId: ReadonlySet<string>;
}

/** Choices as they are written down: a typed pulse is its text. */
export type WrittenChoices = Omit<Choices, 'typedPulse'> & { readonly pulseExpression: string; readonly pulseDuration: number };

export interface ReadChoices {
  readonly written: WrittenChoices;
  /** One sentence when something was not taken over; null when all was well. */
  readonly refusal: string | null;
}

const written = ({ typedPulse, ...others }: Choices): WrittenChoices => ({
  ...others,
  pulseExpression: typedPulse.expression,
  pulseDuration: typedPulse.duration,
});

/** Choices as they are written down; a formula that still waits for its parser stands in for the typed pulse, so that it is not lost. */
export function writtenChoices(choices: Choices, waiting: WaitingPulse | null = null): WrittenChoices {
  if (!waiting) return written(choices);
  const pulse = { pulseExpression: waiting.expression, pulseDuration: waiting.duration };
  return { ...written(choices), ...pulse, ...(waiting.chosen ? { pulseShape: 'typed' } : {}) };
}

/** The same as text. */
export const writeChoices = (choices: Choices, waiting: WaitingPulse | null = null): string =>
  JSON.stringify(writtenChoices(choices, waiting));

/** The first choices, written down. */
export const FIRST_WRITTEN = written(INITIAL_CHOICES);

/** Said where the coil of the last visit was one's own. */
const COIL_NOT_KEPT =
  'The coil of the last visit came from a file of your own, which is not kept in this browser any more: open the file again to use it.';

/** Choices of a value from outside, and what of it was not taken over. */
export interface FittingChoices {
  readonly written: WrittenChoices;
  /** Keys whose value is none that the choice can have. */
  readonly faults: readonly string[];
  /** The coil is one's own and not there. */
  readonly coilMissing: boolean;
}

/** Takes every choice that fits from an object that anyone may have written; `base` stands in for the others. */
export function fittingChoices(raw: object, known: KnownIds, base: WrittenChoices = FIRST_WRITTEN): FittingChoices {
  const choices: Record<string, unknown> = { ...base };
  const faults: string[] = [];
  let coilMissing = false;
  for (const [key, rule] of Object.entries(choicesSchema.shape)) {
    const given = Object.hasOwn(raw, key) ? (raw as Record<string, unknown>)[key] : undefined;
    if (given === undefined) continue;
    const checked = rule.safeParse(given);
    const exists = !(key in known) || known[key as keyof KnownIds].has(given as string);
    if (checked.success && exists) choices[key] = given;
    else if (checked.success && key === 'coilId' && isOwnCoilId(given as string)) coilMissing = true;
    else faults.push(key);
  }
  return { written: choices as unknown as WrittenChoices, faults, coilMissing };
}

/**
 * Reads choices from text that anyone may have written. Every entry that fits is taken over; one sentence names the first that does not,
 * and the initial choice stands in for it.
 */
export function readChoices(text: string, known: KnownIds): ReadChoices {
  const refused = (reason: string): ReadChoices => ({ written: FIRST_WRITTEN, refusal: `The stored settings were not used: ${reason}.` });
  if (text.length > LONGEST) return refused(`they must be at most ${LONGEST} characters long; instead ${text.length} came`);
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return refused('they must be JSON; instead something else came');
  }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return refused('they must be an object');
  const read = fittingChoices(raw, known);
  const sentences: string[] = read.coilMissing ? [COIL_NOT_KEPT] : [];
  if (read.faults.length > 0)
    sentences.push(`Stored settings outside their limits were replaced by the initial ones: ${read.faults.slice(0, 4).join(', ')}.`);
  return { written: read.written, refusal: sentences.length > 0 ? sentences.join(' ') : null };
}
