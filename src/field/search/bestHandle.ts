import type { RigidTransform } from '../../core/rigidTransform';
import { rotateAbout } from '../../core/vec3';

/** Angles at which the field is computed, evenly over the full turn: exact for coils whose field has harmonics of the angle up to the fifth. */
export const TURNS = 12;
const HARMONICS = (TURNS - 1) >> 1;

/** Steps of the fitted curve among which the best is looked for: a quarter of a degree. */
const STEPS = 1440;
/** Below this relative swing the handle does not matter. */
const INDIFFERENT = 0.02;

/** What turning the coil about its own axis would do at the target. Angles clockwise as seen from outside the head, radians. */
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
 * Finds the best turn for the mean of |E| around the target. `vectors`: turn after turn (`TURNS` of them, the first with the handle as it is) the
 * vectors of the same points, stride 3, each times its share of the mean. Each component is a trigonometric polynomial of the turn.
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

/** Mean of |F| with the handle as it is, or with another of the turns, from the same vectors. */
export function meanOfTurn(vectors: ArrayLike<number>, turn = 0): number {
  const stride = vectors.length / TURNS;
  let sum = 0;
  for (let p = turn * stride; p < (turn + 1) * stride; p += 3) sum += Math.hypot(vectors[p], vectors[p + 1], vectors[p + 2]);
  return sum;
}

/** Cosine and sine terms of a component's discrete Fourier series, two numbers for each harmonic of the turn. */
const TERMS = 2 * (HARMONICS + 1);

/** Mean of |F| as a function of the turn. */
function fittedMagnitude(vectors: ArrayLike<number>): (turn: number) => number {
  const components = vectors.length / TURNS;
  const series = new Float64Array(components * TERMS);
  for (let k = 0; k <= HARMONICS; k++)
    for (let n = 0; n < TURNS; n++) {
      const phase = (2 * Math.PI * k * n) / TURNS;
      const weight = (k === 0 ? 1 : 2) / TURNS;
      const [c, s] = [weight * Math.cos(phase), weight * Math.sin(phase)];
      for (let i = 0; i < components; i++) {
        series[i * TERMS + 2 * k] += c * vectors[n * components + i];
        series[i * TERMS + 2 * k + 1] += s * vectors[n * components + i];
      }
    }
  const waves = new Float64Array(TERMS);
  const component = (i: number): number => {
    let sum = 0;
    for (let t = 0; t < TERMS; t++) sum += waves[t] * series[i * TERMS + t];
    return sum;
  };
  return (turn) => {
    for (let k = 0; k <= HARMONICS; k++) [waves[2 * k], waves[2 * k + 1]] = [Math.cos(k * turn), Math.sin(k * turn)];
    let sum = 0;
    for (let i = 0; i < components; i += 3) {
      const [x, y, z] = [component(i), component(i + 1), component(i + 2)];
      sum += Math.sqrt(x * x + y * y + z * z);
    }
    return sum;
  };
}
