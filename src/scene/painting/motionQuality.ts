import type { Quality } from './stagePainter';

/** The picture that stays. */
export const STILL: Quality = { share: 1, samples: 4 };
/** What frames of a motion step through until the machine keeps up. */
const STEPS: readonly Quality[] = [STILL, { share: 1, samples: 0 }, { share: 0.7, samples: 0 }, { share: 0.5, samples: 0 }];

/** A frame should not cost more than this, in milliseconds. */
export const SLOW_FRAME = 33;
const FAST_FRAME = 12;
/** A frame this many times too slow goes to the last step at once. */
const FAR_TOO_SLOW = 3;

/** How finely frames are drawn while something moves; learned from what the last ones cost, and kept from one motion to the next. */
export interface MotionQuality {
  now(): Quality;
  /** Tells what a frame of a quality cost, in milliseconds. */
  learn(drawn: Quality, cost: number): void;
}

export function createMotionQuality(): MotionQuality {
  // Slow until shown otherwise: four samples would keep the first picture of a slow machine back.
  let step = STEPS.length - 1;
  return {
    now: () => STEPS[step],
    learn(drawn, cost) {
      if (drawn === STILL && cost <= SLOW_FRAME) step = 0;
      // Any other frame from before the last change says nothing about the present step.
      if (drawn !== STEPS[step]) return;
      if (cost > FAR_TOO_SLOW * SLOW_FRAME) step = STEPS.length - 1;
      else if (cost > SLOW_FRAME) step = Math.min(step + 1, STEPS.length - 1);
      else if (cost < FAST_FRAME) step = Math.max(step - 1, 0);
    },
  };
}
