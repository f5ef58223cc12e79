import { resolve } from 'node:path';
import { z } from 'zod';
import { coilById } from '../coil/coilLibrary';
import { type CoilFile, MOST_DIPOLES } from '../coil/files/coilFile';
import { coilNameOfFile, isBinaryCoilName, isCoilFileName } from '../coil/files/coilFileNames';
import { type LengthUnit, LengthUnitQuestion, readCoilFile } from '../coil/files/readCoilFile';
import { placeDipoles } from '../coil/placeDipoles';
import { readPoses } from '../coil/poses/readPoses';
import { correctionSentence, rigidPose } from '../coil/poses/rigidPose';
import { turnArea } from '../coil/turnArea';
import { coilDipoles } from '../coil/windings/windingsToDipoles';
import { InputError, inputError } from '../core/inputError';
import { readInput } from '../core/readInput';
import type { RigidTransform } from '../core/rigidTransform';
import type { Dipoles } from '../physics/dipoles';
import { readBytes, readText } from './sceneInput';

/** Coordinates beyond this are more likely in another unit [m]. */
const FARTHEST = 10;
const LARGEST_MOMENT = 1e9;

const vector = (most: number) =>
  z.tuple([z.number().min(-most).max(most), z.number().min(-most).max(most), z.number().min(-most).max(most)]);
const place = {
  pose: z.array(z.number().min(-FARTHEST).max(FARTHEST)).length(16).optional(),
  poseFile: z.string().min(1).max(1000).optional(),
  poseName: z.string().max(60).optional(),
};

const listed = z.strictObject({
  dipoles: z.strictObject({
    positions: z.array(vector(FARTHEST)).min(1).max(MOST_DIPOLES),
    moments: z.array(vector(LARGEST_MOMENT)).min(1).max(MOST_DIPOLES),
  }),
});
const shipped = z.strictObject({ id: z.string().max(60), ...place });
export const lengthUnit = z.enum(['m', 'cm', 'mm']);
const fromFile = z.strictObject({ file: z.string().min(1).max(1000), ...place, unit: lengthUnit.optional() });

/** A coil in the head frame, and what is to be said of the file that it came from. */
export interface SceneCoil {
  readonly dipoles: Dipoles;
  readonly file?: {
    readonly name: string;
    readonly largestRate?: Readonly<Record<string, number>>;
    readonly turnArea: number;
    readonly notes: readonly string[];
  };
}

/** The coil of a scene in the head frame; `folder` is where relative file names start, `say` takes one sentence on what was changed. */
export async function readCoil(coil: unknown, folder: string, say: (sentence: string) => void): Promise<SceneCoil> {
  const sort = coilSort(coil);
  if (sort === 'dipoles') return { dipoles: readDipoles(coil) };
  if (sort === 'id') {
    const { id, ...where } = readInput(shipped, coil, 'coil', 'coil');
    return { dipoles: placeDipoles(coilDipoles(coilById(id)), readPlace(where, folder, say)) };
  }
  const { file, unit, ...where } = readInput(fromFile, coil, 'coil', 'coil');
  const pose = readPlace(where, folder, say);
  const read = await readFile(file, folder, unit);
  const rates = ratesOfFile(read.maxdIdt);
  return {
    dipoles: placeDipoles(read.dipoles, pose),
    file: {
      name: read.name ?? coilNameOfFile(file),
      ...(Object.keys(rates).length > 0 ? { largestRate: rates } : {}),
      turnArea: turnArea(read.dipoles),
      notes: read.notes,
    },
  };
}

/** Which of the three ways a scene gives its coil. */
export function coilSort(coil: unknown): 'dipoles' | 'id' | 'file' {
  if (typeof coil !== 'object' || coil === null || Array.isArray(coil))
    throw inputError('coil', 'be an object with dipoles, id or file', coil);
  const kinds = (['dipoles', 'id', 'file'] as const).filter((key) => Object.hasOwn(coil, key));
  if (kinds.length !== 1)
    throw inputError(
      'coil',
      'have exactly one of dipoles, id and file',
      kinds.length === 0 ? Object.keys(coil).join(', ') : kinds.join(', '),
    );
  return kinds[0];
}

/** The largest dI/dt that a file states [A/s]: it knows no id of a stimulator here, so they are `file`, or `file-1`, `file-2`, … where it has several. */
export const ratesOfFile = (rates: readonly number[]): Record<string, number> =>
  Object.fromEntries(rates.map((rate, n) => [rates.length === 1 ? 'file' : `file-${n + 1}`, rate]));

/** Dipoles listed in a scene, in the head frame. */
export function readDipoles(coil: unknown): Dipoles {
  const { dipoles } = readInput(listed, coil, 'coil', 'coil');
  const { positions, moments } = dipoles;
  if (positions.length !== moments.length) {
    throw inputError('coil.dipoles.moments', `have as many entries as positions, ${positions.length}`, moments.length);
  }
  return { positions: Float64Array.from(positions.flat()), moments: Float64Array.from(moments.flat()) };
}

interface Place {
  readonly pose?: readonly number[];
  readonly poseFile?: string;
  readonly poseName?: string;
}

/** Where a scene puts its coil: a matrix in meters, or a text of SimNIBS, Brainsight or Localite in millimeters, of several poses the named one. */
function readPlace({ pose, poseFile, poseName }: Place, folder: string, say: (sentence: string) => void): RigidTransform {
  const mended = (entry: { pose: RigidTransform; correction: number }, field: string): RigidTransform => {
    const sentence = correctionSentence(entry.correction, field);
    if (sentence) say(sentence);
    return entry.pose;
  };
  if (pose && poseFile === undefined) return mended(rigidPose(pose, 'coil.pose'), 'coil.pose');
  if (pose) throw inputError('coil.pose', 'not stand beside a poseFile', 'both');
  if (poseFile === undefined) throw inputError('coil.pose', 'be 16 numbers, or a poseFile in its place', pose);
  const field = `coil.poseFile ${poseFile}`;
  const { poses } = readPoses(readText(resolve(folder, poseFile), field), field);
  const fitting = poseName === undefined ? poses : poses.filter(({ name }) => name === poseName);
  if (fitting.length === 1) return mended(fitting[0], field);
  const names = poses
    .slice(0, 8)
    .map(({ name }) => name)
    .join(', ');
  throw inputError('coil.poseName', `name one of the ${poses.length} poses of ${poseFile} (${names})`, poseName);
}

/** A coil file that a scene names. */
export async function readFile(file: string, folder: string, unit: LengthUnit | undefined): Promise<CoilFile> {
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
