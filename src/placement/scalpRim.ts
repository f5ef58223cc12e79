import { add, dot, normalize, scale, subtract, type Vec3 } from '../core/vec3';
import { findScalpPoint, type Landmarks } from '../head/landmarks';

/** What lies below the scalp on which a coil can lie. */
export type BelowScalp = 'face' | 'ear' | 'neck';

/** The edge of the scalp on which a coil can lie: a plane that passes above brow and ears, through the inion. */
export interface ScalpRim {
  /** How far a point is above the edge, negative below, in metres. */
  height(point: Vec3): number;
  /** What is below the edge at the side of the head on which a point is. */
  below(point: Vec3): BelowScalp;
}

/** How far down from Fpz to the nasion the edge crosses the brow. */
const BROW = 1 / 3;
/** The ears are between these angles from the front, seen from above. */
const EARS = [(55 * Math.PI) / 180, (125 * Math.PI) / 180] as const;

export function createScalpRim(landmarks: Landmarks, center: Vec3): ScalpRim {
  const place = (id: string): Vec3 => findScalpPoint(landmarks, id).position;
  const inion = place('inion');
  const brow = add(scale(place('Fpz'), 1 - BROW), scale(place('nasion'), BROW));
  const toFront = subtract(brow, inion);
  // Level from left to right, tilted as the line from inion to brow is.
  const up = normalize([0, -toFront[2], toFront[1]]);
  return {
    height: (point) => dot(subtract(point, inion), up),
    below(point) {
      const [x, y] = subtract(point, center);
      const fromFront = Math.atan2(Math.abs(x), y);
      return fromFront < EARS[0] ? 'face' : fromFront > EARS[1] ? 'neck' : 'ear';
    },
  };
}
