import { norm, scale, type Vec3 } from '../core/vec3';
import type { Dipoles } from '../physics/dipoles';
import { magneticFluxDensity } from '../physics/magneticFluxDensity';
import { vectorPotential } from '../physics/vectorPotential';

/** Where the current of a coil is asked for: so far below its face [m], on its axis. */
const DEPTH = 0.02;
/** |A| there is compared with that on a circle about the axis [m]; a wider one would touch the wings of a cone. */
const RADIUS = 0.015;
const PER_CIRCLE = 8;
/** Below this share of the largest |A| beside the axis the current goes around it. */
const LEAST_SHARE = 0.25;

/** How positive current flows where the coil's center meets the head: along a unit vector of the coil frame, or around its axis. */
export type CenterCurrent =
  | { readonly kind: 'along'; readonly direction: Vec3 }
  | { readonly kind: 'around' /** As seen from behind the coil, from outside the head. */; readonly clockwise: boolean };

/**
 * Direction of the current over the center of a coil, `dipoles` in the coil frame (m, A·m² per ampere): that of its vector potential there, which
 * sums the currents nearby. Where it nearly vanishes beside its values around, the current is a ring, and the sign of B along the axis tells which way.
 */
export function centerCurrent(dipoles: Dipoles): CenterCurrent {
  const points = [0, 0, DEPTH];
  for (let n = 0; n < PER_CIRCLE; n++) {
    const angle = (2 * Math.PI * n) / PER_CIRCLE;
    points.push(RADIUS * Math.cos(angle), RADIUS * Math.sin(angle), DEPTH);
  }
  const potential = vectorPotential(dipoles, points, new Float64Array(points.length));
  const center: Vec3 = [potential[0], potential[1], potential[2]];
  let largest = 0;
  for (let i = 3; i < potential.length; i += 3) largest = Math.max(largest, Math.hypot(potential[i], potential[i + 1], potential[i + 2]));
  if (norm(center) >= LEAST_SHARE * largest) return { kind: 'along', direction: scale(center, 1 / norm(center)) };
  const flux = magneticFluxDensity(dipoles, points.slice(0, 3), new Float64Array(3));
  // Counterclockwise about +z by the right-hand rule; from behind the coil one looks along +z.
  return { kind: 'around', clockwise: flux[2] > 0 };
}

const WORDS: readonly (readonly [positive: string, negative: string])[] = [
  ['across the handle (+x)', 'across the handle (−x)'],
  ['away from the handle (+y)', 'toward the handle (−y)'],
  ['toward the head (+z)', 'away from the head (−z)'],
];

/** One sentence on a coil; `place` says where that is on the head, such as `here toward anterior`. */
export function centerCurrentSentence(current: CenterCurrent, place: string | null = null): string {
  const start = 'At the start of the pulse, while the current rises, the current in the coil';
  if (current.kind === 'around')
    return `${start} goes around ${current.clockwise ? 'clockwise' : 'counterclockwise'}, seen from behind the coil; the current that it induces in the head goes the other way around.`;
  const { direction } = current;
  const axis = [0, 1, 2].reduce((most, k) => (Math.abs(direction[k]) > Math.abs(direction[most]) ? k : most), 0);
  const words = WORDS[axis][direction[axis] < 0 ? 1 : 0];
  return `${start} flows ${words} under the coil’s center${place ? `, ${place}` : ''}; the current that it induces in the head flows the opposite way.`;
}
