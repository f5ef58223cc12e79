import duomag from '../../models/stimulators/duomag-xt-70bf.json';
import cool65 from '../../models/stimulators/magpro-x100-cool-b65.json';
import mcB70 from '../../models/stimulators/magpro-x100-mc-b70.json';
import magstim200 from '../../models/stimulators/magstim-200.json';
import rapidD70 from '../../models/stimulators/magstim-rapid-d70.json';
import powermag from '../../models/stimulators/powermag-pmd70.json';
import { inputError } from '../core/inputError';
import { parseStimulatorDescription, type StimulatorDescription } from './stimulatorDescription';

const FILES: readonly { readonly id: string }[] = [mcB70, cool65, rapidD70, magstim200, duomag, powermag];

/** Ids of the shipped stimulators, in the order in which they are offered. */
export const STIMULATOR_IDS: readonly string[] = FILES.map((file) => file.id);

const parsed = new Map<string, StimulatorDescription>();

/** A shipped stimulator, read and validated on first use; an unknown id is a fault of the input. */
export function stimulatorById(id: string, field = 'id'): StimulatorDescription {
  const known = parsed.get(id);
  if (known) return known;
  const file = FILES.find((candidate) => candidate.id === id);
  if (!file) throw inputError(field, `be one of ${STIMULATOR_IDS.join(', ')}`, id);
  const stimulator = parseStimulatorDescription(file);
  parsed.set(id, stimulator);
  return stimulator;
}
