import { z } from 'zod';
import { InputError, inputError } from '../core/inputError';
import { VERIFICATIONS } from '../core/sourced';

/** No part of a head is farther than this from the origin of its frame, m. */
const FARTHEST = 0.3;

const coordinate = z.number().min(-FARTHEST).max(FARTHEST);
const position = z.tuple([coordinate, coordinate, coordinate]);
const direction = z.tuple([z.number().min(-1).max(1), z.number().min(-1).max(1), z.number().min(-1).max(1)]);
const identifier = z.string().regex(/^[A-Za-z0-9-]{1,40}$/);
const text = z.string().min(1).max(600);
const length = z.number().positive().max(1);
const grade = z.enum(VERIFICATIONS as [string, ...string[]]).transform((value) => value as (typeof VERIFICATIONS)[number]);

const scalpPoint = z.object({ id: identifier, label: text, position, normal: direction, source: text, verification: grade });
const target = z.object({
  id: identifier,
  label: text,
  /** Whether the position lies on the scalp or in the brain. */
  kind: z.enum(['scalp', 'cortex']),
  space: text,
  position,
  source: text,
  verification: grade,
  /** Computed on this head: where the scalp is nearest, its outward normal, and how far away it is. */
  scalp: z.object({ position, normal: direction, distance: z.number().nonnegative().max(FARTHEST) }),
});
const schema = z.object({
  space: text,
  unit: z.literal('m'),
  fiducials: z.array(scalpPoint).min(4).max(20),
  electrodes: z.array(scalpPoint).min(19).max(120),
  electrodeMethod: text,
  /** Tape measures over the scalp, m. */
  tape: z.object({ nasionInion: length, preauricular: length, circumference: length }),
  targets: z.array(target).min(1).max(100),
  /** Measured on this head, m. */
  scalpToCortex: z.array(z.object({ target: identifier, alongNormal: length, nearest: length, brainAlongNormal: length, method: text })),
});

export type Landmarks = z.infer<typeof schema>;
export type ScalpPoint = Landmarks['fiducials'][number];
export type Target = Landmarks['targets'][number];

/** Checks landmarks from outside; a fault is one sentence that names the file and the first wrong place. */
export function parseLandmarks(value: unknown, fileName = 'landmarks.json'): Landmarks {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new InputError(`${fileName} is damaged: ${issue.path.join('.') || 'the file'} is not as expected (${issue.message}).`);
}

/** A fiducial or electrode by its id, such as `nasion` or `F3`. */
export function findScalpPoint(landmarks: Landmarks, id: string): ScalpPoint {
  return required('place on the scalp', [...landmarks.fiducials, ...landmarks.electrodes], id);
}

export function findTarget(landmarks: Landmarks, id: string): Target {
  return required('target', landmarks.targets, id);
}

function required<T extends { readonly id: string }>(what: string, list: readonly T[], id: string): T {
  const found = list.find((entry) => entry.id === id);
  if (!found) throw inputError(`The ${what}`, `be one of ${list.map((entry) => entry.id).join(', ')}`, id);
  return found;
}
