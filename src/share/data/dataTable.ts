/** One column of a table. `name` says its unit where it has one: `depth_mm`. */
export interface DataColumn {
  readonly name: string;
  /** '1' for pure numbers, '' for text. */
  readonly unit: string;
  readonly what: string;
}

export type Cell = number | string;

/** Numbers that leave the program, with what they are. */
export interface DataTable {
  readonly kind: string;
  readonly title: string;
  readonly columns: readonly DataColumn[];
  readonly rows: Iterable<readonly Cell[]>;
}

/** Where numbers come from: names and what is said under them, in order. */
export type Provenance = readonly (readonly [name: string, value: string])[];

/** Fields are single precision at best: more digits would say nothing. */
const DIGITS = 8;

/** A number as it is written: NaN as nothing. */
const written = (value: number): string => (Number.isFinite(value) ? String(Number(value.toPrecision(DIGITS))) : '');

/** RFC 4180: quotes around what would end a cell. A text that a spreadsheet would compute is kept a text. */
function cellText(cell: Cell): string {
  if (typeof cell === 'number') return written(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /^#|[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Text in one line of a header. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The table as CSV (RFC 4180, lines of provenance before it that begin with #). */
export function writeCsv({ title, columns, rows }: DataTable, provenance: Provenance): string {
  const lines = [
    `# ${oneLine(title)}`,
    ...provenance.map(([name, value]) => `# ${name}: ${oneLine(value)}`),
    ...columns.map(({ name, unit, what }) => `# column ${name}: ${oneLine(what)}${unit === '' || unit === '1' ? '' : ` [${unit}]`}`),
    columns.map(({ name }) => name).join(','),
  ];
  for (const row of rows) lines.push(row.map(cellText).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

export const DATA_FORMAT = 'coilscope-data';

/** The same as JSON: format, kind, provenance, columns, rows. */
export function writeJson({ kind, title, columns, rows }: DataTable, provenance: Provenance): string {
  const numbers = [...rows].map((row) => row.map((cell) => (typeof cell === 'number' ? Number(written(cell) || Number.NaN) : cell)));
  const file = { format: DATA_FORMAT, version: 1, kind, title, provenance: Object.fromEntries(provenance), columns, rows: numbers };
  return `${JSON.stringify(file)}\n`;
}
