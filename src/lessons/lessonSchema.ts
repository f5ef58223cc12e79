import { z } from 'zod';
import { identifier } from '../core/sourcedSchema';
import { CONTROL_IDS } from '../share/address/startParameters';
import { LEVEL_RULES, VIEW_RULES } from '../share/scene/sceneSchema';
import { choicesSchema } from '../state/storedChoices';
import { taskSchema } from './taskSchema';

export const LESSON_FORMAT = 'coilscope-lesson';
export const LESSON_VERSION = 1;

/** What a step can keep back until the learner has committed. */
export const HIDDEN_PARTS = ['field', 'numbers'] as const;
export type HiddenPart = (typeof HIDDEN_PARTS)[number];

export const PICTURE_IDS = ['roads', 'gardener'] as const;

const words = (most: number) => z.string().trim().min(1).max(most);
const claimId = z.string().regex(/^[A-Z]\d*\+?$/, 'be the id of a claim');
const distinctIds = (list: readonly { readonly id: string }[]): boolean => new Set(list.map(({ id }) => id)).size === list.length;

/** What a step changes of the scene, in the words of a scene file; the theme is the learner's. */
const stepScene = z.strictObject({
  choices: choicesSchema.omit({ theme: true }).partial().optional(),
  camera: VIEW_RULES.camera.optional(),
  level: VIEW_RULES.level.optional(),
  stripTab: VIEW_RULES.stripTab.optional(),
  pulseTime: VIEW_RULES.pulseTime.optional(),
  currentDirection: VIEW_RULES.currentDirection.optional(),
  /** What is looked at in the levels of time. */
  look: z.strictObject(LEVEL_RULES).partial().optional(),
});

const step = z.strictObject({
  id: identifier,
  title: words(50),
  /** A small Markdown subset (`markdown.ts`), at most 60 words. */
  text: words(900),
  scene: stepScene.optional(),
  hide: z.array(z.enum(HIDDEN_PARTS)).max(HIDDEN_PARTS.length).optional(),
  /** What the learner is offered, as in `?controls=`; without it everything. */
  controls: z.array(z.enum(CONTROL_IDS)).max(CONTROL_IDS.length).optional(),
  task: taskSchema.optional(),
  hint: words(600).optional(),
  explanation: words(900).optional(),
  presenterNote: words(1200).optional(),
  sources: z.array(identifier).max(12),
  picture: z.enum(PICTURE_IDS).optional(),
});

/** The form of `models/lessons/*.json` and of a teacher's own lesson file. */
export const lessonSchema = z.strictObject({
  format: z.literal(LESSON_FORMAT),
  version: z.literal(LESSON_VERSION),
  id: identifier,
  number: z.number().int().min(1).max(99).optional(),
  title: words(60),
  objective: words(300),
  surprise: words(300),
  minutes: z.number().min(5).max(45),
  level: z.enum(['first', 'further', 'advanced']),
  leavesOut: z.array(words(300)).min(1).max(6),
  misconceptions: z.array(z.strictObject({ says: words(300), instead: words(400) })).max(12),
  claims: z.array(claimId).max(60),
  steps: z.array(step).min(1).max(30).refine(distinctIds, { error: 'have ids that differ from each other' }),
});

export type Lesson = z.output<typeof lessonSchema>;
export type Step = Lesson['steps'][number];
export type StepScene = NonNullable<Step['scene']>;
export type PictureId = (typeof PICTURE_IDS)[number];
