import { resolve } from 'node:path';
import { z } from 'zod';
import { coilById } from '../coil/coilLibrary';
import { MOST_DIPOLES } from '../coil/files/coilFile';
import { readCcd } from '../coil/files/readCcd';
import { readTcd } from '../coil/files/readTcd';
import { placeDipoles } from '../coil/placeDipoles';
import { coilDipoles } from '../coil/windings/windingsToDipoles';
import { inputError } from '../core/inputError';
import { readInput } from '../core/readInput';
import { fromMatrix, isRigid } from '../core/rigidTransform';
import type { Dipoles } from '../physics/dipoles';
import { readText } from './sceneInput';

/** Coordinates beyond this are more likely in another unit [m]. */
const FARTHEST = 10;
const LARGEST_MOMENT = 1e9;

const vector = (most: number) =>
  z.tuple([z.number().min(-most).max(most), z.number().min(-most).max(most), z.number().min(-most).max(most)]);
const pose = z.array(z.number().min(-FARTHEST).max(FARTHEST)).length(16);

const listed = z.strictObject({
  dipoles: z.strictObject({
    positions: z.array(vector(FARTHEST)).min(1).max(MOST_DIPOLES),
    moments: z.array(vector(LARGEST_MOMENT)).min(1).max(MOST_DIPOLES),
  }),
});
const shipped = z.strictObject({ id: z.string().max(60), pose });
const fromFile = z.strictObject({ file: z.string().min(1).max(1000), pose });

/** The coil of a scene as dipoles in the head frame; `folder` is where relative file names start. */
export async function readCoil(coil: unknown, folder: string): Promise<Dipoles> {
  if (typeof coil !== 'object' || coil === null || Array.isArray(coil))
    throw inputError('coil', 'be an object with dipoles, id or file', coil);
  const kinds = ['dipoles', 'id', 'file'].filter((key) => Object.hasOwn(coil, key));
  if (kinds.length !== 1)
    throw inputError(
      'coil',
      'have exactly one of dipoles, id and file',
      kinds.length === 0 ? Object.keys(coil).join(', ') : kinds.join(', '),
    );
  if (kinds[0] === 'dipoles') return readDipoles(coil);
  if (kinds[0] === 'id') {
    const { id, pose: matrix } = readInput(shipped, coil, 'coil', 'coil');
    return placed(coilDipoles(coilById(id)), matrix);
  }
  const { file, pose: matrix } = readInput(fromFile, coil, 'coil', 'coil');
  return placed(await readCoilFile(file, folder), matrix);
}

function readDipoles(coil: object): Dipoles {
  const { dipoles } = readInput(listed, coil, 'coil', 'coil');
  const { positions, moments } = dipoles;
  if (positions.length !== moments.length) {
    throw inputError('coil.dipoles.moments', `have as many entries as positions, ${positions.length}`, moments.length);
  }
  return { positions: Float64Array.from(positions.flat()), moments: Float64Array.from(moments.flat()) };
}

function placed(dipoles: Dipoles, matrix: number[]): Dipoles {
  if (!isRigid(matrix))
    throw inputError('coil.pose', 'be a rotation and a translation (determinant +1 within 1e-6, last row 0 0 0 1)', matrix);
  return placeDipoles(dipoles, fromMatrix(matrix));
}

async function readCoilFile(file: string, folder: string): Promise<Dipoles> {
  const lower = file.toLowerCase();
  if (!lower.endsWith('.ccd') && !lower.endsWith('.tcd')) throw inputError('coil.file', 'end in .ccd or .tcd', file);
  const text = readText(resolve(folder, file), `coil.file ${file}`);
  const read = lower.endsWith('.ccd') ? readCcd(text, `coil.file ${file}`) : await readTcd(text, `coil.file ${file}`);
  return read.dipoles;
}

/** Distance of the nearest dipole from `center` [m]: the sphere formula holds inside it. */
export function nearestDipole(dipoles: Dipoles, center: readonly [number, number, number]): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (let d = 0; d < dipoles.positions.length; d += 3) {
    const squared = [0, 1, 2].reduce((sum, k) => sum + (dipoles.positions[d + k] - center[k]) ** 2, 0);
    nearest = Math.min(nearest, Math.sqrt(squared));
  }
  return nearest;
}
