import { z } from 'zod';
import type { CoilDescription } from '../coil/coilDescription';
import { coilById } from '../coil/coilLibrary';
import { largestRate } from '../coil/coilRates';
import { contactOnSphere } from '../coil/contactOnSphere';
import { totalMoment } from '../coil/files/coilFile';
import { dipoleCloudCoil } from '../coil/files/dipoleCloudCoil';
import { modelDifference } from '../coil/modelDifference';
import { placeDipoles } from '../coil/placeDipoles';
import { STIMULATOR_IDS, stimulatorById } from '../coil/stimulatorLibrary';
import { turnArea } from '../coil/turnArea';
import { coilDipoles } from '../coil/windings/windingsToDipoles';
import { inputError } from '../core/inputError';
import { readInput } from '../core/readInput';
import { sourceById } from '../evidence/sources';
import type { Dipoles } from '../physics/dipoles';
import { focality } from '../physics/focality';
import { coilSort, lengthUnit, nearestDipole, ratesOfFile, readDipoles, readFile } from './coilInput';

const HEAD_RADIUS = 0.085;
const CORTEX_RADIUS = 0.07;

const schema = z.strictObject({ coil: z.unknown() });
/** A pose may stand there, as for the other commands, and changes nothing: what a coil is does not depend on where it is. */
const pose = z.unknown().optional();
const shipped = z.strictObject({ id: z.string().max(60), pose });
const fromFile = z.strictObject({ file: z.string().min(1).max(1000), pose, unit: lengthUnit.optional() });

/** What the answer says in words, and the rates where any is known. */
interface Words {
  readonly name: string;
  readonly rates: Readonly<Record<string, number>>;
  readonly source: string;
  readonly notes: readonly string[];
}

/**
 * `coil`: what a coil is: its dipoles, area, largest rates, and reach over the standard sphere. Shipped coils and files lie on that sphere in contact;
 * dipoles lie as they are given, in the head frame.
 */
export async function coilCommand(scene: unknown, folder: string): Promise<object> {
  const { coil } = readInput(schema, scene, 'scene');
  const sort = coilSort(coil);
  if (sort === 'dipoles') return answer(...listedDipoles(coil));
  if (sort === 'id') {
    const description = coilById(readInput(shipped, coil, 'coil', 'coil').id);
    const dipoles = coilDipoles(description);
    return answer(dipoles, inContact(description, dipoles), {
      name: description.name,
      rates: ratesOf(description),
      source: sourcesOf(description),
      notes: [...description.notes, modelDifference(description)],
    });
  }
  const { file, unit } = readInput(fromFile, coil, 'coil', 'coil');
  const read = await readFile(file, folder, unit);
  const description = dipoleCloudCoil('own-file', read, file);
  const { name, notes } = description;
  return answer(read.dipoles, inContact(description, read.dipoles), { name, rates: ratesOfFile(read.maxdIdt), source: file, notes });
}

const inContact = (coil: CoilDescription, dipoles: Dipoles): Dipoles => placeDipoles(dipoles, contactOnSphere(coil, HEAD_RADIUS));

function listedDipoles(coil: unknown): [Dipoles, Dipoles, Words] {
  const dipoles = readDipoles(coil);
  const nearest = nearestDipole(dipoles, [0, 0, 0]);
  if (nearest < HEAD_RADIUS)
    throw inputError('coil.dipoles', `lie outside the head of ${HEAD_RADIUS} m about the origin`, `one at ${nearest.toPrecision(3)} m`);
  if (totalMoment(dipoles) === 0) throw inputError('coil', 'have a moment that is not zero', 0);
  return [dipoles, dipoles, { name: 'dipoles of the scene', rates: {}, source: 'the scene', notes: [] }];
}

function answer(dipoles: Dipoles, placed: Dipoles, { name, rates, source, notes }: Words): object {
  const { halfValueDepth, tangentialSpread } = focality(placed, CORTEX_RADIUS);
  return {
    name,
    dipoles: dipoles.positions.length / 3,
    turnArea: turnArea(dipoles),
    ...(Object.keys(rates).length > 0 ? { largestRate: rates } : {}),
    halfValueDepth,
    tangentialSpread,
    source,
    notes,
    units: { turnArea: 'm²', largestRate: 'A/s', halfValueDepth: 'm', tangentialSpread: 'm²' },
  };
}

function ratesOf(coil: CoilDescription): Record<string, number> {
  const known = STIMULATOR_IDS.flatMap((id) => {
    const rate = largestRate(stimulatorById(id), coil);
    return rate ? [[id, rate.value] as const] : [];
  });
  return Object.fromEntries(known);
}

/** Where the turns of the winding come from. */
function sourcesOf({ wings }: CoilDescription): string {
  const ids = wings.flatMap(({ layers }) =>
    layers.map(
      ({ turns }) => (turns.kind === 'circles' ? turns.radii : turns.kind === 'ellipses' ? turns.semiAxesX : turns.baseRadius).source,
    ),
  );
  return [...new Set(ids)].map((id) => sourceById(id).citation).join(' ');
}
