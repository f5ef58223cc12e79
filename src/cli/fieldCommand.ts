import { z } from 'zod';
import { inputError } from '../core/inputError';
import { readInput } from '../core/readInput';
import type { Dipoles } from '../physics/dipoles';
import { magneticFluxDensity } from '../physics/magneticFluxDensity';
import { primaryField } from '../physics/primaryField';
import { vectorPotential } from '../physics/vectorPotential';
import { readCoil } from './coilInput';
import type { HeadField } from './headKinds/headKind';
import { readHead } from './headKinds/headKinds';

const QUANTITIES = ['electricField', 'primaryField', 'vectorPotential', 'magneticFluxDensity'] as const;
type QuantityName = (typeof QUANTITIES)[number];

const UNITS: Record<QuantityName, string> = {
  electricField: 'V/m',
  primaryField: 'V/m',
  vectorPotential: 'T·m/A',
  magneticFluxDensity: 'T/A',
};

const coordinate = z.number().min(-10).max(10);
const schema = z.strictObject({
  head: z.unknown(),
  coil: z.unknown(),
  dIdt: z.number().min(-1e12).max(1e12).optional(),
  points: z
    .array(z.tuple([coordinate, coordinate, coordinate]))
    .min(1)
    .max(200_000),
  quantities: z.array(z.enum(QUANTITIES)).min(1).max(QUANTITIES.length).default(['electricField']),
});

/** `field`: the asked quantities at the points of a scene, in the order of the points. */
export async function fieldCommand(scene: unknown, folder: string, say: (sentence: string) => void): Promise<object> {
  const { head, coil, dIdt, points, quantities } = readInput(schema, scene, 'scene');
  const flat = Float64Array.from(points.flat());
  const headField = await readHead(head, folder);
  const { dipoles, file } = await readCoil(coil, folder, say);
  const answer: Record<string, unknown> = {};
  for (const name of quantities) answer[name] = asVectors(await compute(name, headField, dipoles, flat), rateFor(name, dIdt));
  const units = Object.fromEntries(quantities.map((name) => [name, UNITS[name]]));
  return file ? { ...answer, coil: file, units: { ...units, largestRate: 'A/s', turnArea: 'm²' } } : { ...answer, units };
}

/** Electric fields follow dI/dt, the other quantities are per ampere. */
function rateFor(name: QuantityName, dIdt: number | undefined): number {
  if (name !== 'electricField' && name !== 'primaryField') return 1;
  if (dIdt === undefined) throw inputError('dIdt', `be a number in A/s when ${name} is asked for`, dIdt);
  return dIdt;
}

function compute(name: QuantityName, head: HeadField, dipoles: Dipoles, points: Float64Array): Float64Array | Promise<Float64Array> {
  const out = new Float64Array(points.length);
  switch (name) {
    case 'electricField':
      return head.electricField(dipoles, points);
    case 'primaryField':
      return primaryField(dipoles, points, out);
    case 'vectorPotential':
      return vectorPotential(dipoles, points, out);
    case 'magneticFluxDensity':
      return magneticFluxDensity(dipoles, points, out);
  }
}

/** Adding 0 turns -0 into 0. */
function asVectors(values: Float64Array, factor: number): number[][] {
  return Array.from({ length: values.length / 3 }, (_, i) => {
    const vector = [0, 1, 2].map((k) => values[3 * i + k] * factor + 0);
    if (!vector.every(Number.isFinite))
      throw inputError(`points[${i}]`, 'not lie on a dipole, where the field is infinite', 'one that does');
    return vector;
  });
}
