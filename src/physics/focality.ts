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
const RADIAL_STEP = 0.001;
const DEPTH_BISECTIONS = 14;

/**
 * Summary measures of Deng, Lisanby & Peterchev 2013 (Brain Stimul 6:1, PMC3568257). The sphere is about the origin, `cortexRadius` in meters,
 * the dipoles outside the head. On each of n evenly spread directions the depth is found at which |E| falls below half; n is doubled until
 * the volume changes by less than 0.3 %. A direction along which |E| is below half already on the surface counts nothing (tested).
 */
export function focality(dipoles: Dipoles, cortexRadius: number): Focality {
  const probe = new FieldProbe(dipoles);
  const surface = fibonacciDirections(FIRST_DIRECTIONS);
  const start = best(surface, (d) => probe.magnitude(d, cortexRadius));
  const peakDirection = climb(start, (d) => probe.magnitude(d, cortexRadius));
  const peak = probe.magnitude(peakDirection, cortexRadius);
  const depthOf = (d: Vec3) => halfDepth(probe, d, cortexRadius, peak / 2);
  let previous = halfVolume(surface, depthOf, cortexRadius);
  for (let count = 2 * FIRST_DIRECTIONS; count <= MOST_DIRECTIONS; count *= 2) {
    const next = halfVolume(fibonacciDirections(count), depthOf, cortexRadius);
    const converged = Math.abs(next.volume - previous.volume) < VOLUME_TOLERANCE * next.volume;
    previous = next;
    if (converged) break;
  }
  const halfValueDepth = depthOf(climb(previous.deepest, depthOf));
  return {
    peak: peak * RATE,
    peakPoint: scale(peakDirection, cortexRadius),
    halfValueDepth,
    halfValueVolume: previous.volume,
    tangentialSpread: previous.volume / halfValueDepth,
  };
}

class FieldProbe {
  private readonly point = new Float64Array(3);
  private readonly field = new Float64Array(3);
  constructor(private readonly dipoles: Dipoles) {}

  /** |E| per unit rate at `radius` along the unit vector `direction`. */
  magnitude(direction: Vec3, radius: number): number {
    for (let k = 0; k < 3; k++) this.point[k] = radius * direction[k];
    sphereElectricField(this.dipoles, [0, 0, 0], this.point, this.field);
    return norm([this.field[0], this.field[1], this.field[2]]);
  }
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

function best(directions: readonly Vec3[], f: (d: Vec3) => number): Vec3 {
  let found = directions[0];
  let most = Number.NEGATIVE_INFINITY;
  for (const direction of directions) {
    const value = f(direction);
    if (value > most) {
      most = value;
      found = direction;
    }
  }
  return found;
}

/** Pattern search over directions, down to steps of 1e-5 rad. */
function climb(start: Vec3, f: (d: Vec3) => number): Vec3 {
  let here = start;
  let value = f(here);
  for (let step = 0.03; step > 1e-5; ) {
    const u = perpendicular(here);
    const v = cross(here, u);
    const around = [u, v, scale(u, -1), scale(v, -1)].map((d) => normalize(add(here, scale(d, step))));
    const candidate = best(around, f);
    const reached = f(candidate);
    if (reached > value) {
      here = candidate;
      value = reached;
    } else {
      step /= 2;
    }
  }
  return here;
}

/** Depth along `direction` at which |E| first falls below `threshold`; 0 if it is below on the surface. */
function halfDepth(probe: FieldProbe, direction: Vec3, cortexRadius: number, threshold: number): number {
  if (probe.magnitude(direction, cortexRadius) < threshold) return 0;
  let above = 0;
  let below = RADIAL_STEP;
  while (below < cortexRadius && probe.magnitude(direction, cortexRadius - below) >= threshold) {
    above = below;
    below += RADIAL_STEP;
  }
  for (let i = 0; i < DEPTH_BISECTIONS; i++) {
    const middle = (above + below) / 2;
    if (probe.magnitude(direction, cortexRadius - middle) >= threshold) above = middle;
    else below = middle;
  }
  return Math.min(above, cortexRadius);
}

function halfVolume(directions: readonly Vec3[], depthOf: (d: Vec3) => number, cortexRadius: number): { volume: number; deepest: Vec3 } {
  let sum = 0;
  let most = -1;
  let deepest = directions[0];
  for (const direction of directions) {
    const depth = depthOf(direction);
    sum += cortexRadius ** 3 - (cortexRadius - depth) ** 3;
    if (depth > most) {
      most = depth;
      deepest = direction;
    }
  }
  return { volume: ((4 * Math.PI) / 3) * (sum / directions.length), deepest };
}
