import { normalize, subtract, type Vec3 } from '../core/vec3';
import { findScalpPoint, findTarget, type Landmarks } from '../head/landmarks';
import { type BeamF3, beamF3, type TapeMeasures } from './beamF3';
import type { ScalpPoint, SurfaceQueries } from './scalpQueries';
import { layTape, originInPlane } from './scalpTape';
import { radialPoint } from './scalpWalk';

export type PlacementMethodId = 'beamF3' | 'fiveCentimeters' | 'f3';

/** Where a rule of the clinic puts the coil on this head. */
export interface PlacementMethod {
  readonly id: PlacementMethodId;
  readonly label: string;
  /** One sentence: how the point is found. */
  readonly how: string;
  readonly point: ScalpPoint;
}

export interface PlacementMethods {
  readonly lengths: BeamF3;
  readonly methods: readonly PlacementMethod[];
}

/** How far in front of the motor spot the rule goes. */
export const FIVE_CENTIMETERS = 0.05;

/**
 * Left prefrontal places on the scalp by three rules. All tapes are plane sections of the smooth scalp:
 * Beam F3: X along the circumference (plane through Fpz, T7 and Oz) from Fpz to the left, then Y from Cz toward that point, in the plane with
 * the head's center. 5 cm rule: from the scalp point over the hand knob forward in the parasagittal plane. F3: the electrode of this head.
 *
 * @param center the head's center [m], inside the scalp
 */
export function placementMethods(scalp: SurfaceQueries, center: Vec3, landmarks: Landmarks, measures: TapeMeasures): PlacementMethods {
  const lengths = beamF3(measures);
  const onScalp = (point: Vec3): ScalpPoint => radialPoint(scalp, center, normalize(subtract(point, center)));
  const [fpz, t7, oz, cz, f3] = ['Fpz', 'T7', 'Oz', 'Cz', 'F3'].map((id) => findScalpPoint(landmarks, id).position);
  const ring = layTape(scalp, originInPlane(center, fpz, t7, oz), fpz, t7);
  const beam = layTape(scalp, center, cz, ring.pointAt(lengths.alongCircumference).position).pointAt(lengths.fromVertex);
  const motor = onScalp(findTarget(landmarks, 'm1-hand').scalp.position).position;
  const parasagittal: Vec3 = [motor[0], center[1], center[2]];
  const forward = layTape(scalp, parasagittal, motor, [motor[0], motor[1] + 0.1, motor[2]]).pointAt(FIVE_CENTIMETERS);
  return {
    lengths,
    methods: [
      { id: 'beamF3', label: 'Beam F3', how: 'Computed from the three measures and walked on this scalp.', point: beam },
      { id: 'fiveCentimeters', label: '5 cm rule', how: '5 cm in front of the scalp over the hand area.', point: forward },
      { id: 'f3', label: '10-20 F3', how: 'Electrode F3 of this head.', point: onScalp(f3) },
    ],
  };
}
