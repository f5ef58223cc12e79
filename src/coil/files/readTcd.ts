import { inputError } from '../../core/inputError';
import { IDENTITY } from '../../core/rigidTransform';
import { concatenate } from '../concatenate';
import { type CoilFile, FARTHEST_POSITION, MOST_DIPOLES } from './coilFile';
import { decodeVectors } from './decodeVectors';
import { latticeOf } from './latticeOf';
import { movedDirections, movedPoints } from './movedPoints';
import { sampledCoil } from './sampledCoil';
import { casingPoints } from './tcdCasing';
import { deformationOf } from './tcdDeformations';
import { isObject, type Json, parseJson } from './tcdForm';
import { wireDipoles } from './wireDipoles';
import { wireEnds } from './wireEnds';

const MOST_ELEMENTS = 1000;
/** Dipoles that the wires of one file may become. */
const MOST_FROM_WIRES = 20_000;

/**
 * Reads a `.tcd` coil file (JSON): elements of type 1, dipoles (mm, A·m² per ampere), and of type 2, line segments (mm; by middle or start, whichever closes
 * the wires), as lists or as base64, plain or compressed. Movable parts stand at their initial values; casing meshes serve for contact. All
 * elements carry the same current. `field` names the file in a fault, `unit` is that of its lengths [m].
 */
export async function readTcd(text: string, field = 'coil file', unit = 1e-3): Promise<CoilFile> {
  const root = parseJson(text, field);
  const list = root.coilElementList;
  if (!Array.isArray(list) || list.length < 1 || list.length > MOST_ELEMENTS) {
    throw inputError(`${field} coilElementList`, `be a list of 1 to ${MOST_ELEMENTS} elements`, list);
  }
  const parts: Part[] = [];
  let count = 0;
  for (let i = 0; i < list.length; i++) {
    const part = await readElement(root, list[i], `${field} coilElementList[${i}]`, unit);
    count += part.points.length / 3;
    if (count > MOST_DIPOLES) throw inputError(field, `have at most ${MOST_DIPOLES} dipoles and segments`, count);
    parts.push(part);
  }
  const own = await casingPoints(root, root.coilCasing, IDENTITY, `${field} coilCasing`, unit);
  const casings = [own, ...parts.map(({ casing }) => casing)].filter((points) => points !== null);
  const { dipoles, notes } = dipolesOf(parts);
  notes.push(...parts.flatMap((part) => part.notes ?? []));
  const stimulators = Array.isArray(root.stimulatorList) ? root.stimulatorList.length : 0;
  if (stimulators > 1) notes.push(`The file has ${stimulators} stimulators; here all parts carry the same current.`);
  if (parts.some(({ moved }) => moved)) notes.push('The coil has movable parts; they stand where the file puts them first.');
  return {
    dipoles,
    windings: concatenate(parts.map(({ points, windings }) => windings ?? points)),
    ...(casings.length > 0 ? { casing: concatenate(casings) } : {}),
    name: typeof root.name === 'string' && root.name.trim() !== '' ? root.name.trim().slice(0, 200) : null,
    maxdIdt: stimulatorRates(root.stimulatorList, field),
    notes,
  };
}

interface Part {
  readonly kind: 'dipoles' | 'segments';
  readonly points: Float64Array;
  readonly values: Float64Array;
  readonly casing: Float64Array | null;
  readonly moved: boolean;
  /** Where it touches, if not at `points`. */
  readonly windings?: Float64Array;
  readonly notes?: readonly string[];
}

