/**
 * How far a number was checked.
 * `verified`: read in the cited source. `secondary`: read in a text that cites the source. `computed`: follows from other numbers by
 * a stated computation. `fitted`: chosen so that published figures are met as well as can be; the note says how well. `assumed`: chosen here within what the source implies. `unverified`: from memory; shown as such.
 */
export type Verification = 'verified' | 'secondary' | 'computed' | 'fitted' | 'assumed' | 'unverified';

export const VERIFICATIONS: readonly Verification[] = ['verified', 'secondary', 'computed', 'fitted', 'assumed', 'unverified'];

/** A value that is never shown without its unit, its source and the grade of its verification. */
export interface Sourced<T> {
  readonly value: T;
  /** SI unit as text; '1' for pure numbers. */
  readonly unit: string;
  /** Id in the list of sources. */
  readonly source: string;
  readonly verification: Verification;
  /** What of the source was used, and how. */
  readonly note?: string;
}

/** A sentence that is shown beside a model or a figure, with where it comes from. */
export interface SourcedText {
  readonly text: string;
  readonly source: string;
  readonly verification: Verification;
  readonly note?: string;
}

/** From the best known to the least: what is computed is no worse than what it follows from. */
const FROM_BEST: readonly Verification[] = ['verified', 'computed', 'secondary', 'fitted', 'assumed', 'unverified'];

/** The grade of what follows from several numbers: that of the least known. At least one grade. */
export const worstGrade = (grades: readonly Verification[]): Verification =>
  FROM_BEST[Math.max(...grades.map((grade) => FROM_BEST.indexOf(grade)))];
