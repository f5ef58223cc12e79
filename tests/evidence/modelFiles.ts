import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { coilDescriptionSchema } from '../../src/coil/coilDescription';
import { coilRatesSchema } from '../../src/coil/coilRatesSchema';
import { focalitySchema } from '../../src/coil/focalitySchema';
import { stimulatorDescriptionSchema } from '../../src/coil/stimulatorDescription';
import { aftereffectSchema } from '../../src/dose/aftereffect/aftereffectSchema';
import { coilDriftSchema } from '../../src/dose/course/coilDriftSchema';
import { outcomeSchema } from '../../src/dose/course/outcomeSchema';
import { protocolPresetSchema } from '../../src/dose/protocol/presetSchema';
import { trainLimitsSchema } from '../../src/dose/protocol/trainLimitsSchema';
import { safetySchema } from '../../src/dose/risk/safetySchema';
import { screeningSchema } from '../../src/dose/risk/screeningSchema';
import { pairedPulsesSchema } from '../../src/dose/threshold/pairedPulsesSchema';
import { recruitmentSchema } from '../../src/dose/threshold/recruitmentSchema';
import { thresholdSchema } from '../../src/dose/threshold/thresholdSchema';
import { claimsSchema } from '../../src/evidence/claimsSchema';
import { clearedUsesSchema } from '../../src/evidence/clearedUsesSchema';
import { helpSchema } from '../../src/evidence/helpSchema';
import { openQuestionsSchema } from '../../src/evidence/openQuestionsSchema';
import { sourcesSchema } from '../../src/evidence/sourcesSchema';
import { glossarySchema } from '../../src/lessons/glossarySchema';
import { lessonSchema } from '../../src/lessons/lessonSchema';
import { conductivitiesSchema } from '../../src/physics/boundaryElements/conductivitiesSchema';

export const MODELS = join(import.meta.dirname, '..', '..', 'models');

export interface ModelFile {
  /** Path below `models`. */
  readonly name: string;
  readonly data: unknown;
}

/** Every data file below `models`, wherever it lies; what builders keep for themselves is theirs. */
export const modelFiles: readonly ModelFile[] = readdirSync(MODELS, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.json') && !name.split('/').includes('build'))
  .sort()
  .map((name) => ({ name, data: JSON.parse(readFileSync(join(MODELS, name), 'utf8')) as unknown }));

/** The form of each file, by its path; `*` stands for every file of that folder. */
export const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  'coils/*': coilDescriptionSchema,
  'stimulators/*': stimulatorDescriptionSchema,
  'protocols/*': protocolPresetSchema,
  'lessons/glossary.json': glossarySchema,
  'lessons/*': lessonSchema,
  'evidence/aftereffect.json': aftereffectSchema,
  'evidence/claims.json': claimsSchema,
  'evidence/cleared-uses.json': clearedUsesSchema,
  'evidence/coil-drift.json': coilDriftSchema,
  'evidence/coil-rates.json': coilRatesSchema,
  'evidence/conductivities.json': conductivitiesSchema,
  'evidence/focality.json': focalitySchema,
  'evidence/help.json': helpSchema,
  'evidence/open-questions.json': openQuestionsSchema,
  'evidence/outcomes.json': outcomeSchema,
  'evidence/paired-pulses.json': pairedPulsesSchema,
  'evidence/recruitment.json': recruitmentSchema,
  'evidence/safety.json': safetySchema,
  'evidence/screening.json': screeningSchema,
  'evidence/sources.json': sourcesSchema,
  'evidence/threshold.json': thresholdSchema,
  'evidence/train-limits.json': trainLimitsSchema,
};

/** The files of a head are meshes and their readings: their readers check them, and their places are told in sentences. */
export const isHeadFile = (name: string): boolean => name.startsWith('heads/');

/** Numbers of lessons are settings and limits of tasks; what lessons refer to is checked by `tests/lessons`. */
export const isLessonFile = (name: string): boolean => name.startsWith('lessons/');

export const schemaOf = (name: string): z.ZodType | undefined => SCHEMAS[name] ?? SCHEMAS[`${name.split('/')[0]}/*`];

export interface Found {
  readonly path: string;
  readonly datum: Record<string, unknown>;
}

/** Collects every object that has a source or a grade, and the path of every number outside one. */
export function walkDatum(value: unknown, path: string, found: Found[], naked: string[]): void {
  if (typeof value === 'number') naked.push(path);
  if (value === null || typeof value !== 'object') return;
  const record = value as Record<string, unknown>;
  if (!Array.isArray(value) && ('source' in record || 'verification' in record)) found.push({ path, datum: record });
  if (!Array.isArray(value) && 'value' in record && 'source' in record) return;
  for (const [key, child] of Object.entries(record)) walkDatum(child, `${path}/${key}`, found, naked);
}
