import type { Surface } from '../../../../../src/head/surface';
import type { Dipoles } from '../../../../../src/physics/dipoles';
import { normalFluxDensity } from '../../../../../src/physics/modes/normalFluxDensity';

/** Points and unit normals, stride 3. */
export interface Sensors {
  readonly positions: Float32Array;
  readonly normals: Float32Array;
}

/** Sensors lie above this height [m, head frame]; below, no coil comes near. */
const LOWEST = -0.06;

/** How far inside the inner skull the sensors lie [m]. */
const INSET = 0.01;

/**
 * `count` sensors on a surface 10 mm inside the inner skull, evenly over its upper part: each is the one farthest from those before it.
 *
 * The field of the coil is harmonic in the whole head, so its normal component on any closed surface in there determines it. On the scalp it has detail
 * of single windings that no few hundred sensors resolve and that hardly reaches the brain; inside, that detail has died away as it does in the field
 * of the brain. Error of W alone (mean, worst of 360-450 unseen poses): scalp, 400-800 sensors 6.7-10 %, 75-270 %; outer skull, 600: 0.30 %, 9.6 %; inner skull, 600: 0.14 %,
 * 0.8 %; 10 mm inside, 600: 0.11 %, 0.8 %, 400: 0.11 %, 0.9 %.
 */
export function chooseSensors(innerSkull: Surface, count: number): Sensors {
  const { normals } = innerSkull;
  const positions = innerSkull.positions.map((value, i) => value - INSET * normals[i]);
  const nearest = Float64Array.from({ length: positions.length / 3 }, (_, v) => (positions[3 * v + 2] > LOWEST ? Infinity : -1));
  let next = 0;
  for (let v = 0; v < nearest.length; v++) if (positions[3 * v + 2] > positions[3 * next + 2]) next = v;
  const chosen: number[] = [];
  while (chosen.length < count) {
    chosen.push(next);
    const [x, y, z] = positions.subarray(3 * next, 3 * next + 3);
    nearest.forEach((old, v) => {
      const squared = (positions[3 * v] - x) ** 2 + (positions[3 * v + 1] - y) ** 2 + (positions[3 * v + 2] - z) ** 2;
      nearest[v] = Math.min(old, squared);
    });
    next = nearest.reduce((best, value, v) => (value > nearest[best] ? v : best), 0);
  }
  const pick = (values: Float32Array): Float32Array =>
    Float32Array.from(chosen.flatMap((v) => Array.from(values.subarray(3 * v, 3 * v + 3))));
  return { positions: pick(positions), normals: pick(normals) };
}

/** B·n at the sensors: row-major, one row per sensor, one column per set of dipoles, each column times its scale. */
export function sensorFlux(sensors: Sensors, sets: readonly Dipoles[], scales: Float64Array): Float64Array {
  const count = sensors.positions.length / 3;
  const out = new Float64Array(count * sets.length);
  const flux = new Float64Array(count);
  sets.forEach((dipoles, column) => {
    normalFluxDensity(dipoles, sensors.positions, sensors.normals, flux);
    for (let s = 0; s < count; s++) out[s * sets.length + column] = flux[s] * scales[column];
  });
  return out;
}
