import type { Dipoles } from '../../physics/dipoles';
import { magneticFluxDensity } from '../../physics/magneticFluxDensity';
import { type MetalRing, ringResponse } from './ringCurrent';

/** Circles of equal area on the ring's disc, and points on each. */
const CIRCLES = 6;
const POINTS_ON_CIRCLE = 8;

/**
 * Mean flux density per ampere through a ring on the axis of the coil [T/A], `distance` metres from the face of its casing, turned so that
 * the most flux goes through it. In the coil frame: carrying coil and ring to the head together changes nothing. 48 points of equal area;
 * `radius` 0 gives the value on the axis.
 */
export function ringFluxPerAmpere(dipoles: Dipoles, distance: number, radius: number): number {
  const [bx, by, bz] = magneticFluxDensity(dipoles, [0, 0, distance], new Float64Array(3));
  const size = Math.hypot(bx, by, bz);
  if (size === 0) return 0;
  const n = [bx / size, by / size, bz / size];
  const [u, v] = planeOf(n);
  const points = new Float64Array(3 * CIRCLES * POINTS_ON_CIRCLE);
  for (let k = 0; k < CIRCLES * POINTS_ON_CIRCLE; k++) {
    const r = radius * Math.sqrt((Math.floor(k / POINTS_ON_CIRCLE) + 0.5) / CIRCLES);
    const angle = (2 * Math.PI * (k + 0.5)) / POINTS_ON_CIRCLE;
    const [c, s] = [r * Math.cos(angle), r * Math.sin(angle)];
    points.set([c * u[0] + s * v[0], c * u[1] + s * v[1], distance + c * u[2] + s * v[2]], 3 * k);
  }
  const field = magneticFluxDensity(dipoles, points, new Float64Array(points.length));
  let sum = 0;
  for (let p = 0; p < field.length; p += 3) sum += field[p] * n[0] + field[p + 1] * n[1] + field[p + 2] * n[2];
  return sum / (CIRCLES * POINTS_ON_CIRCLE);
}

/** Two unit vectors across a unit vector. */
function planeOf(n: readonly number[]): [readonly number[], readonly number[]] {
  const least = Math.abs(n[0]) < 0.6 ? [1, 0, 0] : [0, 1, 0];
  const u = crossOf(n, least);
  const size = Math.hypot(u[0], u[1], u[2]);
  const unit = u.map((x) => x / size);
  return [unit, crossOf(n, unit)];
}

const crossOf = (a: readonly number[], b: readonly number[]): number[] => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

export interface RingPeaks {
  /** V */
  readonly emf: number;
  /** A */
  readonly current: number;
  /** J left by one pulse. */
  readonly heat: number;
}

const SAMPLES = 600;

/** Peaks in a ring per unit of flux density per ampere (1 T/A); emf and current grow with it, heat with its square. */
export function unitRingPeaks(ring: MetalRing, pulse: { readonly duration: number; readonly current: (t: number) => number }): RingPeaks {
  const times = Float64Array.from({ length: SAMPLES + 1 }, (_, n) => (n / SAMPLES) * pulse.duration);
  const { peakEmf, peakCurrent, heat } = ringResponse(ring, 1, times, times.map(pulse.current));
  return { emf: peakEmf, current: peakCurrent, heat };
}

export const scalePeaks = ({ emf, current, heat }: RingPeaks, flux: number): RingPeaks => ({
  emf: emf * Math.abs(flux),
  current: current * Math.abs(flux),
  heat: heat * flux * flux,
});
