import { inputError } from './inputError';

/** What units a typed quantity may carry: name → factor to SI, by kind. */
const UNITS: readonly Readonly<Record<string, number>>[] = [
  { m: 1, cm: 1e-2, mm: 1e-3, µm: 1e-6 },
  { rad: 1, '°': Math.PI / 180, deg: Math.PI / 180, degree: Math.PI / 180, degrees: Math.PI / 180 },
  { s: 1, ms: 1e-3, µs: 1e-6 },
  { 'A/s': 1, 'kA/s': 1e3, 'MA/s': 1e6, 'A/ms': 1e3, 'kA/ms': 1e6, 'A/µs': 1e6, 'kA/µs': 1e9 },
  { 'V/m': 1, 'V/cm': 1e2, 'mV/mm': 1, 'mV/m': 1e-3, 'kV/m': 1e3 },
  { T: 1, mT: 1e-3, µT: 1e-6, G: 1e-4 },
  { '%': 1e-2 },
];

/** Longer input than this is no quantity. */
const LONGEST = 40;
const NUMBER = /^([+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d{1,3})?)(.*)$/i;

/** Three digits after a comma and at most three before it, none of them a leading zero: 1000 to one reader, 1 to another. */
const EITHER_COMMA = /^[+-]?[1-9]\d{0,2},\d{3}(?![\d.,])/;

/**
 * Reads a quantity as people type it: `4 cm`, `155 A/µs`, `1,5 mm`, `45 deg`, `−3`. Without a unit the number is in `displayUnit`. A comma
 * is a decimal comma, and spaces may group digits; `1,000`, which could be either, is asked about.
 *
 * Returns the SI value. Throws an `InputError` that is one sentence and names `field`.
 */
export function parseQuantity(text: string, displayUnit: string, field: string): number {
  const table = UNITS.find((units) => Object.hasOwn(units, displayUnit));
  const received = text.trim();
  const mustBe = `be a number${table ? ` with or without a unit such as ${displayUnit}` : ''}`;
  if (received.length > LONGEST) throw inputError(field, mustBe, received);
  const plain = normalized(received);
  const either = EITHER_COMMA.exec(plain)?.[0];
  if (either)
    throw inputError(
      field,
      `be written as ${either.replace(',', '')} or as ${either.replace(',', '.')}: the comma could mean both`,
      received,
    );
  const match = NUMBER.exec(plain);
  const value = match ? Number(match[1].replace(',', '.')) : Number.NaN;
  if (!match || !Number.isFinite(value)) throw inputError(field, mustBe, received);
  const unit = match[2] === '' ? displayUnit : match[2];
  if (!table) {
    if (unit !== displayUnit) throw inputError(field, mustBe, received);
    return value;
  }
  if (!Object.hasOwn(table, unit)) throw inputError(field, `be in ${unitNames(table)}`, received);
  return value * table[unit];
}

/** One sign for minus, one letter for micro, no spaces. */
function normalized(text: string): string {
  return text
    .replace(/[\u2212\u2013\u2010\u2011]/g, '-')
    .replace(/\u03bc/g, 'µ')
    .replace(/\s+/g, '')
    .replace(/us$/, 'µs')
    .replace(/um$/, 'µm')
    .replace(/uT$/, 'µT');
}

function unitNames(table: Readonly<Record<string, number>>): string {
  const names = Object.keys(table).filter((name) => !name.startsWith('deg'));
  return names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} or ${names[names.length - 1]}`;
}
