import { coilCasing } from '../../coil/coilCasing';
import type { CoilDescription } from '../../coil/coilDescription';
import { coilWindingPaths } from '../../coil/windings/coilWindingPaths';
import { transformPoint } from '../../core/rigidTransform';
import { magneticFluxDensity } from '../../physics/magneticFluxDensity';
import { segmentFluxDensity } from '../../physics/segmentFluxDensity';
import { type FieldAt, type FieldLine, traceFieldLines } from './traceFieldLines';

/** Lines that a coil is shown with, over all its wings. */
const LINES = 24;
/** Circles about a wing's center on which lines begin, as shares of its casing's radius. */
const SEED_RADII = [0.22, 0.36, 0.48];
/** Every so many points of a turn carry the current: 24 straight pieces a turn. */
const POINT_STEP = 3;
const LIMITS = { step: 0.005, mostSteps: 240, farthest: 0.15 };

/** Lines of the magnetic flux density of a coil in air, in the coil frame [m]; they do not depend on the current. */
export function coilFluxLines(coil: CoilDescription): FieldLine[] {
  return traceFieldLines(fluxOf(coil), fluxSeeds(coil), LIMITS).filter(({ points }) => points.length >= 15);
}

/** Biot and Savart over the drawn turns; a coil that is known by its dipoles alone is summed over these. */
function fluxOf(coil: CoilDescription): FieldAt {
  const cloud = coil.dipoleCloud;
  if (cloud) return (points, out) => magneticFluxDensity(cloud, points, out);
  const turns = coilWindingPaths(coil).map(({ points, closed, currentDirection }) => ({
    path: thinned(points, closed),
    currentDirection,
  }));
  let part = new Float64Array(0);
  return (points, out) => {
    if (part.length !== points.length) part = new Float64Array(points.length);
    out.fill(0);
    for (const { path, currentDirection } of turns) {
      segmentFluxDensity(path, points, part);
      for (let n = 0; n < part.length; n++) out[n] += currentDirection * part[n];
    }
  };
}

function thinned(points: Float64Array, closed: boolean): Float64Array {
  const kept: number[] = [];
  for (let p = 0; p < points.length; p += 3 * POINT_STEP) kept.push(points[p], points[p + 1], points[p + 2]);
  if (closed) kept.push(points[0], points[1], points[2]);
  return Float64Array.from(kept);
}

/** Points on circles about each wing's center, in the middle of its casing. */
function fluxSeeds(coil: CoilDescription): Float64Array {
  const { plates, thickness } = coilCasing(coil);
  const wings = plates.slice(0, Math.max(1, coil.wings.length));
  const perCircle = Math.max(2, Math.round(LINES / wings.length / SEED_RADII.length));
  const seeds: number[] = [];
  for (const { frame, outline } of wings) {
    let reach = 0;
    for (let n = 0; n < outline.length; n += 2) reach = Math.max(reach, Math.hypot(outline[n], outline[n + 1]));
    SEED_RADII.forEach((share, circle) => {
      for (let n = 0; n < perCircle; n++) {
        // Turned from circle to circle, so that lines do not lie behind each other.
        const angle = (2 * Math.PI * (n + circle / SEED_RADII.length)) / perCircle;
        seeds.push(...transformPoint(frame, [share * reach * Math.cos(angle), share * reach * Math.sin(angle), -thickness / 2]));
      }
    });
  }
  return Float64Array.from(seeds);
}
