/** One line of the validation table. */
export interface ValidationCase {
  readonly case: string;
  /** A figure, or words where a range is expected. */
  readonly expected: number | string;
  readonly computed: number | string;
  readonly unit?: string;
  /** Error in units of the expected figure; for a range, by how much it is missed. */
  readonly relativeError: number;
  readonly tolerance: number;
  readonly source: string;
}

/**
 * What a `*.cases.ts` file of this folder exports: one function called `cases`, or ending in `Cases`; a title for its table (else the name of the
 * file); `long` where it takes more than two minutes: it then runs only with --long, and its last table is kept otherwise.
 */
export interface ValidationModule {
  readonly title?: string;
  readonly long?: boolean;
  readonly [name: string]: unknown;
}

/** A line that compares two figures by their ratio. */
export function compareFigures(
  name: string,
  unit: string,
  computed: number,
  expected: number,
  tolerance: number,
  source: string,
): ValidationCase {
  return { case: name, expected, computed, unit, relativeError: Math.abs(computed / expected - 1), tolerance, source };
}

/** A line for a quantity that should be small, given as a fraction of the size named in `name`. */
export function expectSmall(name: string, fraction: number, tolerance: number, source: string): ValidationCase {
  return { case: name, expected: 0, computed: fraction, unit: '1', relativeError: Math.abs(fraction), tolerance, source };
}
