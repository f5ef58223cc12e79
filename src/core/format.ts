/** How a number is written: `display value = SI value × factor`, with a fixed number of decimals. */
export interface NumberDisplay {
  readonly unit: string;
  readonly factor: number;
  readonly decimals: number;
}

/** U+202F: a thin space at which no line breaks. */
export const THIN_SPACE = '\u202f';
/** U+2212: as wide as a digit, unlike the hyphen. */
export const MINUS = '\u2212';

/** A number with a fixed count of decimals and a real minus sign; what rounds to zero has no sign. Not finite: an en dash. */
export function formatNumber(value: number, decimals = 0): string {
  if (!Number.isFinite(value)) return '–';
  const digits = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(digits) !== 0 ? MINUS + digits : digits;
}

/** The unit as it follows a number: a thin no-break space before it, none before the degree sign. */
export function formatUnit(unit: string): string {
  if (unit === '' || unit === '1') return '';
  return unit === '°' ? unit : THIN_SPACE + unit;
}

/** An SI value in the unit in which people read it: `0.004` with millimeters gives `4.0 mm`. */
export function formatQuantity(value: number, display: NumberDisplay): string {
  return formatNumber(value * display.factor, display.decimals) + formatUnit(display.unit);
}

/**
 * A value with about `digits` significant digits and never an exponent, for read-outs of any size: `96`, `9.6`, `0.96`. At least 10^digits is
 * written in whole numbers.
 */
export function formatSignificant(value: number, digits = 2): string {
  if (!Number.isFinite(value) || value === 0) return formatNumber(value);
  const rounded = Number(Math.abs(value).toPrecision(digits));
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(rounded)));
  return formatNumber(value, Math.min(decimals, 12));
}

/** Field strength as it is read: whole V/m from 10 on, two significant digits below; tesla with two decimals, millitesla never. */
export function formatField(value: number, unit: 'V/m' | 'T'): string {
  const text = unit === 'T' ? formatNumber(value, 2) : value >= 9.95 || value === 0 ? formatNumber(value) : formatSignificant(value, 2);
  return text + formatUnit(unit);
}
