/** Room that one label of an axis takes with the space around it, in text sizes. */
const ROOM = 3.4;

/** The ticks of the first list that fits an axis of `length` pixels; the last list if none does. Lists go from many to few. */
export function ticksThatFit(lists: readonly (readonly number[])[], length: number, textSize: number): readonly number[] {
  // The last label carries the unit, and so takes the room of two.
  return lists.find((ticks) => (ticks.length + 1) * ROOM * textSize <= length) ?? lists[lists.length - 1];
}

/** Round times from 0 to at most `duration`, as many as fit. */
export function timeTicks(duration: number, length: number, textSize: number): readonly number[] {
  const lists = [5, 4, 3, 2, 1].map((steps) => {
    const step = roundStep(duration / steps);
    return Array.from({ length: Math.floor(duration / step + 1e-9) + 1 }, (_, n) => n * step);
  });
  return ticksThatFit(lists, length, textSize);
}

/** The largest of 1, 2, 2.5, 5 times a power of ten that is not above `size`. */
function roundStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  const factor = [5, 2.5, 2, 1].find((candidate) => candidate * power <= size * (1 + 1e-9)) ?? 1;
  return factor * power;
}
