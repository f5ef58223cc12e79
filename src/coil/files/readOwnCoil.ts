import { crc32 } from '../../core/crc32';
import { inputError } from '../../core/inputError';
import type { CoilDescription } from '../coilDescription';
import { dipoleCloudCoil } from './dipoleCloudCoil';
import { readCcd } from './readCcd';
import { readTcd } from './readTcd';

/** Longest coil file that is read, in bytes, and most dipoles that stay fluent. */
const MOST_BYTES = 20_000_000;
const MOST_OWN_DIPOLES = 20_000;
/** How the id of every own coil begins; no shipped one does. */
const OWN_COIL_PREFIX = 'own-';

export const isOwnCoilId = (id: string): boolean => id.startsWith(OWN_COIL_PREFIX);

/** Ends of the names of coil files. */
export const COIL_FILE_ENDS = ['.ccd', '.tcd'] as const;

/** Whether a file is a coil by its name. */
const isCoilFileName = (name: string): boolean => COIL_FILE_ENDS.some((end) => name.toLowerCase().endsWith(end));

/**
 * Reads a `.ccd` or `.tcd` file. The id of its coil follows from what the file holds, so that the same file is the same coil at every visit. A
 * fault is one sentence that names the file and the place.
 */
export async function readOwnCoil(file: Pick<File, 'name' | 'size' | 'text'>): Promise<CoilDescription> {
  const shown = file.name.slice(-60);
  if (!isCoilFileName(file.name)) throw inputError(shown, 'be a coil file that ends in .ccd or .tcd', file.name);
  if (file.size > MOST_BYTES) throw inputError(shown, `have at most ${MOST_BYTES / 1e6} MB`, `${(file.size / 1e6).toFixed(1)} MB`);
  const text = await file.text();
  const read = /\.ccd$/i.test(file.name) ? readCcd(text, shown) : await readTcd(text, shown);
  const count = read.dipoles.positions.length / 3;
  if (count > MOST_OWN_DIPOLES)
    throw inputError(shown, `have at most ${MOST_OWN_DIPOLES} dipoles, so that the picture stays fluent`, count);
  const id = OWN_COIL_PREFIX + crc32(new TextEncoder().encode(`${shown}\n${text}`)).toString(16);
  return dipoleCloudCoil(id, read.name?.slice(0, 60) || shown.replace(/\.(ccd|tcd)$/i, ''), read.dipoles, shown);
}
