import { inputError } from '../../core/inputError';
import { type CoilFile, FARTHEST_POSITION, MOST_DIPOLES } from './coilFile';

const LONGEST_LINE = 4000;
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

/**
 * Reads a `.ccd` coil file: line 1 a comment (`# name;key=value;…`, dIdtmax in A/µs, one value or a list), line 2 the number of dipoles, line 3 a
 * comment, then one dipole a line: x y z in meters, mx my mz in A·m² per ampere. A fault is named by its line. `field` names the file.
 */
export function readCcd(text: string, field = 'coil file'): CoilFile {
  const lines = text.split(/\r?\n/);
  const at = (index: number) => `${field}, line ${index + 1},`;
  for (const index of [0, 2]) {
    if (!lines[index]?.trimStart().startsWith('#')) throw inputError(at(index), 'be a comment that begins with #', shorten(lines[index]));
  }
  const count = Number(lines[1]?.trim());
  if (!/^\d+$/.test(lines[1]?.trim() ?? '') || count < 1 || count > MOST_DIPOLES) {
    throw inputError(at(1), `hold the number of dipoles, 1 to ${MOST_DIPOLES}`, shorten(lines[1]));
  }
  const positions = new Float64Array(3 * count);
  const moments = new Float64Array(3 * count);
  for (let i = 0; i < count; i++) {
    const row = readRow(lines[i + 3], at(i + 3));
    for (let k = 0; k < 3; k++) {
      if (Math.abs(row[k]) > FARTHEST_POSITION) throw inputError(at(i + 3), `lie within ${FARTHEST_POSITION} m of the center`, row[k]);
      positions[3 * i + k] = row[k];
      moments[3 * i + k] = row[k + 3];
    }
  }
  const extra = lines.findIndex((line, index) => index >= count + 3 && line.trim() !== '');
  if (extra >= 0) throw inputError(at(extra), `not follow the ${count} dipoles that line 2 announces`, shorten(lines[extra]));
  return { dipoles: { positions, moments }, ...readHeader(lines[0], at(0)) };
}

function shorten(line: string | undefined): string | undefined {
  return line?.slice(0, 60);
}

function readRow(line: string | undefined, field: string): number[] {
  if (line === undefined || line.trim() === '') throw inputError(field, 'hold six numbers (line 2 announces more dipoles)', 'nothing');
  if (line.length > LONGEST_LINE) throw inputError(field, `have at most ${LONGEST_LINE} characters`, `${line.length} characters`);
  const tokens = line.trim().split(/[\s,]+/);
  const values = tokens.map((token) => (NUMBER.test(token) ? Number(token) : Number.NaN));
  if (values.length !== 6 || !values.every(Number.isFinite)) throw inputError(field, 'hold six finite numbers', shorten(line));
  return values;
}

function readHeader(line: string, field: string): { name: string | null; maxdIdt: number[] } {
  const parts = line
    .slice(0, LONGEST_LINE)
    .replace(/^\s*#+/, '')
    .split(';');
  const name = parts[0].includes('=') ? null : parts[0].trim() || null;
  const entry = parts.map((part) => part.split('=')).find(([key]) => key.trim().toLowerCase() === 'didtmax');
  if (!entry) return { name, maxdIdt: [] };
  const tokens = (entry[1] ?? '')
    .replace(/[[\]()]/g, ' ')
    .trim()
    .split(/[\s,]+/);
  const values = tokens.map((token) => (NUMBER.test(token) ? 1e6 * Number(token) : Number.NaN));
  if (!values.every((value) => value > 0 && Number.isFinite(value)))
    throw inputError(`${field} dIdtmax`, 'be positive numbers in A/µs', entry[1]);
  return { name, maxdIdt: values };
}
