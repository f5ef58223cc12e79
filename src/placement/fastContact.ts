import type { RigidTransform } from '../core/rigidTransform';
import { add, scale } from '../core/vec3';
import { type CoilHold, coilAxes } from './coilPose';
import type { DistanceLattice } from './distanceLattice';
import type { ScalpPoint } from './scalpQueries';

/** The coil starts this far out before it is lowered, in metres; tilted wings of a double cone reach 0.13 m deep. */
const START_HEIGHT = 0.16;
/** Points farther than the gap and this need only a lower bound of their distance, in metres. */
const FAR = 0.008;
/** The gap is met within this, in metres. */
const TOLERANCE = 2e-5;
const MOST_STEPS = 60;
/** Points of the casing that are this much farther from the scalp than the closest one cannot become the closest any more: factor, and metres. */
const KEPT_FACTOR = 1.3;
const KEPT_BAND = 0.05;

const _indices = new Uint16Array(65_536);

/**
 * `coilPose` for searches: the same pose within some hundredths of a millimeter, forty times faster. The coil comes down along the normal
 * by its distance to the scalp over and over (it can never pass through), read from a lattice of distances.
 */
export function fastContactPose(lattice: DistanceLattice, casing: ArrayLike<number>, place: ScalpPoint, hold: CoilHold): RigidTransform {
  return fastRestingPose(lattice, casing, place, coilAxes(place.normal, hold), hold.coilDistance);
}

/** The coil with given axes over a scalp point, lowered along the scalp's normal there until its casing is `gap` [m] away. */
export function fastRestingPose(
  lattice: DistanceLattice,
  casing: ArrayLike<number>,
  place: ScalpPoint,
  axes: Pick<RigidTransform, 'x' | 'y' | 'z'>,
  gap: number,
): RigidTransform {
  const lift = restingLift(lattice, casing, { ...axes, origin: place.position }, place, gap);
  return { ...axes, origin: add(place.position, scale(place.normal, lift)) };
}

function restingLift(
  lattice: DistanceLattice,
  casing: ArrayLike<number>,
  { x, y, z, origin }: RigidTransform,
  { normal }: ScalpPoint,
  gap: number,
): number {
  let count = casing.length / 3;
  for (let i = 0; i < count; i++) _indices[i] = i;
  let lift = gap + START_HEIGHT;
  for (let step = 0; step < MOST_STEPS; step++) {
    const [cx, cy, cz] = [origin[0] + lift * normal[0], origin[1] + lift * normal[1], origin[2] + lift * normal[2]];
    let smallest = Infinity;
    let kept = 0;
    for (let n = 0; n < count; n++) {
      const p = 3 * _indices[n];
      const [a, b, c] = [casing[p], casing[p + 1], casing[p + 2]];
      const distance = lattice.distance(
        cx + a * x[0] + b * y[0] + c * z[0],
        cy + a * x[1] + b * y[1] + c * z[1],
        cz + a * x[2] + b * y[2] + c * z[2],
        gap + FAR,
      );
      if (distance < smallest) smallest = distance;
      if (distance < KEPT_FACTOR * smallest + KEPT_BAND) _indices[kept++] = _indices[n];
    }
    count = kept;
    const descent = smallest - gap;
    lift -= descent;
    if (Math.abs(descent) < TOLERANCE) break;
  }
  return lift;
}
