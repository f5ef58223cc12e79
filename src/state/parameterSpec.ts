/** What a slider, a numeric box, a share link and a stored state must know of one number. Everything is in SI; `display` says how it is written. */
export interface ParameterSpec {
  readonly label: string;
  /** One sentence for the tooltip and the description that a screen reader reads. */
  readonly help: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly initial: number;
  /** Smallest step of the slider, SI. */
  readonly step: number;
  readonly display: { readonly unit: string /** display value = SI value × factor */; readonly factor: number; readonly decimals: number };
}
