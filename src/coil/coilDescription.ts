import { z } from 'zod';
import { inputError } from '../core/inputError';
import type { Sourced } from '../core/sourced';
import { identifier, sourcedShape, plainText as text } from '../core/sourcedSchema';
import type { Dipoles } from '../physics/dipoles';
import { type PublishedFocality, publishedFocality } from './publishedFocality';

/**
 * A coil as data: what lies where, in whose words. The files in `models/coils` hold millimeters and degrees; `parseCoilDescription` turns
 * them into meters and radians, so that everything after it is SI. Frame: the coil frame (z into the head, handle toward -y, the side of
 * a flat casing that faces the head is z = 0).
 */
export interface CoilDescription {
  readonly id: string;
  readonly name: string;
  readonly manufacturer: string;
  /** What the field under the coil looks like: one spot between two wings, or a ring. */
  readonly fieldPattern: 'figure8' | 'circular';
  readonly description: string;
  readonly wings: readonly Wing[];
  readonly conductor: Conductor;
  readonly casing: Casing;
  readonly focality: PublishedFocality;
  /** What a reader must know before quoting a number of this model. */
  readonly notes: readonly string[];
  readonly dipoleApproximation?: DipoleApproximation;
  readonly sphereMeasures?: SphereMeasures;
  readonly comparison?: MeasuredComparison;
  /** Largest dI/dt [A/s] that the file of an own coil states, with whatever stimulator it was measured. */
  readonly largestRate?: Sourced<number>;
  /** Only for a coil that was read from a file of dipoles: it has no wings, and these instead. */
  readonly dipoleCloud?: Dipoles;
  /** With it: what touches the head. */
  readonly contact?: CoilContact;
}

/** Points, coil frame, stride 3, that stay `margin` farther from the scalp than the casing does [m]. */
export interface CoilContact {
  readonly points: Float64Array;
  readonly margin: number;
  /** Points of the windings on the side of the head, as far as they can be nearest to it. */
  readonly windings: Float64Array;
}

/** One wing. It is wound in a plane, mirrored by `sense`, and tilted about a line parallel to y that lies in the plane z = 0. */
export interface Wing {
  /** Center of the turns in the unbent plane, x and y. */
  readonly center: Sourced<readonly [number, number]>;
  /** +1: for positive coil current the moment points along +z; -1: along -z. */
  readonly sense: Sourced<number>;
  /** How far the outer edge is turned toward the head. */
  readonly tilt: Sourced<number>;
  /** Distance of the hinge line from the plane x = 0, on the side of the wing. */
  readonly hinge: Sourced<number>;
  readonly layers: readonly Layer[];
}

export interface Layer {
  /** z of the middle of the copper in the frame of the wing, negative: behind the face of the casing. */
  readonly depth: Sourced<number>;
  /** Current in this layer per ampere of coil current: 1 for a real layer, 1/n where n sub-layers stand for one tall strip. */
  readonly currentShare: Sourced<number>;
  readonly turns: Turns;
}

/** `circles`: closed turns. `spiral`: radius = baseRadius + growth·angle. `ellipses`: closed turns with semi-axes along x and y. */
export type Turns =
  | { readonly kind: 'circles'; readonly radii: Sourced<readonly number[]> }
  | {
      readonly kind: 'spiral';
      readonly baseRadius: Sourced<number>;
      /** m/rad. */
      readonly growth: Sourced<number>;
      readonly startAngle: Sourced<number>;
      readonly endAngle: Sourced<number>;
      /** Where angle 0 lies, counted from the x axis of the wing. */
      readonly rotation: Sourced<number>;
      /** +1: the angle grows from x to y; -1: the other way. */
      readonly handedness: Sourced<number>;
    }
  | {
      readonly kind: 'ellipses';
      readonly semiAxesX: Sourced<readonly number[]>;
      readonly semiAxesY: Sourced<readonly number[]>;
    };

/** Cross-section of the copper, for drawing: along the radius and along z. */
export interface Conductor {
  readonly width: Sourced<number>;
  readonly height: Sourced<number>;
}

export interface Casing {
  /** How far the casing reaches beyond the outermost turn. */
  readonly margin: Sourced<number>;
  /** From the face toward the head to the back. */
  readonly thickness: Sourced<number>;
}

/** Written by `npm run build:coils`, compared by a test. */
export interface DipoleApproximation {
  readonly dipoles: Sourced<number>;
  /** Relative L2 difference from the dense winding over the cortical cap at gap 0. */
  readonly error: Sourced<number>;
  /** Largest difference on the cap over the largest field. */
  readonly largestError: Sourced<number>;
}

/** Written by `npm run build:coils`, compared by a test: measures over the standard sphere (85 mm, cortex 70 mm), one entry per gap. */
export interface SphereMeasures {
  /** Between casing and scalp, growing. */
  readonly gaps: Sourced<readonly number[]>;
  readonly halfValueDepths: Sourced<readonly number[]>;
  readonly tangentialSpreads: Sourced<readonly number[]>;
}

