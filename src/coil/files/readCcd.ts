import { inputError } from '../../core/inputError';
import { type CoilFile, FARTHEST_POSITION, MOST_DIPOLES } from './coilFile';

const LONGEST_LINE = 4000;
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;
const WHOLE = /^\d+$/;

/**
 * Reads a `.ccd` coil file: comments (`# name;key=value;…` in the first; dIdtmax in A/µs, one value, a list, or `none`), a line with the number of
 * dipoles, then one dipole a line: x y z in meters, mx my mz in A·m² per ampere. Comments and blank lines may stand anywhere; the number is not
 * needed, and where it is wrong a note says so. A fault is named by its line. `field` names the file.
 */
export function readCcd(text: string, field = 'coil file'): CoilFile {
  const at = (line: number) => `${field}, line ${line},`;
  const rows: number[] = [];
  let announced: number | null = null;
  let header: string | null = null;
  for (const { line, number } of linesOf(text)) {
    if (line.length > LONGEST_LINE) throw inputError(at(number), `have at most ${LONGEST_LINE} characters`, `${line.length} characters`);
    const content = line.split('#', 1)[0].trim();
    if (content === '') {
      if (number === 1) header = line;
      continue;
    }
    if (rows.length === 0 && announced === null && WHOLE.test(content)) {
      announced = Number(content);
      continue;
    }
    rows.push(...readRow(content, at(number)));
    if (rows.length > 6 * MOST_DIPOLES) throw inputError(field, `have at most ${MOST_DIPOLES} dipoles`, 'more');
  }
  if (rows.length === 0) throw inputError(field, 'hold at least one dipole, a line of six numbers', text.slice(0, 40));
  const count = rows.length / 6;
  const positions = new Float64Array(3 * count);
  const moments = new Float64Array(3 * count);
  for (let i = 0; i < count; i++) {
    for (let k = 0; k < 3; k++) {
      positions[3 * i + k] = rows[6 * i + k];
      moments[3 * i + k] = rows[6 * i + k + 3];
    }
  }
  const notes =
    announced === null || announced === count ? [] : [`The file announces ${announced} dipoles and holds ${count}; all ${count} are used.`];
  return { dipoles: { positions, moments }, windings: positions, notes, ...readHeader(header ?? '', at(1)) };
}

/** Lines with their numbers, without a copy of the whole text; line ends of all three kinds. */
function* linesOf(text: string): Generator<{ line: string; number: number }> {
  let number = 1;
  for (let start = text.charCodeAt(0) === 0xfeff ? 1 : 0; start <= text.length; number++) {
    let end = start;
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code === 10 || code === 13) break;
    }
    yield { line: text.slice(start, end), number };
    start = end + (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 1);
  }
}

function readRow(content: string, field: string): number[] {
  const tokens = content.split(/[\s,;]+/);
  const values = tokens.map((token) => (NUMBER.test(token) ? Number(token) : Number.NaN));
  if (values.length !== 6 || !values.every(Number.isFinite)) throw inputError(field, 'hold six finite numbers', content.slice(0, 60));
  for (const value of values.slice(0, 3)) {
    if (Math.abs(value) > FARTHEST_POSITION * 1e3) throw inputError(field, `lie within ${FARTHEST_POSITION} m of the center`, value);
  }
  return values;
}

/** Comments that people and programs leave in the first line instead of a name. */
const NO_NAMES = ['number of elements', 'centers and weighted directions of the elements (magnetic dipoles)'];

function readHeader(line: string, field: string): { name: string | null; maxdIdt: number[] } {
  const parts = line.replace(/^[\s#]*/, '').split(';');
  const entries = new Map(
    parts.map((part): [string, string] => {
      const sign = part.indexOf('=');
      return [part.slice(0, Math.max(sign, 0)).trim().toLowerCase(), part.slice(sign + 1).trim()];
    }),
  );
  const first =
    parts[0].includes('=') || /\bversion\b/i.test(parts[0]) || NO_NAMES.includes(parts[0].trim().toLowerCase()) ? null : parts[0].trim();
  const name = entries.get('coilname') || first || null;
  const stated = entries.get('didtmax');
  if (stated === undefined || stated === '' || /^(none|nan|n\/a|unknown)$/i.test(stated)) return { name, maxdIdt: [] };
  const tokens = stated
    .replace(/[[\]()]/g, ' ')
    .trim()
    .split(/[\s,]+/);
  const values = tokens.map((token) => (NUMBER.test(token) ? 1e6 * Number(token) : Number.NaN));
  if (!values.every((value) => value > 0 && Number.isFinite(value)))
    throw inputError(`${field} dIdtmax`, 'be positive numbers in A/µs, or none', stated);
  return { name, maxdIdt: values };
}
