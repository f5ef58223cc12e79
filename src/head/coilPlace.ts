/** The anchor that is the target's own scalp point; the others are ids of 10-20 positions. */
export const TARGET_ANCHOR = 'target';

/** Where the coil's center is: lengths [m] of a tape measure laid on the scalp from an anchor. */
export interface CoilPlace {
  readonly anchorId: string;
  readonly offsetForward: number;
  readonly offsetRight: number;
}
