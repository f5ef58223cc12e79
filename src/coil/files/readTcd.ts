import { inputError } from '../../core/inputError';
import { type CoilFile, FARTHEST_POSITION, MOST_DIPOLES } from './coilFile';
import { decodeVectors } from './decodeVectors';
import { segmentsToDipoles } from './segmentsToDipoles';

type Json = Record<string, unknown>;

const MOST_ELEMENTS = 1000;

/**
 * Reads a `.tcd` coil file (JSON): elements of type 1, dipoles (mm, A·m² per ampere), and of type 2, line segments (start and direction × length,
 * both in mm), each as lists or as base64, plain or compressed. A sampled A field (type 3) and movable parts (deformations) are refused by
 * name. All elements carry the same current. `field` names the file in a fault.
 */
export async function readTcd(text: string, field = 'coil file'): Promise<CoilFile> {
  const root = parse(text, field);
  const elements = root.coilElementList;
  if (!Array.isArray(elements) || elements.length < 1 || elements.length > MOST_ELEMENTS) {
    throw inputError(`${field} coilElementList`, `be a list of 1 to ${MOST_ELEMENTS} elements`, elements);
  }
  const positions: number[] = [];
  const moments: number[] = [];
  for (let i = 0; i < elements.length; i++) {
    const dipoles = await readElement(elements[i], `${field} coilElementList[${i}]`);
    for (const value of dipoles.positions) positions.push(value);
    for (const value of dipoles.moments) moments.push(value);
    if (positions.length > 3 * MOST_DIPOLES) throw inputError(field, `have at most ${MOST_DIPOLES} dipoles`, positions.length / 3);
  }
  return {
    dipoles: { positions: Float64Array.from(positions), moments: Float64Array.from(moments) },
    name: typeof root.name === 'string' ? root.name.slice(0, 200) : null,
    maxdIdt: stimulatorRates(root.stimulatorList, field),
  };
}

function parse(text: string, field: string): Json {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch (fault) {
    const line = lineOfFault(text, fault);
    throw inputError(`${field}${line}`, 'be JSON', text.slice(0, 20));
  }
  if (!isObject(root)) throw inputError(field, 'be a JSON object', root);
  return root;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function lineOfFault(text: string, fault: unknown): string {
  const position = fault instanceof Error ? /position (\d+)/.exec(fault.message)?.[1] : undefined;
  return position === undefined ? '' : `, line ${text.slice(0, Number(position)).split('\n').length},`;
}

async function readElement(element: unknown, field: string) {
  if (!isObject(element)) throw inputError(field, 'be an object', element);
  const { deformations, type } = element;
  if (deformations !== undefined && !(Array.isArray(deformations) && deformations.length === 0)) {
    throw inputError(`${field}.deformations`, 'be empty, since coils with movable parts are not supported', deformations);
  }
  if (type === 3)
    throw inputError(`${field}.type`, 'be 1 (dipoles) or 2 (segments), since a sampled vector potential is not supported', type);
  if (type !== 1 && type !== 2) throw inputError(`${field}.type`, 'be 1 (dipoles) or 2 (segments)', type);
  const points = await decodeVectors(element.points, `${field}.points`, MOST_DIPOLES);
  const values = await decodeVectors(element.values, `${field}.values`, MOST_DIPOLES);
  if (values.length !== points.length)
    throw inputError(`${field}.values`, `have as many vectors as points, ${points.length / 3}`, values.length / 3);
  const positions = points.map((value) => value * 1e-3);
  const far = positions.findIndex((value) => Math.abs(value) > FARTHEST_POSITION);
  if (far >= 0)
    throw inputError(`${field}.points[${Math.floor(far / 3)}]`, `lie within ${FARTHEST_POSITION * 1e3} mm of the center`, points[far]);
  if (type === 1) return { positions, moments: values };
  return segmentsToDipoles(
    positions,
    values.map((value) => value * 1e-3),
    `${field}.points`,
  );
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
