import { add, cross, norm, normalize, perpendicular, scale, type Vec3 } from '../core/vec3';
import type { Dipoles } from './dipoles';
import { sphereElectricField } from './sphereElectricField';

/** Summary measures of a coil over a spherical cortex, at dI/dt = 1 A/µs. */
export interface Focality {
  /** Largest |E| on the cortical sphere [V/m]. */
  readonly peak: number;
  /** Where that is [m], from the center of the sphere. */
  readonly peakPoint: Vec3;
  /** d½: depth below the cortical sphere of the deepest point with |E| ≥ half the peak [m]. */
  readonly halfValueDepth: number;
  /** V½: volume inside the cortical sphere with |E| ≥ half the peak [m³]. */
  readonly halfValueVolume: number;
  /** S½ = V½/d½ [m²]. */
  readonly tangentialSpread: number;
}

const RATE = 1e6;
const FIRST_DIRECTIONS = 4000;
const MOST_DIRECTIONS = 128000;
const VOLUME_TOLERANCE = 0.003;
const RADIAL_STEP = 0.0025;
const DEPTH_BISECTIONS = 14;

/** One value per direction. */
type Measure = (directions: readonly Vec3[]) => Float64Array;

/**
 * Summary measures of Deng, Lisanby & Peterchev 2013 (Brain Stimul 6:1, PMC3568257). The sphere is about the origin, `cortexRadius` in meters,
 * the dipoles outside the head. On each of n evenly spread directions the depth is found at which |E| falls below half; n is doubled until
 * the volume changes by less than 0.3 %. A direction along which |E| is below half already on the surface counts nothing (tested).
 */
export function focality(dipoles: Dipoles, cortexRadius: number): Focality {
  const onSurface: Measure = (directions) => magnitudes(dipoles, directions, new Float64Array(directions.length).fill(cortexRadius));
  const surface = fibonacciDirections(FIRST_DIRECTIONS);
  const peakDirection = climb(surface[indexOfLargest(onSurface(surface))], onSurface);
  const peak = onSurface([peakDirection])[0];
  const depths: Measure = (directions) => halfDepths(dipoles, directions, cortexRadius, peak / 2);
  let found = halfVolume(surface, depths, cortexRadius);
  for (let count = 2 * FIRST_DIRECTIONS; count <= MOST_DIRECTIONS; count *= 2) {
    const next = halfVolume(fibonacciDirections(count), depths, cortexRadius);
    const converged = Math.abs(next.volume - found.volume) < VOLUME_TOLERANCE * next.volume;
    found = next;
    if (converged) break;
  }
  const halfValueDepth = depths([climb(found.deepest, depths)])[0];
  return {
    peak: peak * RATE,
    peakPoint: scale(peakDirection, cortexRadius),
    halfValueDepth,
    halfValueVolume: found.volume,
    tangentialSpread: found.volume / halfValueDepth,
  };
}

/** |E| per unit rate at `radii[i]` along the unit vector `directions[i]`; one call of the kernel for all. */
function magnitudes(dipoles: Dipoles, directions: readonly Vec3[], radii: Float64Array): Float64Array {
  const points = new Float64Array(3 * directions.length);
  directions.forEach((direction, i) => {
    for (let k = 0; k < 3; k++) points[3 * i + k] = radii[i] * direction[k];
  });
  const field = sphereElectricField(dipoles, [0, 0, 0], points, points.slice());
  return radii.map((_, i) => norm([field[3 * i], field[3 * i + 1], field[3 * i + 2]]));
}

/** `count` directions that cover the sphere evenly. */
function fibonacciDirections(count: number): Vec3[] {
  const golden = Math.PI * (3 - Math.sqrt(5));
  return Array.from({ length: count }, (_, i) => {
    const z = 1 - (2 * i + 1) / count;
    const rho = Math.sqrt(1 - z * z);
    return [rho * Math.cos(golden * i), rho * Math.sin(golden * i), z] as Vec3;
  });
}

function indexOfLargest(values: Float64Array): number {
  return values.reduce((best, value, i) => (value > values[best] ? i : best), 0);
}

/** Pattern search over directions, down to steps of 1e-5 rad. */
function climb(start: Vec3, measure: Measure): Vec3 {
  let here = start;
  let value = measure([here])[0];
  for (let step = 0.03; step > 1e-5; ) {
    const u = perpendicular(here);
    const v = cross(here, u);
    const around = [u, v, scale(u, -1), scale(v, -1)].map((d) => normalize(add(here, scale(d, step))));
    const values = measure(around);
    const best = indexOfLargest(values);
    if (values[best] > value) {
      here = around[best];
      value = values[best];
    } else {
      step /= 2;
    }
  }
  return here;
}

/** Depths at which |E| first falls below `threshold`, 0 where it is below on the surface: steps inward, then bisection, all rays together. */
function halfDepths(dipoles: Dipoles, directions: readonly Vec3[], cortexRadius: number, threshold: number): Float64Array {
  const depths = new Float64Array(directions.length);
  const holdsAt = (rays: readonly number[], depth: (ray: number) => number) => {
    const radii = Float64Array.from(rays, (ray) => Math.max(0, cortexRadius - depth(ray)));
    return magnitudes(
      dipoles,
      rays.map((ray) => directions[ray]),
      radii,
    ).map((value) => Number(value >= threshold));
  };
  const keep = (rays: readonly number[], depth: number) => {
    const holds = holdsAt(rays, () => depth);
    return rays.filter((_, i) => holds[i] === 1);
  };
  const bracketed = keep([...directions.keys()], 0);
  let inside = bracketed;
  for (let depth = RADIAL_STEP; inside.length > 0 && depth < cortexRadius; depth += RADIAL_STEP) {
    inside = keep(inside, depth);
    for (const ray of inside) depths[ray] = depth;
  }
  for (let width = RADIAL_STEP / 2, i = 0; i < DEPTH_BISECTIONS; i++, width /= 2) {
    const holds = holdsAt(bracketed, (ray) => depths[ray] + width);
    bracketed.forEach((ray, k) => {
      depths[ray] += holds[k] * width;
    });
  }
  return depths;
}

function halfVolume(directions: readonly Vec3[], depthsOf: Measure, cortexRadius: number): { volume: number; deepest: Vec3 } {
  const depths = depthsOf(directions);
  const sum = depths.reduce((total, depth) => total + cortexRadius ** 3 - (cortexRadius - depth) ** 3, 0);
  return { volume: ((4 * Math.PI) / 3) * (sum / directions.length), deepest: directions[indexOfLargest(depths)] };
}
