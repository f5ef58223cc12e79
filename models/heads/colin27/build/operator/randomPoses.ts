import { coilCasing } from '../../../../../src/coil/coilCasing';
import type { CoilDescription } from '../../../../../src/coil/coilDescription';
import { COIL_IDS, coilById } from '../../../../../src/coil/coilLibrary';
import { placeDipoles } from '../../../../../src/coil/placeDipoles';
import { coilDipoles } from '../../../../../src/coil/windings/windingsToDipoles';
import type { Vec3 } from '../../../../../src/core/vec3';
import type { Surface } from '../../../../../src/head/surface';
import type { Dipoles } from '../../../../../src/physics/dipoles';
import { coilPose } from '../../../../../src/placement/coilPose';
import { createSurfaceQueries } from '../../../../../src/placement/scalpQueries';
import { radialPoint } from '../../../../../src/placement/scalpWalk';

/** A coil held somewhere over the upper head, its dipoles in the head frame. */
export interface PlacedCoil {
  readonly coilId: string;
  readonly dipoles: Dipoles;
  /** Gap between casing and scalp [m]. */
  readonly distance: number;
}

/** The part of the head over which coils are held: above the line from brow to inion, without the face. Head frame [m]. */
const LOWEST = -0.035;
const FACE = { anterior: 0.06, below: 0 };

const HEAD_CENTER: Vec3 = [0, -0.018, 0.008];
const LARGEST_DISTANCE = 0.04;
const LARGEST_TILT = Math.PI / 6;

/** Uniform numbers in [0, 1) from a 32-bit seed (mulberry32, public domain). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Poses of the given coils in turn, by the same placement as the interface: any place over the upper head, any handle angle, tilts up to 30° (small ones
 * more often), the casing 0 to 40 mm from the scalp (small distances, where the field is hardest to represent, more often).
 */
export function randomPoses(
  scalp: Surface,
  count: number,
  seed: number,
  coils: readonly (string | CoilDescription)[] = COIL_IDS,
): PlacedCoil[] {
  const random = createRandom(seed);
  const queries = createSurfaceQueries(scalp);
  const held = coils
    .map((coil) => (typeof coil === 'string' ? coilById(coil) : coil))
    .map((coil) => ({ id: coil.id, dipoles: coilDipoles(coil), casing: coilCasing(coil).facePoints }));
  const tilt = (): number => LARGEST_TILT * (random() - random());
  return Array.from({ length: count }, (_, i) => {
    const coil = held[i % held.length];
    const place = radialPoint(queries, HEAD_CENTER, upperHeadDirection(random, queries));
    const distance = LARGEST_DISTANCE * random() ** 2;
    const hold = { handleAngle: 2 * Math.PI * random(), tiltPitch: tilt(), tiltRoll: tilt(), coilDistance: distance };
    return { coilId: coil.id, dipoles: placeDipoles(coil.dipoles, coilPose(queries, coil.casing, place, hold)), distance };
  });
}

function upperHeadDirection(random: () => number, scalp: ReturnType<typeof createSurfaceQueries>): Vec3 {
  for (;;) {
    const z = 2 * random() - 1;
    const angle = 2 * Math.PI * random();
    const s = Math.sqrt(1 - z * z);
    const direction: Vec3 = [s * Math.cos(angle), s * Math.sin(angle), z];
    const [, y, height] = radialPoint(scalp, HEAD_CENTER, direction).position;
    if (height > LOWEST && !(y > FACE.anterior && height < FACE.below)) return direction;
  }
}
