import { ticks as roundTicks } from 'd3-array';

/** Room that one label of an axis takes with the space around it, in text sizes. */
const ROOM = 3.4;

/** The ticks of the first list that fits an axis of `length` pixels; the last list if none does. Lists go from many to few. */
export function ticksThatFit(lists: readonly (readonly number[])[], length: number, textSize: number): readonly number[] {
  // The last label carries the unit, and so takes the room of two.
  return lists.find((ticks) => (ticks.length + 1) * ROOM * textSize <= length) ?? lists[lists.length - 1];
}

/** Round times from 0 to at most `duration`, as many as fit. */
export function timeTicks(duration: number, length: number, textSize: number): readonly number[] {
  const lists = [5, 4, 3, 2, 1].map((count) => roundTicks(0, duration, count)).filter((times) => times.length > 1);
  return ticksThatFit(lists, length, textSize);
}
