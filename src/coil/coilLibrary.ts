import magstim70 from '../../models/coils/magstim-70mm-figure8.json';
import magstim90 from '../../models/coils/magstim-90mm-circular.json';
import magstimD50 from '../../models/coils/magstim-d50.json';
import magstimDoubleCone from '../../models/coils/magstim-double-cone.json';
import cB60 from '../../models/coils/magventure-c-b60.json';
import coolB35 from '../../models/coils/magventure-cool-b35.json';
import dB80 from '../../models/coils/magventure-d-b80.json';
import mcB70 from '../../models/coils/magventure-mc-b70.json';
import mriB91 from '../../models/coils/magventure-mri-b91.json';
import { inputError } from '../core/inputError';
import { type CoilDescription, parseCoilDescription } from './coilDescription';

const FILES: readonly { readonly id: string }[] = [magstim70, magstim90, magstimD50, magstimDoubleCone, cB60, mcB70, dB80, coolB35, mriB91];

/** Ids of the shipped coils, in the order in which they are offered. */
export const COIL_IDS: readonly string[] = FILES.map((file) => file.id);

const parsed = new Map<string, CoilDescription>();

/** A shipped coil, read and validated on first use; an unknown id is a fault of the input. */
export function coilById(id: string, field = 'coil.id'): CoilDescription {
  const known = parsed.get(id);
  if (known) return known;
  const file = FILES.find((candidate) => candidate.id === id);
  if (!file) throw inputError(field, `be one of ${COIL_IDS.join(', ')}`, id);
  const coil = parseCoilDescription(file);
  parsed.set(id, coil);
  return coil;
}
