import type { RigidTransform } from '../../core/rigidTransform';
import { rotateAbout } from '../../core/vec3';

/** Angles at which the field is computed, evenly over the full turn: exact for coils whose field has harmonics of the angle up to the fifth. */
export const TURNS = 12;
const HARMONICS = (TURNS - 1) >> 1;

/** Steps of the fitted curve among which the best is looked for: a quarter of a degree. */
const STEPS = 1440;
/** Below this relative swing the handle does not matter. */
const INDIFFERENT = 0.02;

/** What turning the coil about its own axis would do at one point. Angles clockwise as seen from outside the head, radians. */
export interface BestHandle {
  /** From the handle as it is to the nearest best one, -π/2…π/2 for coils whose field only changes its sign on half a turn. */
  readonly turn: number;
  /** |E| there over |E| now. */
  readonly gain: number;
  /** |E| with the worst handle over |E| with the best. */
  readonly worst: number;
  /** Whether the handle hardly matters (round coils). */
  readonly indifferent: boolean;
}

/** The pose turned clockwise by `turn`, seen from outside the head, about the coil's own axis; the center stays. */
export function turnedPose(pose: RigidTransform, turn: number): RigidTransform {
  // z points into the head: a right-handed turn about it is clockwise for who looks along it from outside.
  return { ...pose, x: rotateAbout(pose.x, pose.z, turn), y: rotateAbout(pose.y, pose.z, turn) };
}

/**
 * Finds the best turn from the field at `TURNS` turns (vectors of stride 3, the first with the handle as it is). Each component is a
 * trigonometric polynomial of the turn; it is evaluated every quarter of a degree.
 */
export function bestHandle(vectors: ArrayLike<number>): BestHandle {
  const magnitudeAt = fittedMagnitude(vectors);
  const now = magnitudeAt(0);
  let [best, bestSize, worst] = [0, now, now];
  // From the smallest turn outward, so that of equal ones the nearest wins.
  for (let n = 1; n <= STEPS / 2; n++) {
    for (const sign of [1, -1]) {
      const turn = (sign * n * 2 * Math.PI) / STEPS;
      const size = magnitudeAt(turn);
      if (size > bestSize * (1 + 1e-6)) [best, bestSize] = [turn, size];
      if (size < worst) worst = size;
    }
  }
  const share = bestSize > 0 ? worst / bestSize : 1;
  return { turn: best, gain: now > 0 ? bestSize / now : 1, worst: share, indifferent: 1 - share < INDIFFERENT };
}

/** |F| as a function of the turn, from the discrete Fourier series of the three components. */
function fittedMagnitude(vectors: ArrayLike<number>): (turn: number) => number {
  const series = [0, 1, 2].map((axis) =>
    Array.from({ length: HARMONICS + 1 }, (_, k) => {
      let [c, s] = [0, 0];
      for (let n = 0; n < TURNS; n++) {
        const phase = (2 * Math.PI * k * n) / TURNS;
        c += vectors[3 * n + axis] * Math.cos(phase);
        s += vectors[3 * n + axis] * Math.sin(phase);
      }
      const weight = (k === 0 ? 1 : 2) / TURNS;
      return [weight * c, weight * s] as const;
    }),
  );
  return (turn) =>
    Math.hypot(...series.map((terms) => terms.reduce((sum, [c, s], k) => sum + c * Math.cos(k * turn) + s * Math.sin(k * turn), 0)));
}
