import type { RigidTransform } from '../core/rigidTransform';
import type { Vec3 } from '../core/vec3';
import { wrapAngle } from '../core/wrapAngle';
import { type CoilHold, coilPose } from './coilPose';
import type { DistanceLattice } from './distanceLattice';
import { fastContactPose } from './fastContact';
import type { SurfaceQueries } from './scalpQueries';
import type { ScalpWalk } from './scalpWalk';

/** What is searched: the head, the coil, how it is held beside its angle, and the value that should become largest. */
export interface SearchProblem {
  readonly scalp: SurfaceQueries;
  readonly lattice: DistanceLattice;
  /** Starts at the target's scalp point. */
  readonly walk: ScalpWalk;
  /** Points of the casing's face in the coil frame, stride 3 [m]. */
  readonly casing: ArrayLike<number>;
  /** Tilts and distance stay; the angle is where the search starts from. */
  readonly hold: CoilHold;
  readonly valueAt: (pose: RigidTransform) => number;
}

export interface CoilSpot {
  readonly offsetForward: number;
  readonly offsetRight: number;
  readonly handleAngle: number;
}

/** One entry per searched place on the scalp: the largest value over all angles. */
export interface SearchMap {
  /** Stride 3 [m, head frame]. */
  readonly positions: Float32Array;
  readonly values: Float32Array;
}

export interface SearchResult {
  readonly optimum: CoilSpot & { readonly value: number };
  /** Scalp point under the coil's center at the optimum [m]. */
  readonly place: Vec3;
  readonly map: SearchMap;
  /** Poses evaluated, and what they took [s]. */
  readonly poses: number;
  readonly seconds: number;
  /** Whether the optimum lies on the rim of what was searched. */
  readonly atRim: boolean;
}

/** How far from the target's scalp point is searched, along the scalp, and the steps of the grid, SI. */
export const SEARCH_REACH = 0.04;
const GRID_STEP = 0.005;
const ANGLES = 12;
/** How many of the best places are followed up. */
const CANDIDATES = 4;
/** Candidates are at least this far apart, in metres. */
const APART = 0.009;
const degree = Math.PI / 180;
/** First and last step of the refinements: along the scalp [m] and of the angle [rad]. */
const ROUGH = { from: [GRID_STEP / 2, 15 * degree], to: [0.0006, 2 * degree] } as const;
const FINE = { from: [0.0015, 4 * degree], to: [0.0002, 0.5 * degree] } as const;
/** A half turn nearer to the present angle is preferred when it gives at least this share of the best value. */
const SAME_VALUE = 0.998;

interface Found extends CoilSpot {
  readonly value: number;
}

/** Places of the grid: offsets [m] within the reach, nearest to the target first. */
export function searchPlaces(reach = SEARCH_REACH, step = GRID_STEP): { offsetForward: number; offsetRight: number }[] {
  const count = Math.floor(reach / step);
  const places: { offsetForward: number; offsetRight: number }[] = [];
  for (let i = -count; i <= count; i++) {
    for (let j = -count; j <= count; j++) {
      if (Math.hypot(i, j) * step <= reach + 1e-9) places.push({ offsetForward: i * step, offsetRight: j * step });
    }
  }
  return places.sort((a, b) => Math.hypot(a.offsetForward, a.offsetRight) - Math.hypot(b.offsetForward, b.offsetRight));
}

/**
 * The pose with the largest value near the target: a grid of places and angles by fast contact, then a compass search from the best places, the
 * last one with the exact contact. `progress` hears the share that is done. (The field at a fixed place is a combination of
 * the cosine and the sine of the angle only as long as the contact stays: turning lifts flat coils by up to 0.8 mm and bent ones by up to 20 mm,
 * so every angle is evaluated.)
 */
