import { distance, type Vec3 } from '../core/vec3';
import { type CoilPlace, TARGET_ANCHOR } from '../head/coilPlace';
import type { Landmarks, ScalpPoint as NamedPoint } from '../head/landmarks';
import type { ScalpPoint, SurfaceQueries } from './scalpQueries';
import { createScalpRim, type ScalpRim } from './scalpRim';
import { type Ray, raised, scalpUnderRay } from './scalpUnderRay';
import { createScalpWalk, type ScalpWalk } from './scalpWalk';

/** Up to here along the scalp the coil is at the target, and measured from it; farther off from the nearest 10-20 position [m]. */
export const TARGET_NEIGHBORHOOD = 0.04;
/** A coil that stands this near to the edge, or below it, is at its limit [m]. */
const AT_RIM = 0.0005;
/** A step that crosses the edge is halved so often: from 5 mm to a thousandth of one. */
const HALVINGS = 14;

export type Offsets = Pick<CoilPlace, 'offsetForward' | 'offsetRight'>;

/** All places of the coil on one scalp, with a target whose scalp point is `target`. */
export interface CoilPlaces {
  /** The scalp point of a place. */
  pointOf(place: CoilPlace, target: Vec3): ScalpPoint;
  /** The place over a point of the scalp, or over the edge above it: from the target in its neighborhood, else from the nearest 10-20 position. */
  placeOf(point: Vec3, target: Vec3): CoilPlace;
  /** The place after a change of its offsets, from the same anchor; where the straight way there leaves the scalp, it ends. */
  after(place: CoilPlace, change: Partial<Offsets>, target: Vec3): CoilPlace;
  /** The same place, measured as `placeOf` would measure it. */
  reanchored(place: CoilPlace, target: Vec3): CoilPlace;
  /** Where a hand that pulls along a ray brings the coil that is over `from`. */
  under(from: Vec3, ray: Ray): Vec3;
  /** What of the head a scalp point is close to. */
  surroundings(point: Vec3, target: Vec3): Surroundings;
}

export interface Surroundings {
  /** Along the scalp from the target's scalp point; where the tape ends (80° of the head), for points beyond [m]. */
  readonly fromTarget: number;
  readonly nearTarget: boolean;
  readonly electrode: NamedPoint;
  /** What lies below, for a coil at the edge of the scalp on which it can lie; else null. */
  readonly limit: ReturnType<ScalpRim['below']> | null;
}

export function createCoilPlaces(scalp: SurfaceQueries, center: Vec3, landmarks: Landmarks): CoilPlaces {
  const rim = createScalpRim(landmarks, center);
  const { electrodes } = landmarks;
  const nearest = (point: Vec3): NamedPoint =>
    electrodes.reduce((best, next) => (distance(next.position, point) < distance(best.position, point) ? next : best));
  const walkFrom = (anchorId: string, target: Vec3): ScalpWalk => {
    const start = anchorId === TARGET_ANCHOR ? target : electrodes.find(({ id }) => id === anchorId)?.position;
    if (!start) throw new Error(`There is no 10-20 position with the id ${anchorId}.`);
    return createScalpWalk(scalp, center, start);
  };
  const lengthFromTarget = (point: Vec3, target: Vec3): number => {
    const { offsetForward, offsetRight } = walkFrom(TARGET_ANCHOR, target).toOffsets(point);
    return Math.hypot(offsetForward, offsetRight);
  };

  const anchorOf = (point: Vec3, target: Vec3): string =>
    lengthFromTarget(point, target) <= TARGET_NEIGHBORHOOD ? TARGET_ANCHOR : nearest(point).id;
  const pointOf = (place: CoilPlace, target: Vec3): ScalpPoint =>
    walkFrom(place.anchorId, target).toPoint(place.offsetForward, place.offsetRight);
  const placeOf = (point: Vec3, target: Vec3): CoilPlace => {
    const on = raised(scalp, center, rim, point);
    const anchorId = anchorOf(on, target);
    return { anchorId, ...walkFrom(anchorId, target).toOffsets(on) };
  };

  return {
    pointOf,
    placeOf,
    reanchored(place, target) {
      const { position } = pointOf(place, target);
      return anchorOf(position, target) === place.anchorId ? place : placeOf(position, target);
    },
    after(place, change, target) {
      const walk = walkFrom(place.anchorId, target);
      const { anchorId, offsetForward, offsetRight } = place;
      const from: Offsets = { offsetForward, offsetRight };
      const to: Offsets = { ...from, ...change };
      const between = (share: number): Offsets => ({
        offsetForward: from.offsetForward + share * (to.offsetForward - from.offsetForward),
        offsetRight: from.offsetRight + share * (to.offsetRight - from.offsetRight),
      });
      const height = ({ offsetForward, offsetRight }: Offsets): number => rim.height(walk.toPoint(offsetForward, offsetRight).position);
      // A stored scene may begin below the edge: from there every step upward is one back onto the scalp.
      const lowest = Math.min(0, height(from));
      if (height(to) >= lowest) return { anchorId, ...to };
      let [good, bad] = [0, 1];
      for (let n = 0; n < HALVINGS; n++) {
        const middle = (good + bad) / 2;
        if (height(between(middle)) >= lowest) good = middle;
        else bad = middle;
      }
      return { anchorId, ...between(good) };
    },
    under: (from, ray) => scalpUnderRay(scalp, center, rim, from, ray),
    surroundings(point, target) {
      const fromTarget = lengthFromTarget(point, target);
      // The tape gives the length back with its last digits only.
      const nearTarget = fromTarget <= TARGET_NEIGHBORHOOD + 5e-5;
      return { fromTarget, nearTarget, electrode: nearest(point), limit: rim.height(point) < AT_RIM ? rim.below(point) : null };
    },
  };
}
