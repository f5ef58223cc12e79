import { type PulseChoices, pulseOfChoices } from './pulseOfChoices';

/** How far the pulse has got at a moment. */
export interface PulsePhase {
  /** dI/dt over its largest value, and the current over its peak, with sign. */
  readonly rateShare: number;
  readonly currentShare: number;
}

/** The phase where no moment is chosen: the field and the current are shown at their largest. */
export const STRONGEST: PulsePhase = { rateShare: 1, currentShare: 1 };

/** The phase at `time` [s from the start of the pulse]; null: at the strongest. Neither share depends on the intensity. */
export function pulsePhase(choices: PulseChoices, time: number | null): PulsePhase {
  if (time === null) return STRONGEST;
  const pulse = pulseOfChoices({ ...choices, dIdt: 1 });
  return { rateShare: pulse.currentRate(time), currentShare: pulse.current(time) / pulse.peakCurrent };
}
