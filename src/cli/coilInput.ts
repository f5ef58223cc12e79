import { resolve } from 'node:path';
import { z } from 'zod';
import { coilById } from '../coil/coilLibrary';
import { type CoilFile, MOST_DIPOLES } from '../coil/files/coilFile';
import { coilNameOfFile, isBinaryCoilName, isCoilFileName } from '../coil/files/coilFileNames';
import { type LengthUnit, LengthUnitQuestion, readCoilFile } from '../coil/files/readCoilFile';
import { placeDipoles } from '../coil/placeDipoles';
import { correctionSentence, rigidPose } from '../coil/poses/rigidPose';
import { turnArea } from '../coil/turnArea';
import { coilDipoles } from '../coil/windings/windingsToDipoles';
import { InputError, inputError } from '../core/inputError';
import { readInput } from '../core/readInput';
import type { Dipoles } from '../physics/dipoles';
import { readBytes, readText } from './sceneInput';

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
const fromFile = z.strictObject({ file: z.string().min(1).max(1000), pose, unit: z.enum(['m', 'cm', 'mm']).optional() });

/** A coil in the head frame, and what is to be said of the file that it came from. */
export interface SceneCoil {
  readonly dipoles: Dipoles;
  readonly file?: {
    readonly name: string;
    readonly largestRate?: readonly number[];
    readonly turnArea: number;
    readonly notes: readonly string[];
  };
}

/** The coil of a scene in the head frame; `folder` is where relative file names start, `say` takes one sentence on what was changed. */
export async function readCoil(coil: unknown, folder: string, say: (sentence: string) => void): Promise<SceneCoil> {
  if (typeof coil !== 'object' || coil === null || Array.isArray(coil))
    throw inputError('coil', 'be an object with dipoles, id or file', coil);
  const kinds = ['dipoles', 'id', 'file'].filter((key) => Object.hasOwn(coil, key));
  if (kinds.length !== 1)
    throw inputError(
      'coil',
      'have exactly one of dipoles, id and file',
      kinds.length === 0 ? Object.keys(coil).join(', ') : kinds.join(', '),
    );
  if (kinds[0] === 'dipoles') return { dipoles: readDipoles(coil) };
  if (kinds[0] === 'id') {
    const { id, pose: matrix } = readInput(shipped, coil, 'coil', 'coil');
    return { dipoles: placed(coilDipoles(coilById(id)), matrix, say) };
  }
  const { file, pose: matrix, unit } = readInput(fromFile, coil, 'coil', 'coil');
  const read = await readFile(file, folder, unit);
  return {
    dipoles: placed(read.dipoles, matrix, say),
    file: {
      name: read.name ?? coilNameOfFile(file),
      ...(read.maxdIdt.length > 0 ? { largestRate: read.maxdIdt } : {}),
      turnArea: turnArea(read.dipoles),
      notes: read.notes,
    },
  };
}

function readDipoles(coil: object): Dipoles {
  const { dipoles } = readInput(listed, coil, 'coil', 'coil');
  const { positions, moments } = dipoles;
  if (positions.length !== moments.length) {
    throw inputError('coil.dipoles.moments', `have as many entries as positions, ${positions.length}`, moments.length);
  }
  return { positions: Float64Array.from(positions.flat()), moments: Float64Array.from(moments.flat()) };
}

function placed(dipoles: Dipoles, matrix: number[], say: (sentence: string) => void): Dipoles {
  const { pose, correction } = rigidPose(matrix, 'coil.pose');
  const sentence = correctionSentence(correction, 'coil.pose');
  if (sentence) say(sentence);
  return placeDipoles(dipoles, pose);
}

async function readFile(file: string, folder: string, unit: LengthUnit | undefined): Promise<CoilFile> {
  const field = `coil.file ${file}`;
  if (!isCoilFileName(file)) throw inputError('coil.file', 'end in .ccd, .tcd, .nii or .nii.gz', file);
  try {
    const path = resolve(folder, file);
    return await readCoilFile(isBinaryCoilName(file) ? bufferOf(readBytes(path, field)) : readText(path, field), file, field, unit);
  } catch (fault) {
    if (fault instanceof LengthUnitQuestion)
      throw new InputError(`${fault.message.replace(/: say which\.$/, '')}; coil.unit must say which (m, cm or mm).`);
    throw fault;
  }
}

const bufferOf = (bytes: Uint8Array): ArrayBuffer => bytes.slice().buffer as ArrayBuffer;

/** Distance of the nearest dipole from `center` [m]: the sphere formula holds inside it. */
export function nearestDipole(dipoles: Dipoles, center: readonly [number, number, number]): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (let d = 0; d < dipoles.positions.length; d += 3) {
    const squared = [0, 1, 2].reduce((sum, k) => sum + (dipoles.positions[d + k] - center[k]) ** 2, 0);
    nearest = Math.min(nearest, Math.sqrt(squared));
  }
  return nearest;
}
