import type { Verification } from '../../core/sourced';

/** What stands behind a number on the screen. */
export interface HonestyNote {
  readonly title: string;
  readonly what: string;
  /** F stands for the field that is shown. */
  readonly formula: string;
  /** Null: that of the model that is chosen. */
  readonly source: string | null;
  readonly verification: Verification;
}
