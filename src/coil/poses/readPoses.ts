import { inputError } from '../../core/inputError';
import type { RigidTransform } from '../../core/rigidTransform';
import { norm } from '../../core/vec3';
import { type PoseProgram, turnAxes } from './navigationPose';
import { rigidPose } from './rigidPose';

/** Poses that came from another program, in the head frame, meters. */
export interface NamedPose {
  readonly name: string;
  readonly pose: RigidTransform;
  /** How far rounding had turned its axes [rad]. */
  readonly correction: number;
}

export interface ReadPoses {
  readonly program: PoseProgram;
  readonly poses: readonly NamedPose[];
  readonly notes: readonly string[];
}

const LONGEST_TEXT = 2_000_000;
const LONGEST_TAG = 2000;
const MOST_POSES = 500;
const NUMBER = /[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?/g;
const ONLY_NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/;

/**
 * Reads coil poses as text: a 4×4 or several as SimNIBS prints them (mm; any brackets and separators), the text export of Brainsight, or the markers of
 * Localite (XML). Lengths are millimeters in all three; only RAS frames are read, since others need the image that they belong to.
 */
export function readPoses(given: string, field = 'the poses'): ReadPoses {
  if (given.length > LONGEST_TEXT) throw inputError(field, `have at most ${LONGEST_TEXT} characters`, `${given.length} characters`);
  // Editors of Windows put a mark before the first character.
  const text = given.replace(/^\uFEFF/, '');
  if (text.includes('m0n0')) return readBrainsight(text, field);
  if (text.includes('Matrix4D') || text.includes('data00')) return readLocalite(text, field);
  return readMatrices(text, field);
}

function readMatrices(text: string, field: string): ReadPoses {
  // Names before the numbers and comments would bring digits of their own.
  const unknown = /(?:^|[\s,;[(+-])(nan|inf|infinity)(?=$|[\s,;\])])/i.exec(text);
  if (unknown) throw inputError(field, 'hold finite numbers', unknown[1]);
  const numbers = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.split(/[#%]/, 1)[0].replace(/\b[A-Za-z_]\w*\b/g, ' '))
    .join(' ')
    .match(NUMBER);
  const values = (numbers ?? []).map(Number);
  // With decimal commas each number falls apart into two.
  if (values.length > 16 && /\d,\d/.test(text) && !/\d\.\d/.test(text) && !text.includes(', '))
    throw inputError(field, 'have decimal points', 'numbers with decimal commas');
  if (values.length === 0 || values.length % 16 !== 0)
    throw inputError(field, 'hold 4 × 4 numbers for each pose, or be an export of Brainsight or Localite', `${values.length} numbers`);
  if (values.length / 16 > MOST_POSES) throw inputError(field, `hold at most ${MOST_POSES} poses`, values.length / 16);
  const count = values.length / 16;
  const poses = Array.from({ length: count }, (_, n) =>
    namedPose(values.slice(16 * n, 16 * n + 16), `pose ${n + 1}`, count === 1 ? field : `${field}, pose ${n + 1},`, 'simnibs'),
  );
  return { program: 'simnibs', poses, notes: [] };
}

/** `rows`: row-major with the center in millimeters and the axes of `program`. */
function namedPose(rows: readonly number[], name: string, field: string, program: PoseProgram): NamedPose {
  const meters = rows.map((value, i) => (i % 4 === 3 && i < 12 ? value * 1e-3 : value));
  const { pose, correction } = rigidPose(meters, field);
  checkPlace(norm(pose.origin) * 1e3, field);
  return { name, pose: turnAxes(pose, program), correction };
}

/** Nearer to the origin of the head than this no coil outside it can be, and farther away none is held; millimeters. */
const NEAREST = 30;
const FARTHEST = 1000;

/** Refuses positions that are not in millimeters; `distance`: from the origin, as read. */
function checkPlace(distance: number, field: string): void {
  const looks = distance < 1 ? 'meters' : 'centimeters';
  if (distance < NEAREST)
    throw inputError(
      field,
      `have its center in millimeters, ${NEAREST} or more from the origin inside the head`,
      `${Number(distance.toPrecision(3))}, which looks like ${looks}`,
    );
  if (!(distance <= FARTHEST))
    throw inputError(field, `have its center within ${FARTHEST} mm of the origin`, `${Number(distance.toPrecision(3))} mm`);
}

const COLUMNS = ['Loc. X', 'Loc. Y', 'Loc. Z', ...[0, 1, 2].flatMap((m) => [0, 1, 2].map((n) => `m${m}n${n}`))];

/** Tables of targets and samples one after the other, each under a line that begins with # and names its columns, separated by tabs. */
function readBrainsight(text: string, field: string): ReadPoses {
  let columns: number[] | null = null;
  const poses: NamedPose[] = [];
  let skipped = 0;
  let orphans = 0;
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const at = `${field}, line ${index + 1},`;
    if (line.startsWith('#')) {
      checkFrame(line, at);
      if (line.includes('\t')) columns = columnsOf(line);
      continue;
    }
    if (line.trim() === '') continue;
    if (!columns) {
      orphans++;
      continue;
    }
    const cells = line.split('\t').map((cell) => cell.trim());
    const values = columns.map((column) => (ONLY_NUMBER.test(cells[column] ?? '') ? Number(cells[column]) : Number.NaN));
    // Samples without a tracked coil carry "(null)".
    if (values.every(Number.isNaN)) {
      skipped++;
      continue;
    }
    const bad = values.findIndex(Number.isNaN);
    if (bad >= 0) throw inputError(`${at} ${COLUMNS[bad]}`, 'be a number', cells[columns[bad]]);
    if (poses.length >= MOST_POSES) throw inputError(field, `hold at most ${MOST_POSES} poses`, 'more');
    const [X, Y, Z, ...m] = values;
    const rows = [m[0], m[3], m[6], X, m[1], m[4], m[7], Y, m[2], m[5], m[8], Z, 0, 0, 0, 1];
    poses.push(namedPose(rows, cells[0].slice(0, 60) || `pose ${poses.length + 1}`, at, 'brainsight'));
  }
  if (poses.length === 0 && orphans > 0)
    throw inputError(
      field,
      'name its columns, divided by tabs, in a line that begins with #',
      'columns that are divided otherwise or not named',
    );
  if (poses.length === 0) throw inputError(field, 'hold at least one pose with position and axes', 'none');
  return { program: 'brainsight', poses, notes: untracked(skipped) };
}

function checkFrame(line: string, field: string): void {
  const system = /^#\s*Coordinate system:(.*)/i.exec(line)?.[1].trim();
  if (system && !/^(NIfTI|World|MNI)/i.test(system)) throw inputError(field, 'have NIfTI, World or MNI coordinates', system);
}

function columnsOf(line: string): number[] | null {
  const names = line
    .slice(1)
    .split('\t')
    .map((name) => name.trim());
  const found = COLUMNS.map((name) => names.indexOf(name));
  return found.includes(-1) ? null : found;
}

function untracked(count: number): string[] {
  if (count === 0) return [];
  return [count === 1 ? 'One line without a tracked coil was left out.' : `${count} lines without a tracked coil were left out.`];
}

/** Elements with sixteen attributes data00 … data33; the description of a marker names the pose. */
function readLocalite(text: string, field: string): ReadPoses {
  const poses: NamedPose[] = [];
  const system = /coordinateSpace=["']([^"'<>]{1,40})["']/.exec(text)?.[1];
  if (system && system !== 'RAS') throw inputError(`${field} coordinateSpace`, 'be RAS', system);
  let name = '';
  // One pass from tag to tag; a tag ends where the next one begins at the latest, so that no character is looked at for many tags.
  for (let start = text.indexOf('<'), next = 0; start >= 0; start = next) {
    next = text.indexOf('<', start + 1);
    const tag = text.slice(start, Math.min(start + LONGEST_TAG, next < 0 ? text.length : next)).split('>', 1)[0];
    const called = /\sdescription=(?:"([^"<>]{0,60})|'([^'<>]{0,60}))/.exec(tag);
    name = called?.[1] ?? called?.[2] ?? name;
    if (!tag.startsWith('<Matrix4D')) continue;
    const values = new Map(Array.from(tag.matchAll(/\sdata(\d\d)=["']([^"'<>]{1,40})["']/g), ([, key, value]) => [key, value]));
    const rows = Array.from({ length: 16 }, (_, n) => values.get(`${Math.floor(n / 4)}${n % 4}`) ?? '');
    const bad = rows.findIndex((value) => !ONLY_NUMBER.test(value));
    const at = `${field}, marker ${poses.length + 1},`;
    if (bad >= 0) throw inputError(`${at} data${Math.floor(bad / 4)}${bad % 4}`, 'be a number', rows[bad] || undefined);
    // A marker that was never set is a unit matrix.
    if (rows.map(Number).every((value, n) => value === (n % 5 === 0 ? 1 : 0))) continue;
    if (poses.length >= MOST_POSES) throw inputError(field, `hold at most ${MOST_POSES} poses`, 'more');
    poses.push(namedPose(rows.map(Number), name || `marker ${poses.length + 1}`, at, 'localite'));
  }
  if (poses.length === 0) throw inputError(field, 'hold at least one marker with a matrix', 'none');
  return { program: 'localite', poses, notes: [] };
}
