import type { Choices } from '../state/choices';
export function pulseOfChoices(choices: Pick<Choices, 'dIdt' | 'pulseWidth'>) {
  const w = Math.PI / 2 / choices.pulseWidth;
  return {
    duration: 4 * choices.pulseWidth,
    period: 4 * choices.pulseWidth,
    maxdIdt: choices.dIdt,
    peakCurrent: choices.dIdt / w,
    current: (t: number) => (choices.dIdt / w) * Math.sin(w * t),
    currentRate: (t: number) => choices.dIdt * Math.cos(w * t),
  };
}
