import { InputError, inputError } from '../../core/inputError';
import type { CoilDescription } from '../coilDescription';
import { dipoleCloudCoil } from './dipoleCloudCoil';
import { readCcd } from './readCcd';
import { readTcd } from './readTcd';

/** Longest coil file that is read, in bytes, and most dipoles that stay fluent. */
const MOST_BYTES = 20_000_000;
const MOST_OWN_DIPOLES = 20_000;
/** Own coils are never dropped, because Undo may come back to them; so their number is bounded. */
const MOST_OWN_COILS = 20;

const own = new Map<string, CoilDescription>();

/** The coils that were read from files since the page was opened, oldest first. */
export const ownCoils = (): readonly CoilDescription[] => [...own.values()];

export const findOwnCoil = (id: string): CoilDescription | undefined => own.get(id);

/** Ends of the names of coil files. */
export const COIL_FILE_ENDS = ['.ccd', '.tcd'] as const;

/** Whether a file is a coil by its name. */
const isCoilFileName = (name: string): boolean => COIL_FILE_ENDS.some((end) => name.toLowerCase().endsWith(end));

/** Reads a `.ccd` or `.tcd` file and keeps its coil under an id of its own; a fault is one sentence that names the file and the place. */
export async function readOwnCoil(file: Pick<File, 'name' | 'size' | 'text'>): Promise<CoilDescription> {
  const shown = file.name.slice(-60);
  if (!isCoilFileName(file.name)) throw inputError(shown, 'be a coil file that ends in .ccd or .tcd', file.name);
  if (file.size > MOST_BYTES) throw inputError(shown, `have at most ${MOST_BYTES / 1e6} MB`, `${(file.size / 1e6).toFixed(1)} MB`);
  if (own.size >= MOST_OWN_COILS)
    throw new InputError(`${shown} was not read: ${MOST_OWN_COILS} own coils are held already; reload the page to free them.`);
  const text = await file.text();
  const read = /\.ccd$/i.test(file.name) ? readCcd(text, shown) : await readTcd(text, shown);
  const count = read.dipoles.positions.length / 3;
  if (count > MOST_OWN_DIPOLES)
    throw inputError(shown, `have at most ${MOST_OWN_DIPOLES} dipoles, so that the picture stays fluent`, count);
  const id = `own-${own.size + 1}`;
  const coil = dipoleCloudCoil(id, read.name?.slice(0, 60) || shown.replace(/\.(ccd|tcd)$/i, ''), read.dipoles, shown);
  own.set(id, coil);
  return coil;
}
