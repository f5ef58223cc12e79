import { inputError } from '../core/inputError';

/** Three measures taken on a head with a tape, in metres. */
export interface TapeMeasures {
  /** From tragus to tragus over the vertex. */
  readonly tragusTragus: number;
  /** From nasion to inion over the vertex. */
  readonly nasionInion: number;
  /** Around the head, above brow and inion. */
  readonly circumference: number;
}

/** How to find the place, in metres. */
export interface BeamF3 {
  /** Along the circumference, from the midline at the forehead to the left. */
  readonly alongCircumference: number;
  /** From the vertex toward the point found on the circumference. */
  readonly fromVertex: number;
  /** The same with the 3.5 mm that later work adds for an average head. */
  readonly adjustedFromVertex: number;
}

/** Shorter or longer than this no adult head measures, in metres. */
export const TAPE_LIMITS = { least: 0.2, most: 0.8 } as const;

const degree = Math.PI / 180;
/** Share of an arc over the head that is the radius of the flattened head. */
const RADIUS_SHARE = 0.4;
/** The two angles of the website's construction. */
const FIRST_ANGLE = 324 * degree;
const SECOND_ANGLE = 298 * degree;
const SHORTENING = 0.91;
const ADJUSTMENT = 0.0035;

/**
 * Beam F3 (Beam et al. 2009, 10.1016/j.brs.2008.09.006) in the trigonometric form of its website: with R2 = 0.4 TT and R1 = 0.4 NI,
 *
 *     A = (R2 sin 324° + R1/2) / R2,   B = R1 sin 298° / (R1 cos 298° - R2/2),
 *     x = (R1 - R2 B) / (2 (A - B)),   y = A x - R1/2,   r = |(x, y)|,   θ = atan(y/x) in degrees,
 *     Y = 0.91 r,   X = HC/4 · (90 + θ)/90.
 *
 * The form that circulates as "published" gives 24 cm and 18 cm and is not used.
 */
export function beamF3(measures: TapeMeasures): BeamF3 {
  checkMeasures(measures);
  const across = RADIUS_SHARE * measures.tragusTragus;
  const along = RADIUS_SHARE * measures.nasionInion;
  const a = (across * Math.sin(FIRST_ANGLE) + along / 2) / across;
  const b = (along * Math.sin(SECOND_ANGLE)) / (along * Math.cos(SECOND_ANGLE) - across / 2);
  const x = (along - across * b) / (2 * (a - b));
  const y = a * x - along / 2;
  const theta = Math.atan(y / x) / degree;
  const fromVertex = SHORTENING * Math.sqrt(x * x + y * y);
  return {
    alongCircumference: (measures.circumference / 4) * ((90 + theta) / 90),
    fromVertex,
    adjustedFromVertex: fromVertex + ADJUSTMENT,
  };
}

/** The straight-line fit to `beamF3`, within 0.8 mm for ordinary heads: X = 0.1154 HC, Y = 0.2637 (TT + NI)/2. */
export function linearBeamF3(measures: TapeMeasures): BeamF3 {
  checkMeasures(measures);
  const fromVertex = (0.2637 * (measures.tragusTragus + measures.nasionInion)) / 2;
  return { alongCircumference: 0.1154 * measures.circumference, fromVertex, adjustedFromVertex: fromVertex + ADJUSTMENT };
}

function checkMeasures(measures: TapeMeasures): void {
  for (const [name, value] of Object.entries(measures)) {
    if (!(value >= TAPE_LIMITS.least && value <= TAPE_LIMITS.most)) {
      throw inputError(name, `be ${TAPE_LIMITS.least * 100} to ${TAPE_LIMITS.most * 100} cm`, value);
    }
  }
}
