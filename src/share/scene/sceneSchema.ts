import { z } from 'zod';
import { PROTOCOL_IDS } from '../../dose/protocol/protocolPresets';
import { safetyData } from '../../dose/risk/safetyData';
import { DIFFERENCE_LIMITS } from '../../field/simulation/comparison';
import { COMPARISON_VIEWS } from '../../field/simulation/sceneSource';
import { FARTHEST_CAMERA, NEAREST_CAMERA } from '../../state/cameraPlace';
import type { LevelMemory } from '../../state/levelMemory';
import { PULSE_DURATION } from '../../state/typedPulseValue';
import { LEVEL_IDS, STRIP_TABS } from '../../state/viewStore';
import type { SceneComparison, SceneHunt, SceneView } from './scene';

/** A rule for every entry of a part of the scene; an entry that somebody adds must get one. */
type Rules<Part> = { readonly [Key in keyof Required<Part>]: z.ZodType };

const angle = z.number().min(-Math.PI).max(Math.PI);
const meters = z.number().min(-0.3).max(0.3);
const share = z.number().min(0).max(1);
const seed = z.number().int().min(0).max(1e9);
/** A name that is only looked up, with a first entry where it is not found. */
const name = z.string().regex(/^[A-Za-z0-9+-]{1,60}$/);
const names = z.array(name).max(400);

export const VIEW_RULES: Rules<SceneView> = {
  camera: z.strictObject({
    azimuth: angle,
    elevation: z
      .number()
      .min(-Math.PI / 2)
      .max(Math.PI / 2),
    distance: z.number().min(NEAREST_CAMERA).max(FARTHEST_CAMERA),
  }),
  stripTab: z.enum(STRIP_TABS),
  level: z.enum(LEVEL_IDS).nullable(),
  pulseTime: z.number().min(0).max(PULSE_DURATION.maximum).nullable(),
  currentDirection: z.enum(['posterior-anterior', 'anterior-posterior']),
  probe: z.tuple([meters, meters, meters]).nullable(),
  segment: z.number().int().min(0).max(7),
};

export const LEVEL_RULES: Rules<LevelMemory> = {
  patternId: z.union([z.enum(['own', 'edited', 'itbs1200', 'itbs1800']), z.enum(PROTOCOL_IDS)]),
  ownPattern: z.strictObject({
    burstsInTrain: z.number().int().min(1).max(200),
    trains: z.number().int().min(1).max(60),
    gapBetweenTrains: z.number().min(0).max(60),
  }),
  priorContraction: z.boolean(),
  laterContraction: z.boolean(),
  courseId: name,
  coursePart: z.enum(['calendar', 'curves', 'cohort', 'ways', 'later', 'studies']).nullable(),
  studyId: name,
  cohortSeed: seed,
  benefitId: name,
  benefitOutcome: z.enum(['response', 'remission']),
  safetyPage: name,
  seizureId: z.enum(safetyData.seizures.map(({ id }) => id)),
  effectId: z.enum(safetyData.sideEffects.map(({ id }) => id)),
  seizureSeed: seed,
  ringDistance: z.number().min(0.001).max(1),
  ringRadius: z.number().min(0.001).max(0.1),
  ringMaterial: name,
  patientId: name,
  asked: names,
  chapter: name,
  verdict: name,
  turned: names,
  guesses: z
    .record(name, z.enum(['supported', 'qualified', 'corrected', 'unproven', 'rhetoric']))
    .refine((all) => Object.keys(all).length <= 400),
};

/** More pulses than a hunt for a threshold ever takes. */
const MOST_TRIALS = 2000;

export const HUNT_RULES: Rules<SceneHunt> = {
  seed,
  trials: z.array(z.tuple([share, z.number().min(0).max(10)])).max(MOST_TRIALS),
  answer: z.strictObject({ estimate: share, truth: z.number().min(0).max(1e6) }).nullable(),
  motorThreshold: z.strictObject({ value: z.number().min(0.01).max(1), found: z.boolean() }),
};

export const COMPARISON_RULES: Rules<Omit<SceneComparison, 'kept'>> = {
  shown: z.enum(COMPARISON_VIEWS),
  differenceLimit: z.literal([...DIFFERENCE_LIMITS]),
};
