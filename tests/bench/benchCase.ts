/** One line of the bench. `run` does the work once; its time in milliseconds is what is reported. */
export interface BenchCase {
  readonly name: string;
  readonly unit: 'ms';
  readonly run: () => void;
  /** The same work done another way, timed in turn with `run`. */
  readonly twin?: { readonly name: string; readonly run: () => void };
}