/** A part that is given by samples of its vector potential: nested lists [x][y][z][3]. */
async function sampledPart(root: Json, element: Json, field: string, unit: number): Promise<Part> {
  const data = element.data as number[][][][];
  const size = [data, data?.[0], data?.[0]?.[0]].map((list) => (Array.isArray(list) ? list.length : 0));
  const read = (i: number, j: number, k: number, axis: number): number => {
    const value = data[i]?.[j]?.[k]?.[axis];
    if (typeof value !== 'number' || !Number.isFinite(value))
      throw inputError(`${field}.data[${i}][${j}][${k}]`, 'be a list of three finite numbers', value);
    return value;
  };
  const affine = Array.isArray(element.affine) ? element.affine.flat() : [];
  const { dipoles, windings, notes } = sampledCoil(latticeOf(size, affine, unit, read, `${field}.data`), field);
  const motion = deformationOf(root, element.deformations, field, unit);
  return {
    kind: 'dipoles',
    points: movedPoints(dipoles.positions, motion),
    values: movedDirections(dipoles.moments, motion),
    windings: movedPoints(windings, motion),
    casing: await casingPoints(root, element.elementCasing, motion, `${field}.elementCasing`, unit),
    moved: motion !== IDENTITY,
    notes,
  };
}

async function readElement(root: Json, element: unknown, field: string, unit: number): Promise<Part> {
  if (!isObject(element)) throw inputError(field, 'be an object', element);
  const { type } = element;
  if (type === 3) return sampledPart(root, element, field, unit);
  if (type !== 1 && type !== 2) throw inputError(`${field}.type`, 'be 1 (dipoles), 2 (segments) or 3 (a sampled field)', type);
  const points = await decodeVectors(element.points, `${field}.points`, MOST_DIPOLES);
  const values = await decodeVectors(element.values, `${field}.values`, MOST_DIPOLES);
  if (values.length !== points.length)
    throw inputError(`${field}.values`, `have as many vectors as points, ${points.length / 3}`, values.length / 3);
  const far = points.findIndex((value) => Math.abs(value) * unit > FARTHEST_POSITION);
  if (far >= 0) throw inputError(`${field}.points[${Math.floor(far / 3)}]`, `lie within ${FARTHEST_POSITION} m of the center`, points[far]);
  const motion = deformationOf(root, element.deformations, field, unit);
  return {
    kind: type === 1 ? 'dipoles' : 'segments',
    points: movedPoints(
      points.map((value) => value * unit),
      motion,
    ),
    values: movedDirections(type === 1 ? values : values.map((value) => value * unit), motion),
    casing: await casingPoints(root, element.elementCasing, motion, `${field}.elementCasing`, unit),
    moved: motion !== IDENTITY,
  };
}

/** Wires of all parts together, since a wire may run through several, and the dipoles beside them. */
function dipolesOf(parts: readonly Part[]) {
  const notes: string[] = [];
  const dipoleParts = parts.filter(({ kind }) => kind === 'dipoles');
  const wireParts = parts.filter(({ kind }) => kind === 'segments');
  const positions = dipoleParts.map(({ points }) => points);
  const moments = dipoleParts.map(({ values }) => values);
  if (wireParts.length > 0) {
    const wire = wireEnds(concatenate(wireParts.map(({ points }) => points)), concatenate(wireParts.map(({ values }) => values)));
    const dipoles = wireDipoles(wire, MOST_FROM_WIRES);
    positions.push(dipoles.positions);
    moments.push(dipoles.moments);
    notes.push(
      `The points of the wire segments are taken as their ${wire.rule === 'middle' ? 'middles' : 'starts'}, since so the wires close best.`,
    );
    if (wire.openEnds > 0)
      notes.push(`${wire.openEnds} of ${wire.pieces.length} segments end where no other begins; straight leads close the wires there.`);
  }
  return { dipoles: { positions: concatenate(positions), moments: concatenate(moments) }, notes };
}

/** Stated maxima [A/s], where there are any. */
function stimulatorRates(list: unknown, field: string): number[] {
  if (!Array.isArray(list)) return [];
  const stated = list.map((entry) => (isObject(entry) ? entry.maxdIdt : undefined)).filter((rate) => rate !== undefined && rate !== null);
  for (const rate of stated) {
    if (typeof rate !== 'number' || !(rate > 0 && Number.isFinite(rate)))
      throw inputError(`${field} stimulatorList maxdIdt`, 'be positive, in A/s', rate);
  }
  return stated as number[];
}
