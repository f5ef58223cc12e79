import { z } from 'zod';
import { finiteNumber, identifier, positiveNumber } from '../core/sourcedSchema';
import { QUANTITY_IDS } from './quantities';

const words = (most: number) => z.string().trim().min(1).max(most);
const quantity = z.enum(QUANTITY_IDS);
const unit = z.string().max(20);

/** Two options or items must not answer to one name. */
const distinct = <T extends { readonly id: string }>(list: readonly T[]): boolean => new Set(list.map(({ id }) => id)).size === list.length;
const DISTINCT = { error: 'have ids that differ from each other' };

/** Full marks up to `full`, none from `none` on: the second must be larger. */
const ordered = ({ full, none }: { readonly full: number; readonly none: number }): boolean => none > full;
const ORDERED = { error: 'be larger than full', path: ['none'] };

/** Where the field is strongest on the cortex; `full` and `none` in mm. */
const pin = z
  .strictObject({ kind: z.literal('pin'), target: z.literal('strongest'), full: positiveNumber.max(100), none: positiveNumber.max(200) })
  .refine(ordered, ORDERED);

/** A handle angle or the way of the current under the coil; `full` and `none` in degrees, `axial` where half a turn makes no difference. */
const direction = z
  .strictObject({
    kind: z.literal('direction'),
    target: z.enum(['bestHandle', 'current']),
    full: positiveNumber.max(90),
    none: positiveNumber.max(180),
    axial: z.boolean().optional(),
  })
  .refine(ordered, ORDERED);

const goal = z
  .strictObject({ quantity, atLeast: finiteNumber.optional(), atMost: finiteNumber.optional(), unit })
  .refine(({ atLeast, atMost }) => atLeast !== undefined || atMost !== undefined, { error: 'have atLeast or atMost' })
  .refine(({ atLeast, atMost }) => atLeast === undefined || atMost === undefined || atLeast <= atMost, {
    error: 'be no smaller than atLeast',
    path: ['atMost'],
  });

/** Quantities brought to a value with the real controls; `pulses`: the most pulses of the hunt for a threshold. */
const reach = z.strictObject({
  kind: z.literal('reach'),
  goals: z.array(goal).min(1).max(4),
  pulses: z.number().int().min(1).max(200).optional(),
});

const option = z.strictObject({ id: identifier, label: words(160), credit: z.number().min(0).max(1), because: words(400) });

const choose = z
  .strictObject({
    kind: z.literal('choose'),
    question: words(300),
    options: z.array(option).min(2).max(8).refine(distinct, DISTINCT),
    figureOfSpeech: z.literal(true).optional(),
  })
  .refine(({ options }) => options.some(({ credit }) => credit === 1), { error: 'have an option of credit 1', path: ['options'] });

/** A number, scored by its ratio to the answer: `full` and `none` are factors. */
const estimate = z
  .strictObject({
    kind: z.literal('estimate'),
    question: words(300),
    unit,
    answer: z.union([positiveNumber, quantity]),
    source: identifier.optional(),
    full: z.number().gt(1).max(100),
    none: z.number().gt(1).max(1e6),
  })
  .refine(ordered, ORDERED);

const item = z.strictObject({ id: identifier, label: words(120), value: finiteNumber });

/** Things put in order, smallest first, by what `by` says. */
const order = z.strictObject({
  kind: z.literal('order'),
  question: words(300),
  items: z.array(item).min(2).max(8).refine(distinct, DISTINCT),
  by: words(80),
});

/** What the learner does before the reason is told; the model judges it. */
export const taskSchema = z.discriminatedUnion('kind', [pin, direction, reach, choose, estimate, order]);

export type Task = z.output<typeof taskSchema>;
export type TaskKind = Task['kind'];
export type TaskOf<Kind extends TaskKind> = Extract<Task, { readonly kind: Kind }>;
