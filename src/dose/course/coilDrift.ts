import type { z } from 'zod';
import data from '../../../models/evidence/coil-drift.json';
import { seededRandom } from '../seededRandom';
import type { coilDriftSchema } from './coilDriftSchema';

export const coilDrift = data as unknown as z.output<typeof coilDriftSchema>;

/** Mean sizes of the deviations: distance [m], angles [rad]. */
export interface DriftSizes {
  readonly distance: number;
  readonly tilt: number;
  readonly turn: number;
}

/** One time that the coil is put back, against the saved pose: along the scalp [m], angles [rad]. */
export interface CoilDeviation {
  readonly forward: number;
  readonly right: number;
  /** By this angle the coil's axis leans, about an axis in the plane of the coil at `tiltAxis` from its x axis. */
  readonly tilt: number;
  readonly tiltAxis: number;
  /** About the coil's own axis. */
  readonly turn: number;
}

const radians = Math.PI / 180;

export function driftSizes(id: string): DriftSizes {
  const method = coilDrift.methods.find((candidate) => candidate.id === id);
  if (method === undefined) throw new Error(`no way of putting the coil back ${id}`);
  const { distance, tilt, turn } = method;
  return { distance: distance.value, tilt: tilt.value * radians, turn: turn.value * radians };
}

/** The mean length of a vector of two independent normal numbers of deviation 1 (Rayleigh), and the mean size of one such number. */
const MEAN_OF_TWO = Math.sqrt(Math.PI / 2);
const MEAN_OF_ONE = Math.sqrt(2 / Math.PI);

/** Deviations whose sizes have the given means; the same seed gives the same ones, larger or smaller with the sizes. */
export function sampleDeviations(sizes: DriftSizes, count: number, seed: number): CoilDeviation[] {
  const random = seededRandom(seed);
  const along = sizes.distance / MEAN_OF_TWO;
  const lean = sizes.tilt / MEAN_OF_TWO;
  return Array.from({ length: count }, () => {
    const [forward, right, u, v, turn] = [random.normal(), random.normal(), random.normal(), random.normal(), random.normal()];
    return {
      forward: along * forward,
      right: along * right,
      tilt: lean * Math.hypot(u, v),
      tiltAxis: Math.atan2(v, u),
      turn: (sizes.turn / MEAN_OF_ONE) * turn,
    };
  });
}
