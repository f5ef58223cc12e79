import { z } from 'zod';
import { identifier } from '../core/sourcedSchema';
import type { TaskKind } from './taskSchema';

const meters = z.number().min(-0.3).max(0.3);
const number = z.number().min(-1e15).max(1e15);

/** What a learner committed to, by the kind of the task. */
const VALUES = {
  /** A point of the cortex [m, head frame]. */
  pin: z.tuple([meters, meters, meters]),
  /** Degrees in the convention of the handle angle. */
  direction: z.number().min(-360).max(360),
  /** The numbers of the goals when they were judged, in the units of the goals; null where one was not known. */
  reach: z.array(number.nullable()).max(8),
  choose: identifier,
  estimate: z.number().positive().max(1e15),
  /** Ids, in the order that the learner gave them. */
  order: z.array(identifier).max(8),
} satisfies Record<TaskKind, z.ZodType>;

export type ValueOf<Kind extends TaskKind> = z.output<(typeof VALUES)[Kind]>;
export type AnswerValue = ValueOf<TaskKind>;

const given = <Kind extends TaskKind>(kind: Kind) =>
  z.strictObject({ step: identifier, kind: z.literal(kind), value: VALUES[kind].nullable(), score: z.number().min(0).max(1) });

/** An answer; a value of null means that the task was skipped. */
export const answerSchema = z.discriminatedUnion('kind', [
  given('pin'),
  given('direction'),
  given('reach'),
  given('choose'),
  given('estimate'),
  given('order'),
]);

export type Answer = z.output<typeof answerSchema>;

export const isSkipped = ({ value }: Answer): boolean => value === null;