export function searchPoses(problem: SearchProblem, progress: (share: number) => void = () => {}): SearchResult {
  const start = performance.now();
  let poses = 0;
  const fast = (spot: CoilSpot): Found => {
    poses++;
    const place = problem.walk.toPoint(spot.offsetForward, spot.offsetRight);
    const hold = { ...problem.hold, handleAngle: spot.handleAngle };
    return { ...spot, value: problem.valueAt(fastContactPose(problem.lattice, problem.casing, place, hold)) };
  };
  const exact = (spot: CoilSpot): Found => {
    poses++;
    const place = problem.walk.toPoint(spot.offsetForward, spot.offsetRight);
    const hold = { ...problem.hold, handleAngle: spot.handleAngle };
    return { ...spot, value: problem.valueAt(coilPose(problem.scalp, problem.casing, place, hold)) };
  };
  const { map, bests } = mapPlaces(
    problem,
    (count) => {
      poses += count;
    },
    progress,
  );
  const rough = candidates(bests).map((spot) => climb(spot, fast, ROUGH));
  const best = rough.reduce((a, b) => (b.value > a.value ? b : a));
  const optimum = nearerHalfTurn(climb(exact(best), exact, FINE), exact, problem.hold.handleAngle);
  progress(1);
  const atRim = Math.hypot(optimum.offsetForward, optimum.offsetRight) > SEARCH_REACH - 0.001;
  const place = problem.walk.toPoint(optimum.offsetForward, optimum.offsetRight).position;
  return { optimum, place, map, poses, seconds: (performance.now() - start) / 1000, atRim };
}

/** The grid; the walk to a place is made once for all its angles. */
function mapPlaces(
  problem: SearchProblem,
  count: (poses: number) => void,
  progress: (share: number) => void,
): { map: SearchMap; bests: Found[] } {
  const places = searchPlaces();
  const map = { positions: new Float32Array(3 * places.length), values: new Float32Array(places.length) };
  const bests = places.map((offsets, n) => {
    const place = problem.walk.toPoint(offsets.offsetForward, offsets.offsetRight);
    let best: Found = { ...offsets, handleAngle: 0, value: Number.NEGATIVE_INFINITY };
    for (let a = 0; a < ANGLES; a++) {
      const handleAngle = wrapAngle(problem.hold.handleAngle + (2 * Math.PI * a) / ANGLES);
      const value = problem.valueAt(fastContactPose(problem.lattice, problem.casing, place, { ...problem.hold, handleAngle }));
      if (value > best.value) best = { ...offsets, handleAngle, value };
    }
    count(ANGLES);
    map.positions.set(place.position, 3 * n);
    map.values[n] = best.value;
    if (n % 8 === 0) progress((0.9 * n) / places.length);
    return best;
  });
  return { map, bests };
}

function candidates(bests: readonly Found[]): Found[] {
  const chosen: Found[] = [];
  for (const found of [...bests].sort((a, b) => b.value - a.value)) {
    const near = chosen.some((c) => Math.hypot(c.offsetForward - found.offsetForward, c.offsetRight - found.offsetRight) < APART);
    if (!near) chosen.push(found);
    if (chosen.length === CANDIDATES) break;
  }
  return chosen;
}

/** Steps of the compass: eight directions on the scalp, and both senses of the angle. */
const COMPASS: readonly (readonly [number, number, number])[] = [
  ...[0, 1, 2, 3, 4, 5, 6, 7].map((n) => [Math.cos((n * Math.PI) / 4), Math.sin((n * Math.PI) / 4), 0] as const),
  [0, 0, 1],
  [0, 0, -1],
];

/** Goes to the best neighbor while there is a better one, else halves the steps. */
function climb(
  from: Found,
  evaluate: (spot: CoilSpot) => Found,
  steps: { from: readonly [number, number]; to: readonly [number, number] },
): Found {
  let best = from;
  let [length, angle] = steps.from;
  while (length >= steps.to[0] || angle >= steps.to[1]) {
    let next = best;
    for (const [forward, right, turn] of COMPASS) {
      const spot = {
        offsetForward: best.offsetForward + forward * length,
        offsetRight: best.offsetRight + right * length,
        handleAngle: wrapAngle(best.handleAngle + turn * angle),
      };
      if (Math.hypot(spot.offsetForward, spot.offsetRight) > SEARCH_REACH) continue;
      const found = evaluate(spot);
      if (found.value > next.value) next = found;
    }
    if (next === best) {
      length /= 2;
      angle /= 2;
    }
    best = next;
  }
  return best;
}

/** Of two poses that differ by half a turn and give the same value, the one that is nearer to the present angle. */
function nearerHalfTurn(best: Found, evaluate: (spot: CoilSpot) => Found, present: number): Found {
  const turned = wrapAngle(best.handleAngle + Math.PI);
  if (Math.abs(wrapAngle(turned - present)) >= Math.abs(wrapAngle(best.handleAngle - present))) return best;
  const other = evaluate({ ...best, handleAngle: turned });
  return other.value >= SAME_VALUE * best.value ? other : best;
}

/** Into -π to π. */
