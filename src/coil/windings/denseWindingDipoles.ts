import type { Dipoles } from '../../physics/dipoles';
import type { CoilDescription, Layer, Wing } from '../coilDescription';
import { placeDipoles } from '../placeDipoles';
import { turnCrossings } from './turnCrossings';
import { wingFrame } from './wingFrame';

/** Angles per turn and quadrature points per ring between two turns, fine enough for 1e-4 at 15 mm from the copper. */
const ANGLES = 96;
const GAUSS2 = [0.5 - Math.sqrt(3) / 6, 0.5 + Math.sqrt(3) / 6];
const INNER_RINGS = 6;

/**
 * The winding turn by turn: each turn is the uniformly magnetized disk that it bounds (1 A·m² per m² and ampere), cut into a few thousand
 * dipoles in the coil frame. It is the reference against which `coilDipoles` is measured; too many for use in every frame.
 */
export function denseWindingDipoles(coil: CoilDescription): Dipoles {
  const positions: number[] = [];
  const moments: number[] = [];
  for (const wing of coil.wings) {
    const local = denseWing(wing);
    const placed = placeDipoles(local, wingFrame(wing));
    for (const value of placed.positions) positions.push(value);
    for (const value of placed.moments) moments.push(value);
  }
  return { positions: Float64Array.from(positions), moments: Float64Array.from(moments) };
}

/** One wing in its own frame, all moments along its axis. */
export function denseWing(wing: Wing): Dipoles {
  const positions: number[] = [];
  const moments: number[] = [];
  for (const layer of wing.layers) appendLayer(layer, wing.sense.value, positions, moments);
  return { positions: Float64Array.from(positions), moments: Float64Array.from(moments) };
}

function appendLayer(layer: Layer, sense: number, positions: number[], moments: number[]): void {
  const step = (2 * Math.PI) / ANGLES;
  for (let i = 0; i < ANGLES; i++) {
    const angle = (i + 0.5) * step;
    const crossings = turnCrossings(layer.turns, angle);
    let enclosing = crossings.reduce((sum, crossing) => sum + crossing.turns, 0);
    let inner = 0;
    for (const { radius, turns } of crossings) {
      const rings = inner === 0 ? INNER_RINGS : 1;
      for (let ring = 0; ring < rings; ring++) {
        // Equal areas: the variable of integration is the square of the radius.
        const from = inner ** 2 + ((radius ** 2 - inner ** 2) * ring) / rings;
        const width = (radius ** 2 - inner ** 2) / rings;
        for (const node of GAUSS2) {
          const r = Math.sqrt(from + node * width);
          positions.push(r * Math.cos(angle), r * Math.sin(angle), layer.depth.value);
          moments.push(0, 0, sense * layer.currentShare.value * enclosing * 0.25 * width * step);
        }
      }
      inner = radius;
      enclosing -= turns;
    }
  }
}
