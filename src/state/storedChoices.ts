import { z } from 'zod';
import { protocolChoiceSchema } from '../dose/protocol/readProtocol';
import { type Choices, COLOR_MAPS, FIELD_COMPONENTS, FIELD_MODELS, INITIAL_CHOICES, PULSE_SHAPES, THEMES } from './choices';
import { PARAMETER_IDS, PARAMETERS, type ParameterId } from './parameters';

/** Name of the text entry of a saved picture that carries the choices. */
export const PICTURE_KEYWORD = 'Coilscope choices';

/** Longest text that is read as stored choices, in characters. */
const LONGEST = 20_000;

const id = z.string().regex(/^[a-z0-9-]{1,64}$/);

/** The numbers of the choices within their limits. */
const numbers = Object.fromEntries(
  PARAMETER_IDS.map((key) => [key, z.number().min(PARAMETERS[key].minimum).max(PARAMETERS[key].maximum)]),
) as Record<ParameterId, z.ZodNumber>;

/** What choices may be; ids are checked elsewhere. */
export const choicesSchema = z.strictObject({
  ...numbers,
  coilId: id,
  stimulatorId: id,
  targetId: id,
  fieldModel: z.enum(FIELD_MODELS),
  pulseShape: z.enum(PULSE_SHAPES),
  pulseExpression: z.string().min(1).max(400),
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
}

export interface ReadChoices {
  readonly choices: Choices;
  /** One sentence when something was not taken over; null when all was well. */
  readonly refusal: string | null;
}

/** Choices written as text. */
export const writeChoices = (choices: Choices): string => JSON.stringify(choices);

/**
 * Reads choices from text that anyone may have written. Every entry that fits is taken over; one sentence names the first that does not,
 * and the initial choice stands in for it.
 */
export function readChoices(text: string, known: KnownIds): ReadChoices {
  const refused = (reason: string): ReadChoices => ({ choices: INITIAL_CHOICES, refusal: `The stored settings were not used: ${reason}.` });
  if (text.length > LONGEST) return refused(`they must be at most ${LONGEST} characters long; instead ${text.length} came`);
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return refused('they must be JSON; instead something else came');
  }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return refused('they must be an object');
  const choices: Record<string, unknown> = { ...INITIAL_CHOICES };
  const faults: string[] = [];
  for (const [key, rule] of Object.entries(choicesSchema.shape)) {
    const given = Object.hasOwn(raw, key) ? (raw as Record<string, unknown>)[key] : undefined;
    if (given === undefined) continue;
    const checked = rule.safeParse(given);
    const exists = !(key in known) || known[key as keyof KnownIds].has(given as string);
    if (checked.success && exists) choices[key] = given;
    else faults.push(key);
  }
  const refusal =
    faults.length === 0
      ? null
      : `Stored settings outside their limits were replaced by the initial ones: ${faults.slice(0, 4).join(', ')}.`;
  return { choices: choices as unknown as Choices, refusal };
}