/** Written by `npm run build:coils`, compared by a test: this winding beside the measured coil whose figures it was fitted to, or that it stands for. */
export interface MeasuredComparison {
  /** The measured coil, as its source names it. */
  readonly title: string;
  /** Largest relative difference of |A| at the reference points above a tenth of the largest. */
  readonly largest: Sourced<number>;
  /** Total area of the turns of this winding [m²], both wings. */
  readonly turnArea: Sourced<number>;
  /** Relative difference of that area. */
  readonly turnAreaError: Sourced<number>;
}

const finite = z.number().min(-1e6).max(1e6);

/** A sourced value in a unit of the data files, turned into SI by `factor`. */
function sourced<T extends z.ZodType>(value: T, units: Record<string, number>) {
  const entry = z.strictObject(sourcedShape(value, Object.keys(units)));
  return entry.transform((parsed) => {
    const raw = parsed as Sourced<z.output<T>>;
    const factor = units[raw.unit];
    const scaled = scaleValue(raw.value, factor) as z.output<T>;
    return { ...raw, value: scaled, unit: SI_UNIT[raw.unit] } as Sourced<z.output<T>>;
  });
}

function scaleValue(value: unknown, factor: number): unknown {
  if (typeof value === 'number') return value * factor;
  return Array.isArray(value) ? value.map((entry) => scaleValue(entry, factor)) : value;
}

const SI_UNIT: Record<string, string> = { mm: 'm', deg: 'rad', 'mm/rad': 'm/rad', 'm²': 'm²', '1': '1', cm: 'm', 'cm²': 'm²' };
const LENGTH = { mm: 1e-3 };
const ANGLE = { deg: Math.PI / 180 };
const NUMBER = { '1': 1 };

const positive = z.number().positive().max(1e4);
const sign = z.union([z.literal(1), z.literal(-1)]) as z.ZodType<number>;
const radii = z.array(positive).min(1).max(200);

const turns = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('circles'), radii: sourced(radii, LENGTH) }),
  z.strictObject({
    kind: z.literal('spiral'),
    baseRadius: sourced(positive, LENGTH),
    growth: sourced(positive, { 'mm/rad': 1e-3 }),
    startAngle: sourced(finite.min(0), ANGLE),
    endAngle: sourced(z.number().positive().max(36000), ANGLE),
    rotation: sourced(finite.min(-360).max(360), ANGLE),
    handedness: sourced(sign, NUMBER),
  }),
  z.strictObject({ kind: z.literal('ellipses'), semiAxesX: sourced(radii, LENGTH), semiAxesY: sourced(radii, LENGTH) }),
]);

const layer = z.strictObject({
  depth: sourced(finite.max(0), LENGTH),
  currentShare: sourced(positive.max(1), NUMBER),
  turns,
});

const wing = z.strictObject({
  center: sourced(z.tuple([finite, finite]), LENGTH),
  sense: sourced(sign, NUMBER),
  tilt: sourced(finite.min(-80).max(80), ANGLE),
  hinge: sourced(finite.min(0), LENGTH),
  layers: z.array(layer).min(1).max(20),
});

/** The form of `models/coils/*.json`; its output is in SI units. The published ranges of the pattern are added by the reader. */
export const coilDescriptionSchema = z.strictObject({
  id: identifier,
  name: text,
  manufacturer: text,
  fieldPattern: z.enum(['figure8', 'circular']),
  description: text,
  wings: z.array(wing).min(1).max(8),
  conductor: z.strictObject({ width: sourced(positive, LENGTH), height: sourced(positive, LENGTH) }),
  casing: z.strictObject({ margin: sourced(positive, LENGTH), thickness: sourced(positive, LENGTH) }),
  /** Why the coil lies outside the published ranges of its pattern, where it does. */
  focality: z.strictObject({ explanation: z.string().max(2000) }),
  notes: z.array(text).max(20),
  dipoleApproximation: z
    .strictObject({ dipoles: sourced(positive, NUMBER), error: sourced(positive, NUMBER), largestError: sourced(positive, NUMBER) })
    .optional(),
  comparison: z
    .strictObject({
      title: text,
      largest: sourced(z.number().min(0).max(10), NUMBER),
      turnArea: sourced(positive, { 'm²': 1 }),
      turnAreaError: sourced(finite, NUMBER),
    })
    .optional(),
  sphereMeasures: z
    .strictObject({
      gaps: sourced(z.array(finite.min(0)).min(2).max(20), LENGTH),
      halfValueDepths: sourced(radii, { cm: 0.01 }),
      tangentialSpreads: sourced(radii, { 'cm²': 1e-4 }),
    })
    .optional(),
});

/** Reads the content of a coil file; a fault is named by the path of the field. */
export function parseCoilDescription(raw: unknown): CoilDescription {
  const result = coilDescriptionSchema.safeParse(raw);
  if (result.success) {
    const { focality, ...coil } = result.data;
    return { ...coil, focality: publishedFocality(coil.fieldPattern, focality.explanation) };
  }
  const issue = result.error.issues[0];
  const field = ['coil', ...issue.path].join('.');
  throw inputError(field, `fit the form of a coil description (${issue.message})`, valueAt(raw, issue.path));
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  let value = raw;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}
