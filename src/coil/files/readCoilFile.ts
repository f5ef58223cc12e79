import { InputError, inputError } from '../../core/inputError';
import { latePart } from '../../core/latePart';
import { type CoilFile, LEAST_MOMENT, totalMoment } from './coilFile';
import { isCoilFileName } from './coilFileNames';
import { fewerDipoles } from './dipoleGrid';
import { readCcd } from './readCcd';
import { readTcd } from './readTcd';

/** Units in which people write lengths, as a factor to meters. */
export const LENGTH_UNITS = { m: 1, cm: 1e-2, mm: 1e-3 } as const;
export type LengthUnit = keyof typeof LENGTH_UNITS;

/** Most dipoles that stay fluent. */
const MOST_KEPT = 20_000;
/** How far real coils reach from their center [m]; smaller ones are asked about where another unit gives one of usual size. */
const SMALLEST = 8e-3;
const SMALLEST_USUAL = 20e-3;
const LARGEST = 0.35;
/** Turns of the whole size of a coil that its moments may amount to. */
const MOST_TURNS = 200;

/** A file whose lengths are not in the unit of its kind, as it seems; the sentence asks, `suggested` is what the numbers fit. */
export class LengthUnitQuestion extends InputError {
  constructor(
    message: string,
    readonly suggested: LengthUnit,
  ) {
    super(message);
  }
}

/**
 * Reads a coil file of any kind that the name tells, checks that the coil is one, and keeps the number of dipoles fluent. `unit`: of the lengths in the
 * file, where the person has said it; otherwise meters in `.ccd`, millimeters in `.tcd`, and a `LengthUnitQuestion` where that cannot be.
 */
export async function readCoilFile(content: string | ArrayBuffer, name: string, field: string, unit?: LengthUnit): Promise<CoilFile> {
  if (typeof content !== 'string') {
    const { readNiftiCoil } = await niftiReader(field);
    return checked(await readNiftiCoil(content, field), field);
  }
  if (!isCoilFileName(name)) throw inputError(field, 'be a coil file that ends in .ccd, .tcd, .nii or .nii.gz', name);
  const isCcd = /\.ccd$/i.test(name);
  const usual: LengthUnit = isCcd ? 'm' : 'mm';
  const taken = unit ?? usual;
  const read = isCcd ? readCcd(content, field) : await readTcd(content, field, LENGTH_UNITS[taken]);
  if (totalMoment(read.dipoles) < LEAST_MOMENT * 1e-6)
    throw new InputError(`${field} describes a coil without any moment: no current flows in it, or its parts cancel each other.`);
  const coil = isCcd && taken !== 'm' ? scaled(read, LENGTH_UNITS[taken]) : read;
  if (!unit) askForUnit(read, usual, field);
  return checked(coil, field);
}

/** Brings the reader of NIfTI files, which only their owners need. */
export const loadNiftiReader = latePart(() => import('./readNiftiCoil'));

async function niftiReader(field: string) {
  try {
    return await loadNiftiReader();
  } catch {
    throw new InputError(`${field} could not be read: the reader of NIfTI files could not be loaded.`);
  }
}

function checked(coil: CoilFile, field: string): CoilFile {
  if (totalMoment(coil.dipoles) < LEAST_MOMENT)
    throw inputError(
      field,
      `have a turn area of at least ${LEAST_MOMENT * 1e4} cm² in all`,
      `${(totalMoment(coil.dipoles) * 1e4).toPrecision(2)} cm²`,
    );
  return { ...coil, dipoles: fewerDipoles(coil.dipoles, MOST_KEPT) };
}

/** Moments stand for themselves: they are turn areas, whatever unit the positions have. */
function scaled(read: CoilFile, factor: number): CoilFile {
  const positions = read.dipoles.positions.map((value) => value * factor);
  return { ...read, dipoles: { ...read.dipoles, positions }, windings: positions };
}

function askForUnit({ dipoles, windings }: CoilFile, usual: LengthUnit, field: string): void {
  let reach = 0;
  for (let i = 0; i < windings.length; i += 3) reach = Math.max(reach, Math.hypot(windings[i], windings[i + 1], windings[i + 2]));
  const turns = totalMoment(dipoles) / (Math.PI * reach ** 2);
  const fits = reach >= SMALLEST && reach <= LARGEST && turns <= MOST_TURNS;
  const others = (Object.keys(LENGTH_UNITS) as LengthUnit[]).filter((unit) => {
    const other = (reach * LENGTH_UNITS[unit]) / LENGTH_UNITS[usual];
    return unit !== usual && other >= 1.5 * SMALLEST_USUAL && other <= LARGEST / 1.5;
  });
  if (fits && (reach >= SMALLEST_USUAL || others.length === 0)) return;
  const inMillimeters = (length: number) => `${(1e3 * length).toPrecision(3)} mm`;
  if (others.length === 0)
    throw inputError(`${field}`, `reach ${SMALLEST * 1e3} to ${LARGEST * 1e3} mm from its center`, inMillimeters(reach));
  const names = { m: 'meters', cm: 'centimeters', mm: 'millimeters' };
  const other = (reach * LENGTH_UNITS[others[0]]) / LENGTH_UNITS[usual];
  throw new LengthUnitQuestion(
    `${field} reaches ${inMillimeters(reach)} from its center if its lengths are ${names[usual]}, ${inMillimeters(other)} if they are ${names[others[0]]}: say which.`,
    others[0],
  );
}
