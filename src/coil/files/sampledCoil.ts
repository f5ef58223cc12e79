import { InputError } from '../../core/inputError';
import type { CoilFile } from './coilFile';
import { fitDipoles } from './fitDipoles';
import type { SampledField } from './sampledField';

/** A fit that leaves more than this of the field is refused. */
const WORST_FIT = 0.1;

/** The coil of a sampled vector potential: equivalent dipoles, with the error of the fit among the notes. */
export function sampledCoil(field: SampledField, name: string): CoilFile {
  const { dipoles, windings, error } = fitDipoles(field, name);
  if (!(error < WORST_FIT))
    throw new InputError(
      `${name} must hold the field of currents behind its samples; instead equivalent dipoles miss ${(100 * error).toPrecision(2)} % of it.`,
    );
  const fit = `Read from samples of its field: ${dipoles.positions.length / 3} equivalent dipoles, error of the fit ${(100 * error).toPrecision(2)} % of B 20 mm and more from the windings.`;
  return { dipoles, windings: windings.length > 0 ? windings : dipoles.positions, name: null, maxdIdt: [], notes: [fit] };
}
