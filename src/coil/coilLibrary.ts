import deymed50 from '../../models/coils/deymed-50bf.json';
import deymed70 from '../../models/coils/deymed-70bf.json';
import deymed120 from '../../models/coils/deymed-120bfv.json';
import pmd25 from '../../models/coils/magandmore-pmd25.json';
import pmd45 from '../../models/coils/magandmore-pmd45-eeg.json';
import pmd70 from '../../models/coils/magandmore-pmd70.json';
import magstim70 from '../../models/coils/magstim-70mm-figure8.json';
import magstim90 from '../../models/coils/magstim-90mm-circular.json';
import magstimD50 from '../../models/coils/magstim-d50.json';
import magstimD70 from '../../models/coils/magstim-d70.json';
import magstimDoubleCone from '../../models/coils/magstim-double-cone.json';
import c100 from '../../models/coils/magventure-c-100.json';
import cB60 from '../../models/coils/magventure-c-b60.json';
import cB70 from '../../models/coils/magventure-c-b70.json';
import coolB35 from '../../models/coils/magventure-cool-b35.json';
import coolB65 from '../../models/coils/magventure-cool-b65.json';
import coolB70 from '../../models/coils/magventure-cool-b70.json';
import dB80 from '../../models/coils/magventure-d-b80.json';
import mc125 from '../../models/coils/magventure-mc-125.json';
import mcB70 from '../../models/coils/magventure-mc-b70.json';
import mcf75 from '../../models/coils/magventure-mcf-75.json';
import mcfB65 from '../../models/coils/magventure-mcf-b65.json';
import mmc140 from '../../models/coils/magventure-mmc-140.json';
import mriB91 from '../../models/coils/magventure-mri-b91.json';
import { inputError } from '../core/inputError';
import { type CoilDescription, parseCoilDescription } from './coilDescription';

/** As they are offered: figure-8 coils, cones, round ones; within these by maker. */
const FILES: readonly { readonly id: string }[] = [
  ...[magstimD70, magstim70, magstimD50, mcB70, cB60, cB70, coolB35, coolB65, coolB70, mcfB65, mriB91],
  ...[deymed50, deymed70, pmd70, pmd45, pmd25],
  ...[magstimDoubleCone, dB80, deymed120],
  ...[magstim90, mc125, c100, mcf75, mmc140],
];

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
