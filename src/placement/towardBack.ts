import { normalize, reject, type Vec3 } from '../core/vec3';

/** How much "back" leans where it runs along the normal, and how narrowly that is confined to the very front and the very back. */
const LEAN = 0.5;
const NARROWNESS = 31;

/**
 * "Back" in the tangent plane of an outward unit normal, as a unit vector: handle angle 0, and the opposite of "forward". No direction is
 * tangent everywhere on a head; straight back is none at the middle of the brow and of the occiput, where it runs along the normal. There
 * it leans, upward on the brow and downward on the occiput, as it points just above both, so that a coil which passes does not turn around:
 * the two places without a "back" lie below the scalp on which a coil can lie. Elsewhere (normal within 0.85 of front or back) it leans by
 * less than 0.3°.
 */
export function towardBack(normal: Vec3): Vec3 {
  return normalize(reject([0, -1, LEAN * normal[1] ** NARROWNESS], normal));
}
