import type { z } from 'zod';
import data from '../../models/evidence/coil-rates.json';
import type { Sourced } from '../core/sourced';
import type { CoilDescription } from './coilDescription';
import type { coilRatesSchema } from './coilRatesSchema';
import type { StimulatorDescription } from './stimulatorDescription';

const { machines, rates } = data as unknown as z.output<typeof coilRatesSchema>;

export type RatedCoil = Pick<CoilDescription, 'id' | 'name' | 'largestRate'>;

/** Largest dI/dt of a machine with a coil [A/s]. It belongs to the pair: neither has one of its own. Null where nobody has stated it. */
export function largestRate({ machine }: Pick<StimulatorDescription, 'machine'>, coil: RatedCoil): Sourced<number> | null {
  if (coil.largestRate) return coil.largestRate;
  return rates.find((entry) => entry.machine === machine && entry.coil === coil.id)?.rate ?? null;
}

export const machineName = (id: string): string => machines.find((machine) => machine.id === id)?.name ?? id;

/** Machines with which the largest rate of a coil is known. */
export const machinesOfCoil = (coilId: string): readonly string[] =>
  rates.filter(({ coil }) => coil === coilId).map(({ machine }) => machine);

/** Why there is no percentage of output, in one sentence. */
export function unknownRateSentence({ machine }: Pick<StimulatorDescription, 'machine'>, coil: RatedCoil): string {
  const known = machinesOfCoil(coil.id).map(machineName);
  const instead = known.length > 0 ? ` It is known with the ${known.join(' and the ')}.` : '';
  return `No percentage of output: the largest dI/dt of the ${machineName(machine)} with ${coil.name} is not known.${instead}`;
}
