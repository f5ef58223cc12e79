import { z } from 'zod';
import { inputError } from '../core/inputError';
import { readInput } from '../core/readInput';
import { focality } from '../physics/focality';
import { nearestDipole, readCoil } from './coilInput';

const schema = z.strictObject({
  head: z.strictObject({
    kind: z.literal('sphere'),
    radius: z.number().positive().max(1),
    cortexRadius: z.number().positive().max(1),
  }),
  coil: z.unknown(),
});

/** `focality`: largest field, half-value depth, half-value volume and tangential spread of a coil over a spherical cortex, at 1 A/µs. */
export async function focalityCommand(scene: unknown, folder: string, say: (sentence: string) => void): Promise<object> {
  const { head, coil } = readInput(schema, scene, 'scene');
  if (head.cortexRadius > head.radius)
    throw inputError('head.cortexRadius', `be at most the radius of the head, ${head.radius} m`, head.cortexRadius);
  const { dipoles } = await readCoil(coil, folder, say);
  const nearest = nearestDipole(dipoles, [0, 0, 0]);
  if (!(nearest > head.radius))
    throw inputError('coil', `lie outside the head of ${head.radius} m`, `a dipole at ${nearest} m from the center`);
  if (dipoles.moments.every((moment) => moment === 0)) throw inputError('coil', 'have a moment that is not zero', 0);
  return {
    ...focality(dipoles, head.cortexRadius),
    units: { peak: 'V/m', peakPoint: 'm', halfValueDepth: 'm', halfValueVolume: 'm³', tangentialSpread: 'm²' },
  };
}
