import { crc32 } from '../../core/crc32';
import { inputError } from '../../core/inputError';
import type { CoilDescription } from '../coilDescription';
import { isBinaryCoilName, isCoilFileName } from './coilFileNames';
import { dipoleCloudCoil } from './dipoleCloudCoil';
import { type LengthUnit, readCoilFile } from './readCoilFile';

/** Longest coil file that is read, in bytes. */
const MOST_BYTES = 150_000_000;
/** How the id of every own coil begins; no shipped one does. */
const OWN_COIL_PREFIX = 'own-';

/** What is used of a `File`. */
export type CoilSource = Pick<File, 'name' | 'size' | 'text'> & Partial<Pick<File, 'arrayBuffer'>>;

export const isOwnCoilId = (id: string): boolean => id.startsWith(OWN_COIL_PREFIX);

/**
 * Reads a coil file, its lengths in `unit` where the person has said it. The id of its coil follows from what the file holds, so that the same file is
 * the same coil at every visit. A fault is one sentence that names the file and the place.
 */
export async function readOwnCoil(file: CoilSource, unit?: LengthUnit): Promise<CoilDescription> {
  const shown = file.name.slice(-60);
  if (!isCoilFileName(file.name)) throw inputError(shown, 'be a coil file that ends in .ccd, .tcd, .nii or .nii.gz', file.name);
  if (file.size > MOST_BYTES) throw inputError(shown, `have at most ${MOST_BYTES / 1e6} MB`, `${(file.size / 1e6).toFixed(1)} MB`);
  const content = isBinaryCoilName(file.name) && file.arrayBuffer ? await file.arrayBuffer() : await file.text();
  const bytes = typeof content === 'string' ? new TextEncoder().encode(`${shown}\n${unit ?? ''}${content}`) : new Uint8Array(content);
  const read = await readCoilFile(content, file.name, shown, unit);
  const id = OWN_COIL_PREFIX + crc32(bytes).toString(16);
  return { ...dipoleCloudCoil(id, read, shown), ...statedRate(read.maxdIdt, shown) };
}

/** The largest dI/dt that a file states, where it states one; of several nobody says to which stimulator they belong. */
function statedRate(maxdIdt: readonly number[], file: string): Pick<CoilDescription, 'largestRate'> {
  if (maxdIdt.length !== 1) return {};
  return { largestRate: { value: maxdIdt[0], unit: 'A/s', source: 'own-coil', verification: 'assumed', note: `stated by ${file}` } };
}
